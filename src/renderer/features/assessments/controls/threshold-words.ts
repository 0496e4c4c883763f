// The hint under a count: above which number it weighs more, where that number comes from, and on which side the typed count is.
import type { CountThreshold } from '#shared/contract/reference.ts'
import type { Option } from '#shared/domain/question.ts'
import { wordsIn } from '#renderer/i18n/words.ts'

const t = wordsIn('answer-controls')

/** The number in the pack counts; the reference data says what is counted and where that stands. Null for a count without a threshold. */
export function thresholdWords(option: Option, known: CountThreshold | undefined, count: number | null): string | null {
  const above = option.thresholdCount ?? known?.moreThan ?? null
  if (above === null && known === undefined) return null
  const hint = withPlace(bulkWords(above, known), known)
  if (above === null || above === 0 || count === null || Number.isNaN(count)) return hint
  return t(count > above ? 'counts.above' : 'counts.notAbove', { hint })
}

function bulkWords(above: number | null, known: CountThreshold | undefined): string {
  if (above === null || above === 0) return t('counts.any')
  return known === undefined ? t('counts.bulk', { count: above }) : t('counts.bulkOf', { count: above, unit: t(`counts.${known.unit}`) })
}

function withPlace(hint: string, known: CountThreshold | undefined): string {
  return known === undefined ? t('counts.end', { hint }) : t('counts.where', { hint, section: known.section.replace(/^28 CFR /, '') })
}
