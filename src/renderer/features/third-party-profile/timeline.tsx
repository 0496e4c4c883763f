import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimelineItem } from '#shared/contract/third-party-profiles.ts'
import type { AssessmentId, ThirdPartyId } from '#shared/domain/ids.ts'
import { call } from '#renderer/bridge/call.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { clockText, dayText } from '#renderer/ui/numbers.ts'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { relationshipOf, timelineKey } from './timeline-words.ts'

interface TimelineProps {
  readonly id: ThirdPartyId
  readonly onOpen: (id: AssessmentId) => void
}

/** What happened with a third party, newest first, in the order of the vault's history. */
export function Timeline({ id, onOpen }: TimelineProps) {
  const { t } = useTranslation('third-party-profile')
  const query = useQuery('thirdParties.timeline', { id, before: null })
  if (query.state === 'loading') return <Waiting what={t('timeline.reading')} />
  if (query.state === 'failed')
    return <Refusal words={wordsFor(query.fault)} actions={<Button onClick={query.reload}>{t('tryAgain')}</Button>} />
  const { items, before } = query.value
  return (
    <section className="part" aria-labelledby="timeline-title">
      <h2 id="timeline-title">{t('timeline.title')}</h2>
      <p className="part-lead">{t('timeline.lead')}</p>
      <ol className="timeline">
        {items.map((item) => (
          <Item key={item.sequence} item={item} onOpen={onOpen} />
        ))}
        {before === null ? null : <OlderItems key={before} id={id} before={before} onOpen={onOpen} />}
      </ol>
    </section>
  )
}

interface Older {
  readonly items: readonly TimelineItem[]
  readonly before: number | null
}

function OlderItems({ id, before, onOpen }: TimelineProps & { readonly before: number }) {
  const { t } = useTranslation('third-party-profile')
  const [older, setOlder] = useState<Older>({ items: [], before })
  const [isReading, setIsReading] = useState(false)
  const read = async () => {
    setIsReading(true)
    const outcome = await call('thirdParties.timeline', { id, before: older.before })
    if (outcome.ok) setOlder({ items: [...older.items, ...outcome.value.items], before: outcome.value.before })
    setIsReading(false)
  }
  return (
    <>
      {older.items.map((item) => (
        <Item key={item.sequence} item={item} onOpen={onOpen} />
      ))}
      {older.before === null ? null : (
        <li>
          <Button isBusy={isReading} onClick={() => void read()}>
            {t('timeline.older')}
          </Button>
        </li>
      )}
    </>
  )
}

function Item({ item, onOpen }: { readonly item: TimelineItem; readonly onOpen: (id: AssessmentId) => void }) {
  const { t } = useTranslation('third-party-profile')
  const { assessment, about, at, firstAt, entryCount, questionCount, isClockBehind } = item
  const relationship = relationshipOf(item)
  const days = dayText(firstAt) === dayText(at) ? dayText(at) : t('timeline.fromTo', { from: dayText(firstAt), to: dayText(at) })
  return (
    <li className="timeline-item">
      <div className="timeline-when">
        {days}
        <span className="table-second">{clockText(at)}</span>
      </div>
      <div className="timeline-what">
        <span>{useActionText(item)}</span>
        {about === '' ? null : (
          <span className="table-second">{relationship === null ? about : t(`timeline.relationships.${relationship}`)}</span>
        )}
        {entryCount > questionCount && entryCount > 1 ? (
          <span className="table-second">{t('timeline.entries', { count: entryCount })}</span>
        ) : null}
        {isClockBehind ? <span className="table-second">{t('timeline.clock')}</span> : null}
        {assessment === null ? null : (
          <button type="button" className="link timeline-link" onClick={() => onOpen(assessment.id)}>
            {t('timeline.open', { relationship: t(`timeline.relationships.${assessment.relationship}`) })}
          </button>
        )}
      </div>
    </li>
  )
}

function useActionText({ action, questionCount }: TimelineItem): string {
  const { t } = useTranslation('third-party-profile')
  if (action === 'answer.save') return t('timeline.answers', { count: questionCount })
  const key = timelineKey(action)
  return key === null ? action : t(`timeline.actions.${key}`)
}
