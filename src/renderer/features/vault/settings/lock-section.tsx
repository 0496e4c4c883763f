import { useId } from 'react'
import type { Settings } from '#shared/contract/settings.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { idleChoices, idleWords } from './idle-choices.ts'

/** When the vault locks by itself, and the lock itself. */
export function LockSection({ onLock }: { readonly onLock: () => void }) {
  const selectId = useId()
  const query = useQuery('settings.read', {})
  const save = useCommand('settings.save', ['settings.read'])
  if (query.state === 'loading') return <Waiting what="Reading the settings…" />
  if (query.state === 'failed') return <Refusal words={wordsFor(query.fault)} actions={<Button onClick={query.reload}>Try again</Button>} />
  const { settings, isDamaged, knowsScreenLock } = query.value
  const choose = (idleLockSeconds: Settings['idleLockSeconds']) => void save.run({ ...settings, idleLockSeconds })
  return (
    <div className="form">
      {isDamaged ? (
        <Notice tone="warning" title="The settings of this program could not be read, so the usual ones are in force.">
          <p>Choose again below; that writes them anew. The vault is not touched by this.</p>
        </Notice>
      ) : null}
      <div className="field">
        <label htmlFor={selectId} className="field-label">
          Lock when nobody has used this window for
        </label>
        <select
          id={selectId}
          className="input input-short"
          value={String(settings.idleLockSeconds)}
          onChange={(event) => choose(event.target.value === 'null' ? null : Number(event.target.value))}
        >
          {idleChoices(settings.idleLockSeconds).map((seconds) => (
            <option key={String(seconds)} value={String(seconds)}>
              {idleWords(seconds)}
            </option>
          ))}
        </select>
        <div className="field-hint">Kept on this computer, for every vault. Text that is not saved yet is saved first.</div>
      </div>
      <p>
        {knowsScreenLock
          ? 'The vault also locks when the screen of this computer is locked and when it goes to sleep.'
          : 'The vault also locks when this computer goes to sleep. On Linux a program is not told that the screen is locked, so choose a short time above.'}
      </p>
      {save.fault === null ? null : <Refusal words={wordsFor(save.fault)} />}
      <div className="form-actions">
        <Button onClick={onLock}>Lock now</Button>
        <span className="field-hint">
          <kbd>Ctrl</kbd> <kbd>L</kbd>, on a Mac <kbd>⌘</kbd> <kbd>L</kbd>
        </span>
      </div>
    </div>
  )
}
