// Why an assessment cannot be signed yet, in words that say what to do.
import type { Pack } from '#shared/domain/pack.ts'
import type { Result } from '#shared/scoring/result.ts'
import { wordsIn } from '#renderer/i18n/words.ts'

type Blocker = Result['blockers'][number]

const t = wordsIn('deciding')

/** One sentence with its next step. */
export function blockerWords({ code, id }: Blocker, pack: Pack): string {
  switch (code) {
    case 'nothing-answered':
      return t('blockers.nothing-answered')
    case 'domain-not-assessed':
      return t('blockers.domain-not-assessed', { domain: pack.domains.find((domain) => domain.id === id)?.title ?? id })
    case 'not-applicable-without-reason':
    case 'invalid-answer':
      return t(`blockers.${code}`, { id })
  }
}
