import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ThirdPartyId } from '#shared/domain/ids.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { useDropzone } from '#renderer/ui/use-dropzone.ts'
import { useFocusNext } from '#renderer/ui/use-focus-next.ts'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { AddListDialog } from './add-list-dialog.tsx'
import { HitsPart } from './hits-part.tsx'
import { ListsPart } from './lists-part.tsx'
import { OpenWorkPart } from './open-work-part.tsx'
import { RunDialog } from './run-dialog.tsx'
import { RunsPart } from './runs-part.tsx'
import { useListFile } from './use-list-file.ts'
import { useWork } from './use-work.ts'
import { WorkPart } from './work-part.tsx'

interface ScreeningViewProps {
  /** Whose hits are shown, and who is compared unless others are chosen; null for everybody. */
  readonly thirdPartyId: ThirdPartyId | null
  readonly onEverybody: () => void
  readonly onParty: (id: ThirdPartyId) => void
}

/** The lists, names compared with them, and what people say of what was found. */
export function ScreeningView({ thirdPartyId, onEverybody, onParty }: ScreeningViewProps) {
  const { t } = useTranslation('screening')
  const lists = useQuery('screening.lists', {})
  const overview = useQuery('screening.overview', {})
  const desk = useListFile()
  const { work, watch } = useWork()
  const [isAsking, setIsAsking] = useState(false)
  const { box, focusNext } = useFocusNext<HTMLDivElement>()
  const { isOver, handlers } = useDropzone(desk.drop)
  const failed = lists.state === 'failed' ? lists : overview.state === 'failed' ? overview : null
  const isReady = lists.state === 'ready' && overview.state === 'ready'
  const hasLists = isReady && lists.value.editions.length > 0
  return (
    <div ref={box} className={isOver ? 'screening is-over' : 'screening'} {...handlers}>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        actions={
          hasLists ? (
            <>
              <Button changes look="primary" aria-disabled={work?.isRunning === true || undefined} onClick={() => setIsAsking(true)}>
                {t('compare')}
              </Button>
              <Button changes onClick={() => void desk.choose()}>
                {t('addList')}
              </Button>
            </>
          ) : undefined
        }
      />
      {isOver ? <p className="screening-drop">{t('lists.dropped')}</p> : null}
      {desk.refused === null ? null : <Refusal words={desk.refused} />}
      {failed === null ? null : <Refusal words={wordsFor(failed.fault)} actions={<Button onClick={failed.reload}>{t('again')}</Button>} />}
      {failed === null && !isReady ? <Waiting what={t('reading')} /> : null}
      {work === null ? null : <WorkPart work={work} />}
      {isReady ? (
        <>
          {hasLists || overview.value.runs.length > 0 ? (
            <section className="screening-part">
              <h2>{t('hits.title')}</h2>
              <p className="screening-quiet">
                {t('overview', { screened: overview.value.screenedCount, parties: overview.value.partyCount })} {t('limits')}
              </p>
              <HitsPart
                counts={overview.value.hitCounts}
                thirdPartyId={thirdPartyId}
                onEverybody={onEverybody}
                isCompared={overview.value.screenedCount > 0}
                onLastDecided={() => focusNext('.screening-hits button, .choice-bar [aria-checked="true"]')}
              />
            </section>
          ) : null}
          <section className="screening-part">
            <h2>{t('lists.title')}</h2>
            <ListsPart lists={lists.value} onAdd={() => void desk.choose()} />
          </section>
          {hasLists ? (
            <section className="screening-part">
              <h2>{t('work.title')}</h2>
              <OpenWorkPart onParty={onParty} />
            </section>
          ) : null}
          {overview.value.runs.length === 0 ? null : (
            <section className="screening-part">
              <h2>{t('runs.title')}</h2>
              <RunsPart runs={overview.value.runs} />
            </section>
          )}
          {isAsking ? (
            <RunDialog editions={lists.value.editions} thirdPartyId={thirdPartyId} onBegun={watch} onClose={() => setIsAsking(false)} />
          ) : null}
        </>
      ) : null}
      <AddListDialog desk={desk} onKept={() => focusNext('.page-actions button')} />
    </div>
  )
}
