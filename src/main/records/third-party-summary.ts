// Keeps one narrow row for each third party, which lists search, filter and sort by.
import { z } from 'zod'
import { calendarDayOf } from '#shared/domain/calendar-day.ts'
import type { ThirdPartyId } from '#shared/domain/ids.ts'
import { type RelationshipKind, relationshipKinds } from '#shared/domain/relationship.ts'
import { foldedTokens } from '#shared/screening/fold.ts'
import type { WriteDb } from '#main/store/database.ts'
import { command, query, type SqlValue } from '#main/store/statement.ts'

const text = z.string()
const whole = z.int()

/** `known` is what the profile adds to search by: LEI, other numbers, other names and the names of contacts. */
export const readSummarySource = query(
  `SELECT legal_name AS legalName, native_name AS nativeName, registration_number AS registrationNumber, country,
     EXISTS (SELECT 1 FROM third_party_archive WHERE third_party_id = third_party.id) AS isArchived,
     (SELECT coalesce(group_concat(part.value, ' '), '') FROM third_party_profile, json_tree(content) AS part
      WHERE third_party_id = third_party.id AND part.type = 'text' AND part.key IN ('lei', 'value', 'name')) AS known
   FROM third_party WHERE id = :id`,
  z.strictObject({ legalName: text, nativeName: text, registrationNumber: text, country: text, isArchived: whole, known: text }),
)
export const readKindsOf = query('SELECT kind FROM relationship WHERE third_party_id = :id', z.strictObject({ kind: text }))
export const readTagsOf = query('SELECT tag FROM third_party_tag WHERE third_party_id = :id ORDER BY tag', z.strictObject({ tag: text }))

const OutcomeOfParty = z.strictObject({
  id: text,
  status: z.enum(['draft', 'signed']),
  signedAt: text.nullable(),
  isStanding: whole,
  isAssessed: whole,
  tierBest: whole,
  tierWorst: whole,
  isUnconfirmed: whole,
  driverKind: text.nullable(),
  driverId: text.nullable(),
  stopCount: whole,
  reassessOn: text,
})
export type OutcomeOfParty = z.infer<typeof OutcomeOfParty>
export const readOutcomesOfParty = query(
  `SELECT id, status, signed_at AS signedAt, is_standing AS isStanding, is_assessed AS isAssessed, tier_best AS tierBest, tier_worst AS tierWorst,
     is_unconfirmed AS isUnconfirmed, driver_kind AS driverKind, driver_id AS driverId, stop_count AS stopCount, reassess_on AS reassessOn
   FROM assessment JOIN assessment_outcome ON assessment_id = id WHERE third_party_id = :id ORDER BY started_at, id`,
  OutcomeOfParty,
)

export const dropSummary = command('DELETE FROM third_party_summary WHERE third_party_id = :id')
export const saveSummary = command(
  `INSERT INTO third_party_summary (name_key, third_party_id, search_text, country, relationships, is_archived, tier_best, tier_worst, is_unconfirmed,
     driver_kind, driver_id, driver_assessment_id, stop_count, draft_count, signed_count, assessed_on, due_on)
   VALUES (:nameKey, :id, :searchText, :country, :relationships, :isArchived, :tierBest, :tierWorst, :isUnconfirmed,
     :driverKind, :driverId, :driverAssessmentId, :stopCount, :draftCount, :signedCount, :assessedOn, :dueOn)`,
)
/** 1 when the row says all that already: most saves change no summary, and a page that is not touched is not written. */
export const countSameSummary = query(
  `SELECT count(*) AS same FROM third_party_summary WHERE third_party_id = :id AND name_key = :nameKey AND search_text = :searchText
     AND country = :country AND relationships = :relationships AND is_archived = :isArchived AND tier_best IS :tierBest AND tier_worst IS :tierWorst
     AND is_unconfirmed = :isUnconfirmed AND driver_kind IS :driverKind AND driver_id IS :driverId AND driver_assessment_id IS :driverAssessmentId
     AND stop_count = :stopCount AND draft_count = :draftCount AND signed_count = :signedCount AND assessed_on IS :assessedOn AND due_on IS :dueOn`,
  z.strictObject({ same: whole }),
)
export const markSummaryFresh = command('DELETE FROM stale_summary WHERE third_party_id = :id')

