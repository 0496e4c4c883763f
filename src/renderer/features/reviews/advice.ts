// What is worth a look before somebody signs, though nothing of it stands in the way.
import type { DecisionCase } from '#shared/contract/reviews.ts'
import { isSamePerson } from './same-person.ts'

export type Advice =
  | { readonly code: 'untreatedStop' | 'untreated' | 'conditionNoOwner' | 'lapsed'; readonly count: number }
  | { readonly code: 'noReview' | 'ownReview' | 'outdated' }
  | { readonly code: 'changesAsked'; readonly name: string }

/** The last word of each reviewer, by name. */
function lastWords(reviews: DecisionCase['reviews']): DecisionCase['reviews'] {
  return [...new Map(reviews.map((review) => [review.reviewerName.trim().toLowerCase(), review])).values()]
}

/** Whether somebody carries it until a day, or has done it. An accepted one names both in its own way. */
function isCarried(treatment: DecisionCase['findings'][number]['treatment']): boolean {
  if (treatment === null) return false
  const { response, status, ownerName, dueOn } = treatment
  return response === 'accept' || status === 'done' || (ownerName !== '' && dueOn !== null)
}

/** Most serious first; empty when there is nothing to say. `decidedBy` is who decides; empty while nobody does. */
export function adviceOn({ findings, reviews }: Pick<DecisionCase, 'findings' | 'reviews'>, decidedBy: string): Advice[] {
  const untreated = findings.filter(({ state }) => state === 'untreated')
  const stops = untreated.filter(({ floor }) => floor === 'stop').length
  const counted = [
    { code: 'untreatedStop', count: stops },
    { code: 'lapsed', count: findings.filter(({ state }) => state === 'lapsed').length },
    {
      code: 'conditionNoOwner',
      count: findings.filter(({ finding, treatment }) => finding.kind === 'condition' && !isCarried(treatment)).length,
    },
    { code: 'untreated', count: untreated.filter(({ floor, finding }) => floor !== 'stop' && finding.kind !== 'condition').length },
  ] as const
  const words = lastWords(reviews)
  const last = reviews.at(-1)
  const isOwn = last !== undefined && reviews.every(({ reviewerName }) => isSamePerson(reviewerName, decidedBy))
  return [
    ...counted.filter(({ count }) => count > 0),
    ...words
      .filter(({ verdict }) => verdict === 'asks-for-changes')
      .map(({ reviewerName }) => ({ code: 'changesAsked' as const, name: reviewerName })),
    ...(isOwn ? [{ code: 'ownReview' as const }] : []),
    ...(last === undefined ? [{ code: 'noReview' as const }] : last.isOutdated ? [{ code: 'outdated' as const }] : []),
  ]
}
