import { Notice } from '#renderer/ui/notice.tsx'
import type { UnlockNote } from './unlock-note.ts'

const allSaved = 'Everything was saved.'

/** Why the vault is locked, and what became of what was typed. */
export function UnlockNotice({ note }: { readonly note: UnlockNote }) {
  switch (note) {
    case 'locked':
      return <Notice tone="good" title={`The vault is locked. ${allSaved}`} />
    case 'locked-idle':
      return <Notice tone="good" title={`The vault locked itself, because nobody used this window for a while. ${allSaved}`} />
    case 'locked-screen':
      return <Notice tone="good" title={`The vault locked itself with the screen. ${allSaved}`} />
    case 'locked-suspend':
      return <Notice tone="good" title={`The vault locked itself when the computer went to sleep. ${allSaved}`} />
    case 'locked-unsaved':
      return (
        <Notice tone="info" title="The vault is locked.">
          <p>What was not saved is gone, as you chose. Everything that was marked “Saved” is in the vault.</p>
        </Notice>
      )
    case 'locked-held':
      return (
        <Notice tone="warning" title="The vault is locked. Something you typed could not be saved, and waits in this window." isUrgent>
          <p>Open the same vault to have it back and save it. Closing the window, or opening another vault, gives it up.</p>
        </Notice>
      )
    // Only this window locks its vault. Locked without it means that the engine had stopped and a new one answered.
    case 'vault-locked':
    case 'engine-stopped':
      return (
        <Notice tone="warning" title="The part of Gatehouse that holds the vault has stopped." isUrgent>
          <p>
            Open the vault again to go on. Nothing that was marked “Saved” is lost; text that was not yet saved comes back when you open the
            assessment again.
          </p>
        </Notice>
      )
  }
}
