// The register of crown jewels: what each is, who owns it, where it is, who can reach it, and when it is looked at again.
import type { ProgrammeDocument } from '#shared/domain/programme-document.ts'
import type { RegisterLine } from '../../programme-model.ts'
import { fill, type ReportWords } from '../../words.ts'
import { impactText } from '../scope.ts'
import { stated } from '../stated.ts'
import { writtenDate, writtenProse } from '../written.ts'

function reviewText(reviewOn: string | null, isDue: boolean, words: ReportWords): string {
  if (reviewOn === null) return ''
  const date = writtenDate(reviewOn, words)
  return isDue ? fill(words.portfolio.overdue, { date }) : date
}

/** One entry for each crown jewel; facts that nobody stated are left out. */
export function registerLines({ crownJewels, asOf }: ProgrammeDocument, words: ReportWords): RegisterLine[] {
  return crownJewels.map((jewel) => {
    const isReviewDue = jewel.reviewOn !== null && jewel.reviewOn < asOf
    const label = words.programme
    return {
      name: jewel.name,
      impact: impactText(jewel, words),
      note: writtenProse(jewel.note),
      facts: stated([
        [label.jewelOwner, jewel.ownerName],
        [label.jewelPlaces, jewel.places],
        [label.jewelReach, jewel.whoCanReach],
        [label.jewelReview, reviewText(jewel.reviewOn, isReviewDue, words)],
        [label.jewelParties, jewel.reachedBy === 0 ? '' : String(jewel.reachedBy)],
      ]),
      isReviewDue,
    }
  })
}
