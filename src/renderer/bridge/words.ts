// What to tell a person for every code that can come back: what happened, and what to do next.
import type { CodeOf, ProcedureName } from '#shared/contract/contract.ts'
import type { CallFault } from './call.ts'
import { inPageLanguage } from '#renderer/i18n/said.ts'
import { wordsIn } from '#renderer/i18n/words.ts'

export interface Words {
  readonly what: string
  readonly next: string
}

type AnyCode = CodeOf<ProcedureName>

/** Codes whose detail tells more than any table can: who holds the vault, or why it cannot be written. Its first sentence is what happened. */
const tellsMore: ReadonlySet<string> = new Set<AnyCode>([
  'vault-busy',
  'write-failed',
  'not-a-picture',
  'list-not-readable',
  'list-too-long',
  'import-in-use',
  'countersign-too-long',
  'clock-behind',
])

/** Words for a fault, with the detail where a person needs it: which field was wrong, who holds the vault, the id in the log. */
export function wordsFor(fault: CallFault): Words {
  const t = wordsIn('refusals')
  const { path } = fault
  const detail = inPageLanguage(fault.detail)
  if (fault.code === 'invalid-input') {
    const what = path === null || path === '' ? t('field.unnamed', { detail }) : t('field.named', { path, detail })
    return { what, next: t('field.next') }
  }
  if (fault.code === 'internal') return { what: t('fault.what', { detail }), next: t('fault.next') }
  const [, what, next] = /^(.+?\.) (.+\.)$/.exec(fault.detail) ?? []
  return tellsMore.has(fault.code) && what !== undefined && next !== undefined
    ? { what: inPageLanguage(what), next: inPageLanguage(next) }
    : wordsForCode(fault.code)
}

/** What is said for every code; the type of the keys makes the compiler refuse a code without words. */
export function wordsForCode(code: AnyCode): Words {
  const t = wordsIn('refusals')
  return { what: t(`codes.${code}.what`), next: t(`codes.${code}.next`) }
}
