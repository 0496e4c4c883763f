// SQL of Home and the palette: counts and first rows from the narrow tables that are kept beside the assessments.
import { z } from 'zod'
import { AssessmentId, ThirdPartyId } from '#shared/domain/ids.ts'
import { Profile, RelationshipKind } from '#shared/domain/relationship.ts'
import { query } from '#main/store/statement.ts'

const text = z.string()
const whole = z.int()
const CountRow = z.strictObject({ count: whole })

export const countByTier = query(
  `SELECT tier_worst AS tier, is_unconfirmed AS isUnconfirmed, count(*) AS count
   FROM third_party_summary WHERE is_archived = 0 GROUP BY tier_worst, is_unconfirmed`,
  z.strictObject({ tier: whole.nullable(), isUnconfirmed: whole, count: whole }),
)

/** All drafts, less those of third parties that are put aside: there are far fewer of those to look at. */
export const countDrafts = query(
  `SELECT (SELECT count(*) FROM assessment WHERE status = 'draft') - (
     SELECT count(*) FROM assessment WHERE third_party_id IN (SELECT third_party_id FROM third_party_archive) AND +status = 'draft') AS count`,
  CountRow,
)

export const countDue = query('SELECT count(*) AS count FROM third_party_summary WHERE is_archived = 0 AND due_on <= :until', CountRow)
export const readDue = query(
  `SELECT third_party_id AS id, legal_name AS legalName, due_on AS dueOn, tier_worst AS tier
   FROM (SELECT third_party_id, due_on, tier_worst, name_key FROM third_party_summary
         WHERE is_archived = 0 AND due_on <= :until ORDER BY due_on, name_key LIMIT :limit)
     JOIN third_party ON id = third_party_id ORDER BY due_on, name_key`,
  z.strictObject({ id: ThirdPartyId, legalName: text, dueOn: text, tier: whole.nullable() }),
)

// A STOP that was answered by declining needs nobody any more.
const isDeclined = "content ->> '$.outcome' = 'decline'"
const stopped = 'third_party_summary AS summary WHERE summary.is_archived = 0 AND summary.stop_count > 0'
const hasOpenStop = `EXISTS (
     SELECT 1 FROM assessment JOIN assessment_outcome ON assessment_outcome.assessment_id = assessment.id
     WHERE assessment.third_party_id = summary.third_party_id AND is_standing = 1 AND assessment_outcome.stop_count > 0
       AND NOT EXISTS (SELECT 1 FROM decision WHERE decision.assessment_id = assessment.id AND ${isDeclined}))`
/** All with a STOP, less those of the declined who have no other: there are far fewer of those to look at. */
export const countStops = query(
  `SELECT (SELECT count(*) FROM ${stopped}) - (
     SELECT count(*) FROM (SELECT DISTINCT third_party_id FROM decision CROSS JOIN assessment ON assessment.id = assessment_id WHERE ${isDeclined}) AS declined
       CROSS JOIN third_party_summary AS summary ON summary.third_party_id = declined.third_party_id
     WHERE summary.is_archived = 0 AND summary.stop_count > 0 AND NOT ${hasOpenStop}) AS count`,
  CountRow,
)
export const readStops = query(
  `SELECT page.third_party_id AS id, legal_name AS legalName, stop_count AS stopCount
   FROM (SELECT third_party_id, stop_count, name_key FROM ${stopped} AND ${hasOpenStop}
         ORDER BY stop_count DESC, name_key LIMIT :limit) AS page
     JOIN third_party ON third_party.id = page.third_party_id ORDER BY stop_count DESC, name_key`,
  z.strictObject({ id: ThirdPartyId, legalName: text, stopCount: whole }),
)

const ready = `FROM assessment JOIN assessment_outcome ON assessment_outcome.assessment_id = assessment.id
   WHERE status = 'draft' AND can_finalise = 1 AND answered_count >= shown_count
     AND third_party_id NOT IN (SELECT third_party_id FROM third_party_archive)`
const ReadyRow = z.strictObject({ thirdPartyId: ThirdPartyId, id: AssessmentId, changedAt: text })
/** Drafts that can be signed. */
export const readReady = query(`SELECT third_party_id AS thirdPartyId, id, changed_at AS changedAt ${ready}`, ReadyRow)
/** The same of one third party. */
export const readReadyOf = query(
  `SELECT third_party_id AS thirdPartyId, id, changed_at AS changedAt ${ready} AND third_party_id = :id`,
  ReadyRow,
)
export const readUndecided = query(
  `SELECT assessment.id, legal_name AS thirdPartyName, relationship, profile,
     EXISTS (SELECT 1 FROM decision WHERE decision.assessment_id = assessment.id) AS isDecided
   FROM assessment JOIN third_party ON third_party.id = third_party_id WHERE assessment.id = :id`,
  z.strictObject({
    id: AssessmentId,
    thirdPartyName: text,
    relationship: RelationshipKind,
    profile: Profile,
    isDecided: whole,
  }),
)

