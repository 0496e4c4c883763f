import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/contract.ts'
import type { Screening } from '#shared/domain/assessment-screening.ts'
import type { ThirdPartyId } from '#shared/domain/ids.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { pageLocale } from '#renderer/i18n/page-language.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { dayText } from '#renderer/ui/numbers.ts'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { RunDialog } from './run-dialog.tsx'
import { useWork } from './use-work.ts'
import { WorkPart } from './work-part.tsx'

interface PartyScreeningProps {
  readonly thirdPartyId: ThirdPartyId
  /** Goes to the screening screen, for this third party. */
  readonly onScreening: () => void
}

type Editions = OutputOf<'screening.lists'>['editions']

const joined = new Intl.ListFormat(pageLocale, { type: 'conjunction' })

/** Where comparing the names of one third party with lists stands, and the way to do it or to look at what waits. */
export function PartyScreening({ thirdPartyId, onScreening }: PartyScreeningProps) {
  const { t } = useTranslation('screening')
  const lists = useQuery('screening.lists', {})
  const state = useQuery('screening.ofParty', { thirdPartyId })
  const { work, watch } = useWork()
  const [begun, setBegun] = useState<number | null>(null)
  const [isAsking, setIsAsking] = useState(false)
  const failed = lists.state === 'failed' ? lists : state.state === 'failed' ? state : null
  if (failed !== null) return <Refusal words={wordsFor(failed.fault)} actions={<Button onClick={failed.reload}>{t('again')}</Button>} />
  if (lists.state !== 'ready' || state.state !== 'ready') return <div className="party-screening" />
  const { screening } = state.value
  const { editions } = lists.value
  const waiting = screening?.hits === undefined ? 0 : screening.hits.open + screening.hits['cannot-tell']
  const isRunning = work?.isRunning === true
  const isTold = isRunning || (work?.ending === 'failed' && work.number === begun)
  return (
    <section className="party-screening" aria-label={t('title')}>
      <p className="party-screening-state" role="status">
        <Icon name="lens" />
        <span>{sentences(t, screening, editions).join(' ')}</span>
      </p>
      {waiting === 0 ? null : (
        <Button isSmall look="primary" onClick={onScreening}>
          {t('party.look')}
        </Button>
      )}
      {editions.length === 0 ? (
        <Button isSmall onClick={onScreening}>
          {t('party.bring')}
        </Button>
      ) : (
        <Button isSmall changes aria-disabled={isRunning || undefined} onClick={() => (isRunning ? undefined : setIsAsking(true))}>
          {t('compare')}
        </Button>
      )}
      {work !== null && isTold ? <WorkPart work={work} /> : null}
      {isAsking ? (
        <RunDialog
          editions={editions}
          thirdPartyId={thirdPartyId}
          onBegun={(one) => {
            setBegun(one.number)
            watch(one)
          }}
          onClose={() => setIsAsking(false)}
        />
      ) : null}
    </section>
  )
}

/** When and with what names were compared, what came out, and why that may not be the last word. */
function sentences(t: ReturnType<typeof useTranslation<'screening'>>['t'], screening: Screening | null, editions: Editions): string[] {
  if (screening === null) return [t('party.none'), ...(editions.length === 0 ? [t('party.noLists')] : [])]
  const { outcome, hits, lists } = screening
  const known = new Set(lists.map(({ facts }) => facts?.sha256))
  const newest = editions.filter(({ id, listId }) => editions.find((one) => one.listId === listId)?.id === id)
  const waiting = hits === undefined ? 0 : hits.open + hits['cannot-tell']
  const compared = { lists: joined.format(lists.map(({ facts, listId }) => facts?.title ?? listId)), day: dayText(screening.screenedOn) }
  return [
    t('party.compared', compared),
    ...(hits === undefined || hits.same === 0 ? [] : [t('party.same', { count: hits.same })]),
    ...(waiting === 0 ? [] : [t('party.open', { count: waiting })]),
    ...(outcome === 'no-match' ? [t(hits === undefined || hits['not-same'] === 0 ? 'run.noHits' : 'party.settled')] : []),
    ...(outcome === 'could-not-screen' ? [t('party.partly')] : []),
    ...(newest.every(({ sha256 }) => known.has(sha256)) ? [] : [t('party.newer')]),
  ]
}
