// How large a file is, in words.
import { fileSize } from '#shared/domain/file-size.ts'
import { pageLocale } from '#renderer/i18n/page-language.ts'
import { wordsIn } from '#renderer/i18n/words.ts'

const t = wordsIn('controls')

/** "340 bytes", "1.2 MB". */
export function sizeText(sizeBytes: number): string {
  const { amount, unit } = fileSize(sizeBytes)
  return t(`size.${unit}`, { amount: amount.toLocaleString(pageLocale, { maximumFractionDigits: 1 }) })
}
