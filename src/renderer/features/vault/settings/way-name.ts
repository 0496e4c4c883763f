// What a way to open the vault is called, and what else there is to say of it: the name a person gave it, or what the program calls it in the language of the page.
import type { Way } from '#shared/contract/keys.ts'
import { wordsIn } from '#renderer/i18n/words.ts'
import { dayText } from '#renderer/ui/numbers.ts'

/** What the vault itself writes as the name of its first passphrase. */
export const firstName = 'Passphrase'

export function wayName({ kind, name }: Pick<Way, 'kind' | 'name'>): string {
  const t = wordsIn('keys')
  if (kind === 'recovery') return t('ways.names.recovery')
  return kind === 'passphrase' && name === firstName ? t('ways.names.passphrase') : name
}

/** True for a passphrase that is called nothing but that. */
const isUnnamed = (way: Way) => wayName(way) === wordsIn('keys')('ways.kinds.passphrase')

/** What a passphrase is asked for by: its name where a person gave it one. */
export function passphraseLabel(way: Way): string {
  const t = wordsIn('keys')
  return isUnnamed(way) ? t('ways.kinds.passphrase') : t('keyFile.passphrase', { name: wayName(way) })
}

/** What changing it is called. */
export function changeTitle(way: Way): string {
  const t = wordsIn('keys')
  return isUnnamed(way) ? t('change.submit') : t('change.title', { name: wayName(way) })
}

/** What kind of way it is, unless its name says so, and since which day it opens the vault. */
export function wayDetail(way: Way, isThisDevice: boolean): string {
  const t = wordsIn('keys')
  const kind = isThisDevice ? t('ways.thisDevice') : t(`ways.kinds.${way.kind}`)
  const values = { kind, day: dayText(way.madeAt) }
  if (wayName(way) === kind) return t(way.needsKeyFile ? 'ways.sinceWithKeyFile' : 'ways.since', values)
  return t(way.needsKeyFile ? 'ways.detailWithKeyFile' : 'ways.detail', values)
}
