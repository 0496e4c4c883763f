// The day on this computer's calendar, for what a person is about to date.
import { Day } from '#shared/domain/time.ts'

/** Such as 2026-11-22, in this computer's time zone. */
export function todayHere(now = new Date()): Day {
  return Day.parse([now.getFullYear(), String(now.getMonth() + 1).padStart(2, '0'), String(now.getDate()).padStart(2, '0')].join('-'))
}
