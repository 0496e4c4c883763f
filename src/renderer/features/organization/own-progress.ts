// How far the organization has answered about itself, domain by domain, and which answers are old.
import type { OutputOf } from '#shared/contract/contract.ts'
import type { OwnQuestion } from '#shared/contract/organization-profile.ts'
import { type OrganizationAnswer, staleAfterMonths } from '#shared/domain/organization-answer.ts'
import type { Domain } from '#shared/domain/pack.ts'
import { monthsAfter } from '#shared/scoring/calendar.ts'

export interface OwnSection {
  readonly domain: Domain
  readonly questions: readonly OwnQuestion[]
  readonly answers: ReadonlyMap<string, OrganizationAnswer>
  readonly stale: readonly OrganizationAnswer[]
  /** The day of the oldest answer; null when there is none. */
  readonly oldestOn: string | null
}

/** True for an answer that was given or confirmed too long ago to be taken for granted on this day. */
export function isStale(answer: OrganizationAnswer, today: string): boolean {
  return monthsAfter(answer.answeredOn, staleAfterMonths) < today
}

/** The questions of each domain with their answers, in the pack's order. */
export function ownSections({ domains, questions, answers }: OutputOf<'organization.questions'>, today: string): OwnSection[] {
  const byId = new Map<string, OrganizationAnswer>(answers.map((answer) => [answer.questionId, answer]))
  return domains.map((domain) => {
    const own = questions.filter(({ question }) => question.domain === domain.id)
    const given = own.flatMap(({ question }) => byId.get(question.id) ?? [])
    return {
      domain,
      questions: own,
      answers: new Map<string, OrganizationAnswer>(given.map((answer) => [answer.questionId, answer])),
      stale: given.filter((answer) => isStale(answer, today)),
      oldestOn: given.map((answer) => answer.answeredOn).toSorted()[0] ?? null,
    }
  })
}
