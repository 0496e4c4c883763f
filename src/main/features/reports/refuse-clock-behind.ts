// Refuses to sign at a time before the newest signature that a report follows.
import { Refusal } from '#shared/contract/refusal.ts'

const written = (instant: string) => instant.slice(0, 19).replace('T', ' ')

/** Refuses with `clock-behind` when `newest` is later than `signedAt`: which assessment counts would then be the older one. Both are UTC instants. */
export function refuseClockBehind(newest: string | null | undefined, signedAt: string): void {
  if (newest === null || newest === undefined || newest <= signedAt) return
  throw new Refusal(
    'clock-behind',
    `The newest signature before this one is dated ${written(newest)} UTC, but by this computer's clock it is ${written(signedAt)} UTC now. If the clock is wrong now, set it right and sign; if it was ahead then, sign from that time on, or restore a backup from before that signature.`,
  )
}
