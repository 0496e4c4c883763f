// Numbers, dates and paragraphs as a reader expects them, from the catalogue alone: no locale, no time zone, no clock.
import { fileSize } from '#shared/domain/file-size.ts'
import { gapFigure } from '#shared/scoring/gap-figure.ts'
import type { GapRange } from '#shared/scoring/result.ts'
import type { z } from 'zod'
import type { Tier, TierRange } from '#shared/domain/tier.ts'
import type { PrintedTier, PrintedTierRange, Prose } from '../report-model.ts'
import { fill, type ReportWords } from '../words.ts'

type Gap = z.infer<typeof GapRange>

/** A whole number with group marks: 1234567 is `1,234,567`. */
export function writtenCount(count: number, words: ReportWords): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, words.number.group)
}

/** A file's size: `340 bytes`, `1.2 MB`. */
export function writtenSize(sizeBytes: number, words: ReportWords): string {
  const { amount, unit } = fileSize(sizeBytes)
  const [whole = '0', tenths] = String(amount).split('.')
  const number = writtenCount(Number(whole), words)
  return fill(words.size[unit], { amount: tenths === undefined ? number : `${number}${words.number.decimal}${tenths}` })
}

/** Hundredths as a decimal with exactly two places: 1785 is `17.85`. Exact, no rounding. */
export function writtenHundredths(hundredths: number, words: ReportWords): string {
  return `${Math.floor(hundredths / 100)}${words.number.decimal}${String(hundredths % 100).padStart(2, '0')}`
}

/** Basis points as percent without trailing zeros: 1250 is `12.5 %`. Exact. */
export function writtenShare(basisPoints: number, words: ReportWords): string {
  const exact = writtenHundredths(basisPoints, words)
  const number = exact.replace(/0$/, '').replace(/0$/, '')
  return fill(words.number.percent, { number: number.endsWith(words.number.decimal) ? number.slice(0, -1) : number })
}

/** A gap in percent, rounded within its band: `42–67 %`, or `42 %` when both ends print alike; `20.4 %` where 20 would be another band. */
export function writtenGap(gap: Gap, words: ReportWords): string {
  const [low = '', high = ''] = [gap.loBp, gap.hiBp].map((basisPoints) => gapFigure(basisPoints).replace('.', words.number.decimal))
  return low === high ? fill(words.number.percent, { number: low }) : fill(words.number.percentRange, { low, high })
}

/** Two ranks: `3`, or `2–3` when they differ. */
export function writtenRanks(ranks: { readonly best: number; readonly worst: number }, words: ReportWords): string {
  return ranks.best === ranks.worst ? `${ranks.worst}` : fill(words.number.range, { low: `${ranks.best}`, high: `${ranks.worst}` })
}

/** A day, month or year as text: `2026-11-22` is `22 November 2026`, `2026-11` is `November 2026`. */
export function writtenDate(date: string, words: ReportWords): string {
  const [year = '', month, day] = date.split('-')
  const monthName = words.months[Number(month) - 1]
  if (monthName === undefined) return year
  if (day === undefined) return fill(words.date.month, { month: monthName, year })
  return fill(words.date.day, { day: String(Number(day)), month: monthName, year })
}

/** An instant in UTC to the minute: `22 November 2026, 09:30 UTC`. */
export function writtenInstant(instant: string, words: ReportWords): string {
  return fill(words.date.instant, { date: writtenDate(instant.slice(0, 10), words), time: instant.slice(11, 16) })
}

/** An instant in UTC to the second, as a signature states it. */
export function writtenSecond(instant: string, words: ReportWords): string {
  return fill(words.date.instant, { date: writtenDate(instant.slice(0, 10), words), time: instant.slice(11, 19) })
}

/** Typed text as paragraphs: lines without the empty ones and without blanks at their ends. */
export function writtenProse(text: string): Prose {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

export function printedTier(tier: Tier, words: ReportWords): PrintedTier {
  return { id: tier, word: words.tier[tier] }
}

/** A tier range with its words: `High`, or `Moderate to High`. */
export function printedTierRange(range: TierRange, words: ReportWords): PrintedTierRange {
  const best = printedTier(range.best, words)
  const worst = printedTier(range.worst, words)
  return { best, worst, text: best.id === worst.id ? worst.word : fill(words.sentence.tierRange, { best: best.word, worst: worst.word }) }
}

/** The tier as a result states it: as `printedTierRange`, but `Low (unconfirmed)` where a Low rests on too little evidence. */
export function statedTier(result: { readonly tier: TierRange; readonly isUnconfirmed: boolean }, words: ReportWords): PrintedTierRange {
  if (!result.isUnconfirmed) return printedTierRange(result.tier, words)
  const tier = { id: result.tier.worst, word: words.tierUnconfirmed }
  return { best: tier, worst: tier, text: tier.word }
}

/** A serial or hash in groups of four digits, so that it can be read aloud and can wrap. */
export function groupedDigits(digits: string): string {
  return digits.replaceAll(/(.{4})(?=.)/g, '$1 ')
}

/** A longer word is cut; otherwise little would be left of a short line. */
const longestCutWord = 14

/** The first `length` characters of a text, with an ellipsis when there were more; ends with a whole word where one ends near. Never splits a character. */
export function shortened(text: string, length: number): string {
  const characters = [...text]
  if (characters.length <= length) return text
  const kept = characters.slice(0, length - 1).join('')
  const isWordCut = characters[length - 1] !== ' '
  const wordEnd = kept.lastIndexOf(' ')
  const isNear = wordEnd > 0 && kept.length - wordEnd <= longestCutWord
  return `${(isWordCut && isNear ? kept.slice(0, wordEnd) : kept).replace(/[\s,;:·]+$/u, '')}…`
}
