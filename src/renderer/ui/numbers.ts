// How numbers, days and instants are written on the screen.
import { gapFigure } from '#shared/scoring/gap-figure.ts'
import { pageLocale } from '#renderer/i18n/page-language.ts'
import { writeDay } from './date-format.ts'

/** Basis points as percent with up to `digits` decimals: 6071 → "61 %" or "60.71 %". */
export function percentText(basisPoints: number, digits = 0): string {
  return `${(basisPoints / 100).toFixed(digits)} %`
}

/** Basis points in whole percent, half up. */
export function wholePercent(basisPoints: number): number {
  return Math.round(basisPoints / 100)
}

/** Best and worst case of a gap as the report prints it: "39–61 %", or "40 %" when both print alike; "20.4 %" where 20 would be another band. */
export function gapText(gap: { readonly loBp: number; readonly hiBp: number }): string {
  const lo = gapFigure(gap.loBp)
  const hi = gapFigure(gap.hiBp)
  return lo === hi ? `${hi} %` : `${lo}–${hi} %`
}

const clock = new Intl.DateTimeFormat(pageLocale, { hour: '2-digit', minute: '2-digit' })

/** The hour and minute of an instant on this computer's clock: "12:03". */
export function clockText(instant: string): string {
  return clock.format(new Date(instant))
}

/** A day, or the day of an instant on this computer's calendar, as the person wants days written: "22 Nov 2026". */
export function dayText(dayOrInstant: string): string {
  return writeDay(dayOrInstant)
}

/** "1 answer", "3 answers". */
export function countText(count: number, one: string, many: string): string {
  return `${count.toLocaleString(pageLocale)} ${count === 1 ? one : many}`
}
