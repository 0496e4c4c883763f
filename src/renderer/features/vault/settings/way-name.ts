// What a way to open the vault is called: the name a person gave it, or what the program calls it in the language of the page.
import type { Way } from '#shared/contract/keys.ts'
import { wordsIn } from '#renderer/i18n/words.ts'

/** What the vault itself writes as the name of its first passphrase. */
export const firstName = 'Passphrase'

export function wayName({ kind, name }: Pick<Way, 'kind' | 'name'>): string {
  const t = wordsIn('keys')
  if (kind === 'recovery') return t('ways.names.recovery')
  return kind === 'passphrase' && name === firstName ? t('ways.names.passphrase') : name
}
