import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AssessmentSummary } from '#shared/contract/assessments.ts'
import type { AssessmentId } from '#shared/domain/ids.ts'
import { CompareChoice } from '#renderer/features/assessments/compare/compare-choice.tsx'
import { CompareView } from '#renderer/features/assessments/compare/compare-view.tsx'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { useNavigation } from '../use-route.ts'
import { AssessmentFailed } from './assessment-screen.tsx'

interface CompareScreenProps {
  readonly id: AssessmentId
  readonly otherId: AssessmentId | undefined
}

/** One assessment beside another. The earlier one stands first, so that changes read forward in time. */
export function CompareScreen({ id, otherId }: CompareScreenProps) {
  const { t } = useTranslation(['compare', 'assessments'])
  const query = useQuery('assessments.list', { ids: otherId === undefined ? [id] : [id, otherId] })
  if (query.state === 'loading') return <Waiting what={t('reading')} />
  if (query.state === 'failed') return <AssessmentFailed words={wordsFor(query.fault)} />
  const own = query.value.assessments.find((row) => row.assessment.id === id)
  if (own === undefined) return <AssessmentFailed words={{ what: t('assessments:gone.what'), next: t('assessments:gone.next') }} />
  return <Comparing own={own} other={query.value.assessments.find((row) => row !== own)} />
}

function Comparing({ own, other: asked }: { readonly own: AssessmentSummary; readonly other: AssessmentSummary | undefined }) {
  const { t } = useTranslation('compare')
  const { go } = useNavigation()
  const { id, thirdPartyId } = own.assessment
  const [search, setSearch] = useState('')
  // Those of the same party stand first; of the others the newest, or those that are looked for.
  const same = useQuery('assessments.list', { thirdPartyId })
  // Coming back to a party, the question is what has changed since last time; so that is shown without asking.
  const other = asked ?? (same.state === 'ready' ? nearestInTime(own, same.value.assessments) : undefined)
  const newest = useQuery('assessments.list', search === '' ? {} : { search })
  const found = [same, newest].flatMap((query) => (query.state === 'ready' ? query.value.assessments : []))
  const rows = new Map([...(other === undefined ? [] : [other]), ...found].map((row) => [row.assessment.id, row]))
  rows.delete(id)
  const others = [...rows.values()]
  const hasMore = newest.state === 'ready' && newest.value.nextCursor !== null
  const isReading = same.state === 'loading' || newest.state === 'loading'
  return (
    <div className="page">
      <PageHead
        title={t('title', { name: own.thirdPartyName })}
        lead={t('lead')}
        actions={
          <Button isSmall onClick={() => go({ screen: 'assessment', id })}>
            <Icon name="back" /> {t('back')}
          </Button>
        }
      />
      {hasMore || search !== '' ? (
        <TextField label={t('find')} type="search" maxLength={200} value={search} onChange={(event) => setSearch(event.target.value)} />
      ) : null}
      {others.length > 0 ? (
        <CompareChoice
          own={own}
          others={others}
          chosen={other?.assessment.id}
          onChoose={(chosen) => go({ screen: 'compare', id, otherId: chosen })}
        />
      ) : isReading ? (
        <Waiting what={t('reading')} />
      ) : (
        <EmptyState title={t('nothing')}>{t('nothingNext')}</EmptyState>
      )}
      {other === undefined ? null : <CompareView {...inTime(own, other)} />}
      {other === undefined && others.length > 0 && !isReading ? (
        <EmptyState title={t('choice.noneBefore', { name: own.thirdPartyName })}>{t('choice.noneBeforeNext')}</EmptyState>
      ) : null}
    </div>
  )
}

/** The assessment of the same relationship that began last before this one, or else first after it. */
function nearestInTime(own: AssessmentSummary, rows: readonly AssessmentSummary[]): AssessmentSummary | undefined {
  const { id, relationship, startedAt } = own.assessment
  const same = rows
    .filter((row) => row.assessment.relationship === relationship && row.assessment.id !== id)
    .toSorted((one, two) => (one.assessment.startedAt < two.assessment.startedAt ? -1 : 1))
  return same.findLast((row) => row.assessment.startedAt < startedAt) ?? same[0]
}

function inTime({ assessment: one }: AssessmentSummary, { assessment: other }: AssessmentSummary) {
  const isLater = one.startedAt >= other.startedAt
  return isLater ? { firstId: other.id, secondId: one.id } : { firstId: one.id, secondId: other.id }
}