const TreatmentRow = z.strictObject({
  thirdPartyId: ThirdPartyId,
  legalName: text,
  relationship: RelationshipKind,
  kind: z.enum(['treatment', 'accepted', 'condition']),
  about: text,
  ownerName: text,
  dueOn: text,
})
// Findings and conditions of the assessments that count, whose day is kept beside them. One of one's own is told by its title.
const dueTreatments = `SELECT third_party_id, relationship,
     CASE WHEN state = 'accepted' THEN 'accepted' WHEN finding_kind = 'condition' THEN 'condition' ELSE 'treatment' END AS kind,
     coalesce(title, finding_key) AS about, owner_name AS ownerName, due_on AS dueOn
   FROM open_finding LEFT JOIN manual_finding ON finding_kind = 'manual' AND manual_finding.id = finding_key
   WHERE due_on <= :until AND state <> 'done'`
export const countTreatments = query(
  `SELECT count(*) AS count FROM (${dueTreatments}) AS due
   WHERE NOT EXISTS (SELECT 1 FROM third_party_archive WHERE third_party_archive.third_party_id = due.third_party_id)`,
  CountRow,
)
export const readTreatments = query(
  `SELECT third_party_id AS thirdPartyId, legal_name AS legalName, relationship, kind, about, ownerName, dueOn
   FROM (${dueTreatments}) AS due JOIN third_party ON third_party.id = third_party_id
   WHERE NOT EXISTS (SELECT 1 FROM third_party_archive WHERE third_party_archive.third_party_id = due.third_party_id)
   ORDER BY dueOn, legalName, about LIMIT :limit`,
  TreatmentRow,
)

const notSettled = `screening_hit WHERE state IN ('open', 'cannot-tell')
   AND third_party_id NOT IN (SELECT third_party_id FROM third_party_archive)`
export const countHits = query(
  `SELECT count(*) AS count, count(DISTINCT third_party_id) AS parties FROM ${notSettled}`,
  z.strictObject({ count: whole, parties: whole }),
)
export const readPartiesWithHits = query(
  `SELECT third_party_id AS id, legal_name AS legalName, hitCount
   FROM (SELECT third_party_id, count(*) AS hitCount FROM ${notSettled} GROUP BY third_party_id ORDER BY hitCount DESC, third_party_id LIMIT :limit)
     JOIN third_party ON id = third_party_id ORDER BY hitCount DESC, legal_name, id`,
  z.strictObject({ id: ThirdPartyId, legalName: text, hitCount: whole }),
)
/** Lists whose newest edition is from before a day, the oldest first. */
export const readOldLists = query(
  `SELECT list_id AS listId, title, max(edition_on) AS editionOn FROM screening_list
   GROUP BY list_id HAVING max(edition_on) < :before ORDER BY editionOn, listId`,
  z.strictObject({ listId: text, title: text, editionOn: text }),
)

/** Eight third parties whose search text holds the pattern, in the order of their names. Those put aside are found, too. */
export const findThirdParties = query(
  `SELECT id, legal_name AS legalName, native_name AS nativeName, third_party.country
   FROM third_party_summary JOIN third_party ON id = third_party_id
   WHERE search_text LIKE :pattern ESCAPE '\\' ORDER BY name_key NOT LIKE :atStart ESCAPE '\\', is_archived, name_key LIMIT 8`,
  z.strictObject({ id: ThirdPartyId, legalName: text, nativeName: text, country: text }),
)

/** The assessments of one third party, the newest first. */
export const findAssessmentsOf = query(
  `SELECT assessment.id, legal_name AS thirdPartyName, relationship, status, as_of AS asOf
   FROM assessment JOIN third_party ON third_party.id = third_party_id
   WHERE third_party_id = :id ORDER BY started_at DESC, assessment.id LIMIT 8`,
  z.strictObject({
    id: AssessmentId,
    thirdPartyName: text,
    relationship: RelationshipKind,
    status: z.enum(['draft', 'signed']),
    asOf: text,
  }),
)
