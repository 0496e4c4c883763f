// The day on the calendar of this computer: what people mean by "today". Instants stay in UTC.
import type { Day } from './time.ts'

const twoDigits = (number: number) => String(number).padStart(2, '0')

/** The day, such as 2026-11-22, that a calendar in this computer's time zone shows at an instant. */
export function calendarDayOf(instant: string | Date): Day {
  const at = new Date(instant)
  return `${String(at.getFullYear()).padStart(4, '0')}-${twoDigits(at.getMonth() + 1)}-${twoDigits(at.getDate())}`
}
