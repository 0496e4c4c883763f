// What comparing a third party's names with lists gave, as its assessments take it; drafts that took it over follow it.
import { z } from 'zod'
import { Screening } from '#shared/domain/assessment-screening.ts'
import { calendarDayOf } from '#shared/domain/calendar-day.ts'
import { AssessmentId, type ThirdPartyId } from '#shared/domain/ids.ts'
import { HitState, ListId, ResultContent, wasCompared } from '#shared/domain/screening-hit.ts'
import type { PackLibrary } from '#main/packs/pack-library.ts'
import type { ReadDb, WriteDb } from '#main/store/database.ts'
import { command, query } from '#main/store/statement.ts'
import { findDraft, findPack, findScreening } from './assessment.ts'
import { jsonText } from './json-text.ts'
import { namesOf } from './party-names.ts'
import { settleOutcome } from './settle-outcome.ts'

export const saveScreening = command(
  `INSERT INTO screening (assessment_id, content, saved_at) VALUES (:assessmentId, :content, :savedAt)
   ON CONFLICT (assessment_id) DO UPDATE SET content = :content, saved_at = :savedAt`,
)

export const readResultsOfParty = query(
  `SELECT list_id AS listId, screened_at AS screenedAt, outcome, content FROM screening_result
   WHERE third_party_id = :thirdPartyId ORDER BY list_id`,
  z.strictObject({
    listId: ListId,
    screenedAt: z.string(),
    outcome: z.enum(['no-match', 'possible-match', 'could-not-screen']),
    content: jsonText(ResultContent),
  }),
)
const StateCount = z.strictObject({ state: HitState, count: z.int() })
export const countHitStates = query(
  'SELECT state, count(*) AS count FROM screening_hit WHERE third_party_id = :thirdPartyId GROUP BY state',
  StateCount,
)
export const countAllHitStates = query('SELECT state, count(*) AS count FROM screening_hit GROUP BY state', StateCount)
/** Drafts of a third party whose screening was taken over from a comparison. */
export const readFollowers = query(
  `SELECT assessment.id FROM assessment JOIN screening ON screening.assessment_id = assessment.id
   WHERE third_party_id = :thirdPartyId AND status = 'draft' AND json_extract(content, '$.hits') IS NOT NULL`,
  z.strictObject({ id: AssessmentId }),
)

export type HitCounts = Readonly<Record<HitState, number>>

/** How many hits stand in each state, of one third party or of all. */
export function hitCountsOf(db: ReadDb, thirdPartyId: ThirdPartyId | null): HitCounts {
  const rows = thirdPartyId === null ? db.all(countAllHitStates) : db.all(countHitStates, { thirdPartyId })
  const of = (state: HitState) => rows.find((row) => row.state === state)?.count ?? 0
  return { open: of('open'), same: of('same'), 'not-same': of('not-same'), 'cannot-tell': of('cannot-tell') }
}

/** The most serious of what people said and what nobody settled; never a match unless a person said so. */
function outcomeOf(hits: HitCounts, couldNotScreen: boolean): Screening['outcome'] {
  if (hits.same > 0) return 'match'
  if (hits.open + hits['cannot-tell'] > 0) return 'possible-match'
  return couldNotScreen ? 'could-not-screen' : 'no-match'
}

/**
 * What the last comparisons of a third party come to, dated by the oldest of them; null when it was never compared. A name that it has now
 * and that a list was not compared with, or not as the name of a person that it may be by now, clears nobody.
 */
export function screeningOfParty(db: ReadDb, thirdPartyId: ThirdPartyId): Screening | null {
  const results = db.all(readResultsOfParty, { thirdPartyId })
  const [oldest] = results.map(({ screenedAt }) => screenedAt).toSorted()
  if (oldest === undefined) return null
  const hits = hitCountsOf(db, thirdPartyId)
  const names = new Set(results.flatMap(({ content }) => content.names.map(({ name }) => name)))
  const notComparable = new Set(results.flatMap(({ content }) => content.notComparable))
  const screenedOn = calendarDayOf(oldest)
  const now = namesOf(db, thirdPartyId, false)
  const isOutdated = (content: ResultContent) => !now.every((name) => wasCompared(content, name))
  return Screening.parse({
    screenedOn,
    lists: results.map(({ listId, content: { edition, entryCount, holeCount } }) => ({
      listId,
      editionOn: edition.editionOn,
      facts: { title: edition.title, sha256: edition.sha256, entryCount, holeCount },
    })),
    outcome: outcomeOf(
      hits,
      results.some(({ outcome, content }) => outcome === 'could-not-screen' || content.moreHits !== undefined || isOutdated(content)),
    ),
    names: { compared: names.size, notComparable: notComparable.size },
    hits,
  })
}

/** How many drafts follow the comparisons of a third party. */
export function countFollowers(db: ReadDb, thirdPartyId: ThirdPartyId): number {
  return db.all(readFollowers, { thirdPartyId }).length
}

/** Brings the drafts that took the screening over up to what stands now; what was entered by hand stays as it is. */
export function followScreening(
  tx: WriteDb,
  thirdPartyId: ThirdPartyId,
  { packs, at }: { readonly packs: PackLibrary; readonly at: string },
): void {
  const followers = tx.all(readFollowers, { thirdPartyId })
  const screening = followers.length === 0 ? null : screeningOfParty(tx, thirdPartyId)
  if (screening === null) return
  const content = JSON.stringify(screening)
  for (const { id } of followers) {
    if (JSON.stringify(findScreening(tx, id)) === content) continue
    const assessment = findDraft(tx, id)
    tx.run(saveScreening, { assessmentId: id, content, savedAt: at })
    settleOutcome(tx, { assessment, pack: findPack(tx, packs, assessment) }, at)
  }
}
