// Locks the vault from the page's side: saves first, asks or keeps what could not be saved, then hands over.
import { useState } from 'react'
import type { LeftSession, LockWish } from '#shared/contract/settings.ts'
import { call } from '#renderer/bridge/call.ts'
import type { UnlockNote } from '#renderer/features/vault/unlock-note.ts'
import { forgetUnsaved, saveBeforeLeaving, type Unsaved } from './window-close.ts'

interface LockOptions {
  /** A person wants to lock, and this would be lost; null when the question is settled. */
  readonly onAsk: (unsaved: Unsaved | null) => void
  /** What this page leaves for the one after it. */
  readonly leave: (note: LeftSession['note']) => LeftSession
  readonly onLocked: (note: UnlockNote) => void
}

const notes = { lock: 'locked', 'lock-idle': 'locked-idle', 'lock-screen': 'locked-screen', 'lock-suspend': 'locked-suspend' } as const

export function useLock({ onAsk, leave, onLocked }: LockOptions) {
  const [isLocking, setIsLocking] = useState(false)

  const replacePage = async (note: LeftSession['note']) => {
    // Nothing in this page is wanted any more, so that nothing may hold it back.
    const left = leave(note)
    forgetUnsaved()
    await call('app.lock', { left })
  }
  const lock = async (wish: LockWish) => {
    setIsLocking(true)
    const unsaved = await saveBeforeLeaving()
    if (unsaved === null) await replacePage(notes[wish])
    else if (wish === 'lock') onAsk(unsaved)
    else {
      // Nobody is there to be asked. The keys go; the text stays in this window until the vault is open again.
      await call('app.lock', { left: null })
      onAsk(null)
      onLocked('locked-held')
    }
    setIsLocking(false)
  }
  return {
    isLocking,
    byWish: (wish: LockWish) => void lock(wish),
    withoutSaving: () => void replacePage('locked-unsaved'),
  }
}
