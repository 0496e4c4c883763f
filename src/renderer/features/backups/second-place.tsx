import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupOverview } from '#shared/contract/backups.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { momentText } from './backup-words.ts'

const reminders: readonly (number | null)[] = [7, 14, 30, 90, null]

interface SecondPlaceProps {
  readonly overview: BackupOverview
  readonly isBusy: boolean
  readonly onCopy: () => void
}

/** A folder on another disk, where each backup is copied when that disk is there. */
export function SecondPlace({ overview, isBusy, onCopy }: SecondPlaceProps) {
  const { t } = useTranslation('backups')
  const selectId = useId()
  const choose = useCommand('backups.choosePlace')
  const setPlace = useCommand('backups.setPlace', ['backups.overview'])
  const setReminder = useCommand('backups.setReminder', ['backups.overview'])
  const { place, remindAfterDays, isReadOnly } = overview
  const fault = choose.fault ?? setPlace.fault ?? setReminder.fault
  const pick = async () => {
    const chosen = await choose.run({})
    if (chosen.ok && chosen.value.place !== null) await setPlace.run({ handle: chosen.value.place.handle })
  }
  const known = reminders.includes(remindAfterDays) ? reminders : [...reminders, remindAfterDays]
  return (
    <div className="form">
      <h3>{t('second.title')}</h3>
      <p>
        {place === null
          ? t('second.none')
          : t('second.place', {
              label: place.label,
              isThere: place.isThere ? t('second.connected') : t('second.notConnected'),
              lastCopy: place.lastCopyAt === null ? t('second.noCopy') : t('second.lastCopy', { moment: momentText(place.lastCopyAt) }),
            })}
      </p>
      <div className="form-actions">
        {place === null ? null : (
          <Button isBusy={isBusy} onClick={onCopy}>
            {t('second.copyNow')}
          </Button>
        )}
        <Button changes look={place === null ? 'secondary' : 'quiet'} isBusy={choose.isRunning} onClick={() => void pick()}>
          {place === null ? t('second.choose') : t('second.another')}
        </Button>
        {place === null ? null : (
          <Button changes look="quiet" onClick={() => void setPlace.run({ handle: null })}>
            {t('second.forget')}
          </Button>
        )}
      </div>
      <div className="field">
        <label htmlFor={selectId} className="field-label">
          {t('second.remind')}
        </label>
        <select
          id={selectId}
          className="input input-short"
          value={String(remindAfterDays)}
          disabled={isReadOnly}
          onChange={(event) => void setReminder.run({ days: event.target.value === 'null' ? null : Number(event.target.value) })}
        >
          {known.map((days) => (
            <option key={String(days)} value={String(days)}>
              {days === null ? t('second.never') : t('second.days', { count: days })}
            </option>
          ))}
        </select>
      </div>
      {fault === null ? null : <Refusal words={wordsFor(fault)} />}
    </div>
  )
}
