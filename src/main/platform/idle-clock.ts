// Knows how long nobody has touched the window, and says once when that was long enough.

export interface IdleClock {
  /** Somebody pressed a key, moved the mouse or did something else in the window. */
  touch(): void
  /** Looks at the time; to be called every second or so. */
  look(): void
}

export interface IdleClockOptions {
  /** Milliseconds on a clock that is never set back. */
  readonly nowMs: () => number
  /** Seconds after which it is long enough; null for never. */
  readonly limitSeconds: () => number | null
  /** True while something is under way that must not be cut off; it counts as if somebody were there. */
  readonly isBusy: () => boolean
  readonly onIdle: () => void
}

export function createIdleClock({ nowMs, limitSeconds, isBusy, onIdle }: IdleClockOptions): IdleClock {
  let touchedAtMs = nowMs()
  let hasSpoken = false
  const touch = () => {
    touchedAtMs = nowMs()
    hasSpoken = false
  }
  return {
    touch,
    look: () => {
      if (isBusy()) return touch()
      const limit = limitSeconds()
      if (hasSpoken || limit === null || nowMs() - touchedAtMs < limit * 1_000) return
      hasSpoken = true
      onIdle()
    },
  }
}
