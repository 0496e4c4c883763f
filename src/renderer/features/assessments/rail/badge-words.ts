// Why a badge stands beside the tier, reason by reason.
import type { BadgeReason } from '#shared/scoring/result.ts'
import { wordsIn } from '#renderer/i18n/words.ts'

const t = wordsIn('result')

/** "2 answers rest on expired evidence". */
export function reasonWords({ code, ids }: BadgeReason): string {
  return t(`reason.${code}`, { count: ids.length })
}
