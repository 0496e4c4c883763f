// A question pack and a file's check in words.
import type { PackCheck, PackSummary } from '#shared/contract/packs.ts'
import { countText } from '#renderer/ui/numbers.ts'

const languages = new Intl.DisplayNames('en', { type: 'language' })

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
      ? 'comes with Gatehouse'
      : basedOn === null
        ? 'kept in this vault'
        : `your own, based on ${basedOn.id} ${basedOn.version}`
  return isCurrent ? `${from}, used unless you choose another` : from
}

/** What the check of a file came to. */
export function checkTitle({ errorCount, warningCount, kind }: PackCheck): string {
  const what = kind === 'overlay' ? 'overlay' : 'pack'
  const warnings = warningCount === 0 ? '' : `, with ${countText(warningCount, 'warning', 'warnings')}`
  if (errorCount === 0) return `This ${what} can be used${warnings}.`
  return `This ${what} cannot be used yet: ${countText(errorCount, 'error', 'errors')}${warnings}. Nothing was added.`
}
