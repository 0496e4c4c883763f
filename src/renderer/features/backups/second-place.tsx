import { useId } from 'react'
import type { BackupOverview } from '#shared/contract/backups.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { momentText } from './backup-words.ts'

const reminders = [
  [7, '7 days'],
  [14, '14 days'],
  [30, '30 days'],
  [90, '90 days'],
  [null, 'never'],
] as const

interface SecondPlaceProps {
  readonly overview: BackupOverview
  readonly isBusy: boolean
  readonly onCopy: () => void
}

/** A folder on another disk, where each backup is copied when that disk is there. */
export function SecondPlace({ overview, isBusy, onCopy }: SecondPlaceProps) {
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
  const known = reminders.some(([days]) => days === remindAfterDays)
    ? reminders
    : [...reminders, [remindAfterDays, `${remindAfterDays} days`] as const]
  return (
    <div className="form">
      <h3>Second place</h3>
      <p>
        {place === null
          ? 'The backups stand in the vault’s own folder, on the same disk. Choose a folder on another one, such as a USB stick, and each backup is copied there too, encrypted as it is.'
          : `${place.label}: ${place.isThere ? 'connected' : 'not connected now'}. ${place.lastCopyAt === null ? 'No copy was made there yet.' : `Last copy ${momentText(place.lastCopyAt)}.`}`}
      </p>
      <div className="form-actions">
        {place === null ? null : (
          <Button isBusy={isBusy} onClick={onCopy}>
            Copy there now
          </Button>
        )}
        <Button look={place === null ? 'secondary' : 'quiet'} disabled={isReadOnly} isBusy={choose.isRunning} onClick={() => void pick()}>
          {place === null ? 'Choose a folder…' : 'Choose another folder…'}
        </Button>
        {place === null ? null : (
          <Button look="quiet" onClick={() => void setPlace.run({ handle: null })}>
            Forget it
          </Button>
        )}
      </div>
      <div className="field">
        <label htmlFor={selectId} className="field-label">
          Remind me when the last copy there is older than
        </label>
        <select
          id={selectId}
          className="input input-short"
          value={String(remindAfterDays)}
          disabled={isReadOnly}
          onChange={(event) => void setReminder.run({ days: event.target.value === 'null' ? null : Number(event.target.value) })}
        >
          {known.map(([days, words]) => (
            <option key={String(days)} value={String(days)}>
              {words}
            </option>
          ))}
        </select>
      </div>
      {fault === null ? null : <Refusal words={wordsFor(fault)} />}
    </div>
  )
}
