import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/contract.ts'
import type { HitLine } from '#shared/contract/screening.ts'
import type { ThirdPartyId } from '#shared/domain/ids.ts'
import { HitState } from '#shared/domain/screening-hit.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ChoiceBar } from '#renderer/ui/choice-bar.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { HitDialog } from './hit-dialog.tsx'
import { HitsTable } from './hits-table.tsx'
import { TablePages } from './table-pages.tsx'
import { usePage } from './use-page.ts'

interface HitsPartProps {
  readonly counts: OutputOf<'screening.overview'>['hitCounts']
  /** Whose hits are shown; null for everybody's. */
  readonly thirdPartyId: ThirdPartyId | null
  readonly onEverybody: () => void
  /** Whether any name was compared at all. */
  readonly isCompared: boolean
  /** The last one shown was decided, so that nothing of it is left to have the focus. */
  readonly onLastDecided: () => void
}

const pageLength = 50
const states = ['open', 'cannot-tell', 'same', 'not-same'] as const

/** The entries that names are like, by what people said of them. */
export function HitsPart({ counts, thirdPartyId, onEverybody, isCompared, onLastDecided }: HitsPartProps) {
  const { t } = useTranslation('screening')
  const [state, setState] = useState<HitState>('open')
  const [shown, setShown] = useState<HitLine | null>(null)
  const { offset, setOffset, keepWithin } = usePage(`${state} ${thirdPartyId ?? ''}`, pageLength)
  const query = useQuery('screening.hits', { state, thirdPartyId, offset, limit: pageLength })
  if (query.state === 'ready') keepWithin(query.value.total)
  const hits = query.state === 'ready' ? query.value.hits : []
  const label = (id: HitState) => (thirdPartyId === null ? `${t(`hits.states.${id}`)} ${counts[id]}` : t(`hits.states.${id}`))
  const goOn = (decided: HitLine) => {
    const at = hits.findIndex(({ key, thirdPartyId: id }) => key === decided.key && id === decided.thirdPartyId)
    const next = state === 'open' ? hits[at + 1] : undefined
    setShown(next ?? null)
    if (next === undefined) onLastDecided()
  }
  return (
    <>
      <ChoiceBar
        label={t('hits.show')}
        choices={states.map((id) => ({ id, label: label(id) }))}
        chosen={state}
        onChoose={(id) => {
          const read = HitState.safeParse(id)
          if (read.success) setState(read.data)
        }}
      />
      {thirdPartyId === null ? null : (
        <p className="screening-quiet">
          {t('hits.only')}{' '}
          <Button isSmall look="quiet" onClick={onEverybody}>
            {t('hits.all')}
          </Button>
        </p>
      )}
      {query.state === 'loading' ? <Waiting what={t('reading')} /> : null}
      {query.state === 'failed' ? (
        <Refusal words={wordsFor(query.fault)} actions={<Button onClick={query.reload}>{t('again')}</Button>} />
      ) : null}
      {query.state === 'ready' && hits.length === 0 ? (
        <p className="screening-quiet">{t(`hits.empty.${isCompared ? state : 'none'}`)}</p>
      ) : null}
      {hits.length === 0 ? null : <HitsTable hits={hits} onLook={setShown} />}
      {query.state === 'ready' ? (
        <TablePages {...{ offset, pageLength, onOffset: setOffset }} shown={hits.length} total={query.value.total} />
      ) : null}
      {shown === null ? null : <HitDialog key={shown.key} line={shown} onDecided={() => goOn(shown)} onClose={() => setShown(null)} />}
    </>
  )
}