/** A text as lists search it: words without case, accents and punctuation, with one space between them. */
export function searchKey(text: string): string {
  return foldedTokens(text)
    .map((token) => token.text)
    .join(' ')
}

/** The bit of a relationship in the column `relationships`. */
export function relationshipBit(kind: RelationshipKind): number {
  return 2 ** relationshipKinds.indexOf(kind)
}

/** The relationships of a sum of bits, in their usual order. */
export function relationshipsOfBits(bits: number): RelationshipKind[] {
  return relationshipKinds.filter((kind) => (bits & relationshipBit(kind)) !== 0)
}

const byWorst = (a: OutcomeOfParty, b: OutcomeOfParty) =>
  b.tierWorst - a.tierWorst || b.isUnconfirmed - a.isUnconfirmed || b.tierBest - a.tierBest
const earliest = (days: readonly string[]) => days.toSorted()[0] ?? null
const latest = (days: readonly string[]) => days.toSorted().at(-1) ?? null

/**
 * What the assessments of a third party say together: the tier is the worst of those that stand, one for each relationship;
 * the next one is due on the earliest day that any signed one of them names.
 */
export function summarize(outcomes: readonly OutcomeOfParty[]): Record<string, SqlValue> {
  const standing = outcomes.filter((outcome) => outcome.isStanding === 1)
  const signed = standing.filter((outcome) => outcome.status === 'signed')
  const assessed = standing.filter((outcome) => outcome.isAssessed === 1)
  const worst = assessed.toSorted(byWorst)[0]
  return {
    tierBest: worst === undefined ? null : Math.max(...assessed.map((outcome) => outcome.tierBest)),
    tierWorst: worst?.tierWorst ?? null,
    isUnconfirmed: worst?.isUnconfirmed ?? 0,
    driverKind: worst?.driverKind ?? null,
    driverId: worst?.driverId ?? null,
    driverAssessmentId: worst?.id ?? null,
    stopCount: assessed.reduce((sum, outcome) => sum + outcome.stopCount, 0),
    draftCount: outcomes.filter((outcome) => outcome.status === 'draft').length,
    signedCount: outcomes.filter((outcome) => outcome.status === 'signed').length,
    assessedOn: latest(signed.flatMap(({ signedAt }) => (signedAt === null ? [] : [calendarDayOf(signedAt)]))),
    dueOn: earliest(signed.map(({ reassessOn }) => reassessOn)),
  }
}

/** Works the row of a third party out anew; without the third party there is none. */
export function keepSummary(tx: WriteDb, id: ThirdPartyId): void {
  const source = tx.first(readSummarySource, { id })
  if (source !== undefined) {
    const { legalName, nativeName, registrationNumber, country, isArchived, known } = source
    const kinds = new Set(tx.all(readKindsOf, { id }).map(({ kind }) => kind))
    const tags = tx.all(readTagsOf, { id }).map(({ tag }) => tag)
    const row = {
      id,
      nameKey: searchKey(legalName) || legalName,
      searchText: searchKey([legalName, nativeName, registrationNumber, known, ...tags].join(' ')),
      country,
      relationships: relationshipKinds.filter((kind) => kinds.has(kind)).reduce((sum, kind) => sum + relationshipBit(kind), 0),
      isArchived,
      ...summarize(tx.all(readOutcomesOfParty, { id })),
    }
    if (tx.first(countSameSummary, row)?.same !== 1) {
      tx.run(dropSummary, { id })
      tx.run(saveSummary, row)
    }
  } else tx.run(dropSummary, { id })
  tx.run(markSummaryFresh, { id })
}
