// The four impacts of losing a crown jewel, in words.
import { wordsIn } from '#renderer/i18n/words.ts'

const t = wordsIn('controls')

export const impactWords: Readonly<Record<number, string>> = {
  1: t('impact.1'),
  2: t('impact.2'),
  3: t('impact.3'),
  4: t('impact.4'),
}
