import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/contract.ts'
import { type AssessmentId, JewelId, type ThirdPartyId } from '#shared/domain/ids.ts'
import { useOutcomeRefresh } from '#renderer/bridge/use-outcome-refresh.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { ExposureGrid } from './exposure-grid.tsx'
import { InWords } from './in-words.tsx'

const pageSize = 50
const refreshedLists = ['exposure.list'] as const

interface ExposureMatrixProps {
  readonly onParty: (id: ThirdPartyId) => void
  readonly onAssessment: (id: AssessmentId) => void
  readonly onJewels: () => void
}

/** The matrix, a page at a time, by crown jewel or by name. */
export function ExposureMatrix({ onParty, onAssessment, onJewels }: ExposureMatrixProps) {
  const { t } = useTranslation('exposure')
  const [jewelId, setJewelId] = useState<JewelId | null>(null)
  const [search, setSearch] = useState('')
  // The last third party of each page before the one that is shown.
  const [before, setBefore] = useState<readonly ThirdPartyId[]>([])
  const words = useDeferredValue(search.slice(0, 200))
  const query = useQuery('exposure.list', { jewelId, search: words, after: before.at(-1) ?? null, limit: pageSize })
  useOutcomeRefresh(query.state === 'ready' ? query.value.staleCount : 0, refreshedLists)
  if (query.state === 'loading') return <Waiting what={t('reading')} />
  if (query.state === 'failed')
    return <Refusal words={wordsFor(query.fault)} actions={<Button onClick={query.reload}>{t('tryAgain')}</Button>} />
  const { crownJewels } = query.value
  if (crownJewels.length === 0)
    return (
      <EmptyState
        title={t('noJewels')}
        action={
          <Button look="primary" onClick={onJewels}>
            {t('openJewels')}
          </Button>
        }
      >
        {t('noJewelsText')}
      </EmptyState>
    )
  // Pressed twice in a row, the page that is still on its way is not skipped.
  const isShown = query.answered.after === (before.at(-1) ?? null)
  const from = (change: () => void) => {
    change()
    setBefore([])
  }
  return (
    <>
      <div className="matrix-filter">
        <Field label={t('jewelFilter')}>
          {({ inputId }) => (
            <select
              id={inputId}
              className="input select"
              value={jewelId ?? ''}
              onChange={(event) => from(() => setJewelId(event.target.value === '' ? null : JewelId.parse(event.target.value)))}
            >
              <option value="">{t('allJewels')}</option>
              {crownJewels.map((jewel) => (
                <option key={jewel.id} value={jewel.id}>
                  {jewel.name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <TextField
          label={t('search')}
          hint={t('searchHint')}
          type="search"
          maxLength={200}
          value={search}
          onChange={(event) => from(() => setSearch(event.target.value))}
        />
      </div>
      <Found page={shown(query.value, jewelId)} isSearch={words.trim() !== ''} onParty={onParty} onAssessment={onAssessment} />
      <Pages
        pageNumber={before.length + 1}
        hasMore={query.value.hasMore}
        onEarlier={() => setBefore(before.slice(0, -1))}
        onLater={() => (isShown ? setBefore([...before, ...query.value.parties.slice(-1).map(({ id }) => id)]) : undefined)}
      />
    </>
  )
}

/** With one crown jewel chosen, only its column. */
function shown(page: OutputOf<'exposure.list'>, jewelId: JewelId | null): OutputOf<'exposure.list'> {
  return jewelId === null ? page : { ...page, crownJewels: page.crownJewels.filter((jewel) => jewel.id === jewelId) }
}

interface FoundProps extends Omit<ExposureMatrixProps, 'onJewels'> {
  readonly page: OutputOf<'exposure.list'>
  readonly isSearch: boolean
}

function Found({ page, isSearch, onParty, onAssessment }: FoundProps) {
  const { t } = useTranslation('exposure')
  if (page.parties.length === 0)
    return <EmptyState title={isSearch ? t('nobodyFound') : t('nobody')}>{isSearch ? t('nobodyFoundText') : t('nobodyText')}</EmptyState>
  return (
    <>
      <ExposureGrid page={page} onParty={onParty} onAssessment={onAssessment} />
      <p className="field-hint" id="matrix-keys">
        {t('keys')} {t('legend')}
      </p>
      <InWords page={page} />
    </>
  )
}

interface PagesProps {
  readonly pageNumber: number
  readonly hasMore: boolean
  readonly onEarlier: () => void
  readonly onLater: () => void
}

function Pages({ pageNumber, hasMore, onEarlier, onLater }: PagesProps) {
  const { t } = useTranslation('exposure')
  const isFirst = pageNumber === 1
  if (isFirst && !hasMore) return null
  return (
    <div className="form-actions">
      <span role="status">{t('page', { number: pageNumber })}</span>
      {/* At either end a button stays where the focus is: one that went would lose it. */}
      <Button isSmall aria-disabled={isFirst || undefined} onClick={() => isFirst || onEarlier()}>
        {t('earlier')}
      </Button>
      <Button isSmall aria-disabled={!hasMore || undefined} onClick={() => (hasMore ? onLater() : undefined)}>
        {t('later')}
      </Button>
    </div>
  )
}
