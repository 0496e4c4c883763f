// A question pack and a file's check in words.
import type { PackCheck, PackSummary } from '#shared/contract/packs.ts'
import { pageLocale } from '#renderer/i18n/page-language.ts'
import { wordsIn } from '#renderer/i18n/words.ts'

const t = wordsIn('packs')
const languages = new Intl.DisplayNames(pageLocale, { type: 'language' })

/** "English"; the code itself when nothing is known of it. */
export function languageName(code: string): string {
  return languages.of(code) ?? code
}

/** "Three steps for third-party risk 1.0.0". */
export function packTitle({ title, reference }: Pick<PackSummary, 'title' | 'reference'>): string {
  return `${title} ${reference.version}`
}

/** Where a pack comes from, in a word or two. */
export function originWords({ origin, basedOn, isCurrent }: PackSummary): string {
  const from =
    origin === 'shipped'
      ? t('origin.shipped')
      : basedOn === null
        ? t('origin.kept')
        : t('origin.own', { id: basedOn.id, version: basedOn.version })
  return isCurrent ? t('origin.current', { origin: from }) : from
}

/** What the check of a file came to. */
export function checkTitle({ errorCount, warningCount, kind: found }: PackCheck): string {
  const kind = found === 'overlay' ? 'overlay' : 'pack'
  const warnings = t('check.warnings', { count: warningCount })
  const errors = t('check.errors', { count: errorCount })
  if (errorCount === 0) return warningCount === 0 ? t(`check.fine.${kind}`) : t(`check.warned.${kind}`, { warnings })
  return warningCount === 0 ? t(`check.refused.${kind}`, { errors }) : t(`check.refusedWarned.${kind}`, { errors, warnings })
}
