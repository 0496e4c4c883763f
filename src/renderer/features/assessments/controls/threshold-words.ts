// The hint under a count: above which number it weighs more, where that number comes from, and on which side the typed count is.
import type { CountThreshold } from '#shared/contract/reference.ts'
import type { Option } from '#shared/domain/question.ts'

const units: Readonly<Record<CountThreshold['unit'], string>> = { 'us-persons': 'U.S. persons', 'us-devices': 'U.S. devices' }

/** The number in the pack counts; the reference data says what is counted and where that stands. Null for a count without a threshold. */
export function thresholdWords(option: Option, known: CountThreshold | undefined, count: number | null): string | null {
  const above = option.thresholdCount ?? known?.moreThan ?? null
  const where = known === undefined ? '' : ` (28 CFR ${known.section.replace(/^28 CFR /, '')})`
  if (above === null && known === undefined) return null
  if (above === null || above === 0) return `Any volume counts${where}.`
  const unit = known === undefined ? '' : ` ${units[known.unit]}`
  const hint = `Bulk is more than ${above.toLocaleString('en-GB')}${unit}${where}.`
  if (count === null || Number.isNaN(count)) return hint
  return `${hint} This is ${count > above ? 'above' : 'not above'} it.`
}
