// What is worth a look before somebody signs, though nothing of it stands in the way.
import type { DecisionCase } from '#shared/contract/reviews.ts'

export type Advice =
  | { readonly code: 'untreatedStop' | 'untreated' | 'conditionNoOwner' | 'lapsed'; readonly count: number }
  | { readonly code: 'noReview' | 'outdated' }
  | { readonly code: 'changesAsked'; readonly name: string }

/** The last word of each reviewer, by name. */
function lastWords(reviews: DecisionCase['reviews']): DecisionCase['reviews'] {
  return [...new Map(reviews.map((review) => [review.reviewerName.trim().toLowerCase(), review])).values()]
}

/** Most serious first; empty when there is nothing to say. */
export function adviceOn({ findings, reviews }: Pick<DecisionCase, 'findings' | 'reviews'>): Advice[] {
  const untreated = findings.filter(({ state }) => state === 'untreated')
  const stops = untreated.filter(({ floor }) => floor === 'stop').length
  const counted = [
    { code: 'untreatedStop', count: stops },
    { code: 'lapsed', count: findings.filter(({ state }) => state === 'lapsed').length },
    {
      code: 'conditionNoOwner',
      count: findings.filter(
        ({ finding, treatment }) =>
          finding.kind === 'condition' && (treatment === null || treatment.ownerName === '' || treatment.dueOn === null),
      ).length,
    },
    { code: 'untreated', count: untreated.filter(({ floor, finding }) => floor !== 'stop' && finding.kind !== 'condition').length },
  ] as const
  const words = lastWords(reviews)
  const last = reviews.at(-1)
  return [
    ...counted.filter(({ count }) => count > 0),
    ...words
      .filter(({ verdict }) => verdict === 'asks-for-changes')
      .map(({ reviewerName }) => ({ code: 'changesAsked' as const, name: reviewerName })),
    ...(last === undefined ? [{ code: 'noReview' as const }] : last.isOutdated ? [{ code: 'outdated' as const }] : []),
  ]
}
