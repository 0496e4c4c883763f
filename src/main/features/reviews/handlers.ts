// What stands beside a decision: the plan, what second persons say, and which assessment takes the place of which.
import type { DecisionCase } from '#shared/contract/reviews.ts'
import type { AssessmentId } from '#shared/domain/ids.ts'
import type { Assessment } from '#shared/domain/assessment.ts'
import type { Review } from '#shared/domain/review.ts'
import type { Treatment } from '#shared/domain/treatment.ts'
import { calendarDayOf } from '#shared/domain/calendar-day.ts'
import { findAssessment, findDraft, findPack, resultOf } from '#main/records/assessment.ts'
import { findingLines } from '#main/records/finding-lines.ts'
import { listManualFindings } from '#main/records/findings.ts'
import { findSupersededBy, findSupersession, listReviews } from '#main/records/review.ts'
import type { Store } from '#main/store/store.ts'
import { type EngineHandlers, type FeatureContext, requireStore } from '../feature-context.ts'
import { addReview, readLastChange } from './queries.ts'

type ReviewHandlers = Pick<EngineHandlers, 'decision.readCase' | 'reviews.add'>

/** When something that a reviewer looked at was changed last. What is done about the plan after signing is no longer under review. */
function lastChangeOf(store: Store, { id, signedAt }: Assessment, treatments: readonly Treatment[]): string {
  const planned = treatments.map(({ changedAt }) => changedAt).filter((at) => signedAt === null || at <= signedAt)
  return [store.first(readLastChange, { id })?.changedAt ?? '', ...planned].toSorted().at(-1) ?? ''
}

function readCase(context: FeatureContext, id: AssessmentId): DecisionCase {
  const store = requireStore(context)
  const assessment = findAssessment(store, id)
  const manualFindings = listManualFindings(store, id)
  const pack = findPack(store, context.packs, assessment)
  const result = resultOf(store, assessment, pack)
  const today = calendarDayOf(context.now())
  const findings = findingLines(store, { assessment, pack, result, today })
  const lastChange = lastChangeOf(
    store,
    assessment,
    findings.flatMap(({ treatment }) => treatment ?? []),
  )
  const supersession = findSupersession(store, id)
  const superseded = supersession === null ? null : findAssessment(store, supersession.assessmentId)
  return {
    findings,
    manualFindings,
    reviews: listReviews(store, id).map((review) => ({ ...review, isOutdated: lastChange > review.reviewedAt })),
    supersedes: supersession === null ? null : { ...supersession, signedAt: superseded?.signedAt ?? '' },
    supersededBy: findSupersededBy(store, id),
    today,
  }
}

export function reviewHandlers(context: FeatureContext): ReviewHandlers {
  return {
    'decision.readCase': ({ assessmentId }) => readCase(context, assessmentId),
    'reviews.add': ({ assessmentId, review: details }) => {
      const store = requireStore(context)
      findDraft(store, assessmentId)
      const review: Review = { ...details, reviewedAt: context.now() }
      store.write({ action: 'reviews.add', subject: assessmentId, payload: review }, (tx) => tx.run(addReview, { ...review, assessmentId }))
      return { review }
    },
  }
}
