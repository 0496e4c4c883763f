// What shows crown jewels, the four impacts, and when one is to be looked at again.
import { calendarDayOf } from '#shared/domain/calendar-day.ts'

export const jewelLists = ['jewelRegister.list', 'jewelRegister.suggestions', 'crownJewels.list', 'exposure.list', 'guide.read'] as const

/** Whether a review is due on the day that this computer's calendar shows. */
export function isReviewDue(reviewOn: string, now: Date): boolean {
  return reviewOn <= calendarDayOf(now)
}

export const impacts = [1, 2, 3, 4] as const

/** An impact of the domain, 1 to 4, as a key of the words. */
export function impactKey(impact: number): (typeof impacts)[number] {
  return impacts.find((known) => known === impact) ?? 1
}
