// The clock and the ids of the sample vault: the same on every machine.
import { createHash } from 'node:crypto'

export interface SampleClock {
  /** The next instant: each look is one second later than the one before. */
  now(): string
  /** Goes on to nine in the morning of `day`, unless it is later than that already. */
  goTo(day: string): void
}

export function createSampleClock(firstDay: string): SampleClock {
  const morningOf = (day: string) => Date.parse(`${day}T09:00:00.000Z`)
  let atMs = morningOf(firstDay)
  return {
    now: () => {
      atMs += 1_000
      return new Date(atMs).toISOString()
    },
    goTo: (day) => {
      atMs = Math.max(atMs, morningOf(day))
    },
  }
}

/** Ids that look like random ones (UUID version 4) and are always the same, in the order in which they are asked for. */
export function createSampleIds(): () => string {
  let count = 0
  return () => {
    count += 1
    const hex = createHash('sha256').update(`gatehouse sample ${count}`).digest('hex')
    return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-')
  }
}
