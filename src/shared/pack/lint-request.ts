// Lint: what a third party may be asked is about itself.
import type { Pack } from '../domain/pack.ts'
import type { Finding } from './problem.ts'
import { pathOf } from './walk.ts'

/** Questions marked for the third party that are about the organization, its crown jewels, or a list it is checked against. */
export function lintRequest(pack: Pack): Finding[] {
  const domains = new Map(pack.domains.map((domain) => [domain.id, domain]))
  return pack.questions
    .filter((question) => {
      const domain = domains.get(question.domain)
      const isOwn = question.audience.includes('organization') || domain?.step === 1 || domain?.kind === 'check'
      return question.answeredBy === 'third-party' && isOwn
    })
    .map((question) => ({
      path: `${pathOf(question)}.answeredBy`,
      message: 'would send a question of the organization’s own to the third party; leave answeredBy out',
    }))
}
