// Locks the vault: asks the page to save first, ends the process that holds the keys, and replaces the page.
import type { Wish } from '#shared/contract/settings.ts'

export interface LockerOptions {
  readonly isVaultOpen: () => boolean
  /** True while calls of the page wait for their answer. */
  readonly isEngineBusy: () => boolean
  readonly endEngine: () => Promise<void>
  readonly clearClipboard: () => Promise<void>
  readonly showFreshPage: () => void
  /** Calls `run` after `delayMs`; returns what cancels it. */
  readonly schedule: (run: () => void, delayMs: number) => () => void
}

export interface Locker {
  /** Asks the page for something. A wish to lock is carried out without the page when that does not answer. */
  wish(wish: Wish): void
  /** The next wish, whenever it comes; null for a caller that another one has taken the place of. */
  nextWish(): Promise<Wish | null>
  /** Ends the engine; shows a fresh page unless this one still holds text. */
  lock(keepsPage: boolean): Promise<void>
}

/** How long the page may take to save what was typed before the keys go without it, in milliseconds. */
export const graceMs = { 'lock-idle': 30_000, 'lock-screen': 5_000, 'lock-suspend': 5_000 } as const

function isAutomatic(wish: Wish): wish is keyof typeof graceMs {
  return wish in graceMs
}

export function createLocker(options: LockerOptions): Locker {
  let answer: ((wish: Wish | null) => void) | null = null
  let cancelForce: () => void = () => undefined
  const lock = async (keepsPage: boolean) => {
    cancelForce()
    await options.endEngine()
    await options.clearClipboard()
    if (!keepsPage) options.showFreshPage()
  }
  return {
    wish: (wish) => {
      if (!options.isVaultOpen()) return
      answer?.(wish)
      answer = null
      if (!isAutomatic(wish)) return
      cancelForce()
      // A page that waits for a save learns from its answer that the engine is gone, and keeps its text; one that does nothing at all is stuck.
      cancelForce = options.schedule(() => void lock(options.isEngineBusy()), graceMs[wish])
    },
    nextWish: () => {
      answer?.(null)
      return new Promise((resolve) => {
        answer = resolve
      })
    },
    lock,
  }
}
