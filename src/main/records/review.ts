// What second persons said of an assessment, and which assessment takes the place of which.
import { z } from 'zod'
import { AssessmentId } from '#shared/domain/ids.ts'
import { Review } from '#shared/domain/review.ts'
import { Supersession } from '#shared/domain/supersession.ts'
import { Instant } from '#shared/domain/time.ts'
import type { ReadDb, WriteDb } from '#main/store/database.ts'
import { command, query } from '#main/store/statement.ts'

const ReviewRow = z
  .strictObject({
    reviewerName: z.string(),
    reviewerRole: z.string(),
    verdict: z.string(),
    note: z.string(),
    reviewedAt: z.string(),
  })
  .transform((row) => Review.parse(row))

export const readReviews = query(
  `SELECT reviewer_name AS reviewerName, reviewer_role AS reviewerRole, verdict, note, reviewed_at AS reviewedAt FROM review
   WHERE assessment_id = :id ORDER BY number`,
  ReviewRow,
)
export const readSupersession = query(
  'SELECT superseded_id AS assessmentId, reason FROM supersession WHERE assessment_id = :id',
  z.strictObject({ assessmentId: z.string(), reason: z.string() }).transform((row) => Supersession.parse(row)),
)

export const SupersededBy = z.strictObject({
  assessmentId: AssessmentId,
  status: z.enum(['draft', 'signed']),
  startedAt: Instant,
  signedAt: Instant.nullable(),
})
type SupersededBy = z.infer<typeof SupersededBy>

export const readSuperseding = query(
  `SELECT newer.id AS assessmentId, newer.status, newer.started_at AS startedAt, newer.signed_at AS signedAt
   FROM assessment AS old JOIN assessment AS newer ON newer.third_party_id = old.third_party_id AND newer.relationship = old.relationship
   WHERE old.id = :id AND (newer.signed_at > old.signed_at
     OR EXISTS (SELECT 1 FROM supersession WHERE superseded_id = old.id AND supersession.assessment_id = newer.id))
   ORDER BY newer.status = 'signed' DESC, newer.signed_at, newer.started_at DESC, newer.id LIMIT 1`,
  SupersededBy,
)
export const addSupersession = command(
  'INSERT INTO supersession (assessment_id, superseded_id, reason) VALUES (:assessmentId, :supersededId, :reason)',
)

/** What second persons said, the oldest first. */
export function listReviews(db: ReadDb, id: AssessmentId): Review[] {
  return db.all(readReviews, { id })
}

/** The assessment whose place this one takes; null when it takes none. */
export function findSupersession(db: ReadDb, id: AssessmentId): Supersession | null {
  return db.first(readSupersession, { id }) ?? null
}

/**
 * What takes the place of a signed assessment: the first one signed after it about the same third party in the same relationship, whether
 * it was begun for that or not, else the draft that was started last to do so; null when nothing does.
 */
export function findSupersededBy(db: ReadDb, id: AssessmentId): SupersededBy | null {
  return db.first(readSuperseding, { id }) ?? null
}

/** Records, in the transaction that starts it, that an assessment takes the place of a signed one. */
export function recordSupersession(tx: WriteDb, id: AssessmentId, { assessmentId: supersededId, reason }: Supersession): void {
  tx.run(addSupersession, { assessmentId: id, supersededId, reason })
}
