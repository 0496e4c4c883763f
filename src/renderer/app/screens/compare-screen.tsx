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
import { Waiting } from '#renderer/ui/waiting.tsx'
import { useNavigation } from '../use-route.ts'
import { AssessmentFailed } from './assessment-screen.tsx'

interface CompareScreenProps {
  readonly id: AssessmentId
  readonly otherId: AssessmentId | undefined
}

/** One assessment beside another. The earlier one stands first, so that changes read forward in time. */
export function CompareScreen({ id, otherId }: CompareScreenProps) {
  const { go } = useNavigation()
  const list = useQuery('assessments.list', {})
  if (list.state === 'loading') return <Waiting what="Reading the assessments…" />
  if (list.state === 'failed') return <AssessmentFailed words={wordsFor(list.fault)} />
  const own = list.value.assessments.find((row) => row.assessment.id === id)
  if (own === undefined)
    return <AssessmentFailed words={{ what: 'This assessment is no longer in the vault.', next: 'Go back to Home and open another.' }} />
  const others = list.value.assessments.filter((row) => row !== own)
  const other = others.find((row) => row.assessment.id === otherId)
  return (
    <div className="page">
      <PageHead
        title={`Compare ${own.thirdPartyName}`}
        lead="The same party earlier and later, or two parties side by side. The earlier assessment stands first."
        actions={
          <Button isSmall onClick={() => go({ screen: 'assessment', id })}>
            <Icon name="back" /> Back to the questions
          </Button>
        }
      />
      {others.length === 0 ? (
        <EmptyState title="There is nothing to compare with yet">
          Start another assessment, of this third party at a later time or of another one, and compare the two here.
        </EmptyState>
      ) : (
        <CompareChoice
          own={own}
          others={others}
          chosen={other?.assessment.id}
          onChoose={(chosen) => go({ screen: 'compare', id, otherId: chosen })}
        />
      )}
      {other === undefined ? null : <CompareView {...inTime(own, other)} />}
    </div>
  )
}

function inTime({ assessment: one }: AssessmentSummary, { assessment: other }: AssessmentSummary) {
  const isLater = one.startedAt >= other.startedAt
  return isLater ? { firstId: other.id, secondId: one.id } : { firstId: one.id, secondId: other.id }
}
