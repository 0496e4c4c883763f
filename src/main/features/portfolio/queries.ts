// SQL of the portfolio: the assessments that count, gathered into the heat map and listed.
import { z } from 'zod'
import { AssessmentId, ThirdPartyId } from '#shared/domain/ids.ts'
import { RelationshipKind } from '#shared/domain/relationship.ts'
import { query } from '#main/store/statement.ts'

const text = z.string()
const whole = z.int()
const Status = z.enum(['draft', 'signed'])

const placeShape = {
  /** Another one for each place. */
  number: whole,
  isAssessed: whole,
  tier: whole,
  isUnconfirmed: whole,
  inherent: whole,
  band: whole.nullable(),
  relationship: RelationshipKind,
  status: Status,
}
const PlaceRow = z.strictObject(placeShape)
export type PlaceRow = z.infer<typeof PlaceRow>

// Gathering by one number is twice as fast as by seven columns.
const place = `((((is_assessed * 5 + tier_worst) * 2 + is_unconfirmed) * 5 + inherent_worst) * 5 + coalesce(gap_band_worst, 0)) * 6
   + (relationship = 'partner') * 2 + (relationship = 'investor') * 4 + (status = 'signed') AS number,
   is_assessed AS isAssessed, tier_worst AS tier, is_unconfirmed AS isUnconfirmed, inherent_worst AS inherent, gap_band_worst AS band, relationship, status`
const notPutAside = 'third_party_id NOT IN (SELECT third_party_id FROM third_party_archive)'

/** Whose assessments that count stand where, with commas between the ids. Reads the outcomes in the order they lie in. */
export const readPlaces = query(
  `SELECT ${place}, group_concat(third_party_id) AS partyIds FROM assessment_outcome CROSS JOIN assessment ON assessment.id = assessment_id
   WHERE +is_standing = 1 AND ${notPutAside} GROUP BY number`,
  z.strictObject({ ...placeShape, partyIds: text }),
)
/** The same of one third party. */
export const readPlacesOf = query(
  `SELECT ${place} FROM assessment CROSS JOIN assessment_outcome ON assessment_id = assessment.id
   WHERE third_party_id = :id AND is_standing = 1 AND ${notPutAside}`,
  PlaceRow,
)

const MatchRow = z.strictObject({
  assessmentId: AssessmentId,
  thirdPartyId: ThirdPartyId,
  legalName: text,
  relationship: RelationshipKind,
  status: Status,
  tierBest: whole,
  tierWorst: whole,
  isUnconfirmed: whole,
  driverKind: z.enum(['domain', 'flag']).nullable(),
  driverId: text.nullable(),
  inherent: whole,
  band: whole.nullable(),
  stopCount: whole,
  reassessOn: text,
})

// Band 0 asks for assessments without a scored domain. The plus keeps SQLite from going through an index of those not put aside, which are nearly all.
const fits = `outcome.is_standing = 1 AND outcome.is_assessed = 1 AND +summary.is_archived = 0
     AND (:relationship IS NULL OR assessment.relationship = :relationship) AND (:status IS NULL OR assessment.status = :status)
     AND (:inherent IS NULL OR outcome.inherent_worst = :inherent) AND (:band IS NULL OR coalesce(outcome.gap_band_worst, 0) = :band)`

/** The page is cut out of narrow rows, each with the name it is sorted by, before anything is joined to it. */
function listed(page: string) {
  return query(
    `SELECT assessment.id AS assessmentId, assessment.third_party_id AS thirdPartyId, legal_name AS legalName, assessment.relationship, assessment.status,
       chosen.tier_best AS tierBest, chosen.tier_worst AS tierWorst, chosen.is_unconfirmed AS isUnconfirmed, chosen.driver_kind AS driverKind,
       chosen.driver_id AS driverId, inherent_worst AS inherent, gap_band_worst AS band, chosen.stop_count AS stopCount, reassess_on AS reassessOn
     FROM (${page}) AS page
     CROSS JOIN assessment_outcome AS chosen ON chosen.assessment_id = page.assessment_id
     CROSS JOIN assessment ON assessment.id = page.assessment_id
     CROSS JOIN third_party ON third_party.id = assessment.third_party_id
     ORDER BY chosen.tier_worst DESC, chosen.is_unconfirmed DESC, page.name_key, assessment.third_party_id, page.assessment_id`,
    MatchRow,
  )
}

const names = `third_party_summary AS summary CROSS JOIN assessment ON assessment.third_party_id = summary.third_party_id
   CROSS JOIN assessment_outcome AS outcome ON outcome.assessment_id = assessment.id`
const outcomes = `assessment_outcome AS outcome CROSS JOIN assessment ON assessment.id = outcome.assessment_id
   CROSS JOIN third_party_summary AS summary ON summary.third_party_id = assessment.third_party_id`
const columns = 'outcome.assessment_id, name_key'
const byName = 'name_key, summary.third_party_id, assessment.id'
const part = 'LIMIT :limit OFFSET :offset'

/** Those whose search text holds the pattern; a tier of null means any. */
const found = `${names} WHERE summary.search_text LIKE :pattern ESCAPE '\\' AND ${fits} AND (:tier IS NULL OR outcome.tier_worst = :tier)`
export const countMatching = query(`SELECT count(*) AS count FROM ${found}`, z.strictObject({ count: whole }))
export const readMatching = listed(
  `SELECT ${columns} FROM ${found} ORDER BY outcome.tier_worst DESC, outcome.is_unconfirmed DESC, ${byName} ${part}`,
)

const ofRank = `${fits} AND outcome.tier_worst = :tier AND outcome.is_unconfirmed = :isUnconfirmed`
/**
 * Those of one rank, walked through in the order of names until the page is full: for ranks that many have. No third party is ranked lower
 * than any of its assessments, so that others are passed over unread.
 */
export const readRankByName = listed(
  `SELECT ${columns} FROM ${names} WHERE summary.tier_worst >= :tier AND ${ofRank} ORDER BY ${byName} ${part}`,
)
/** The same for ranks that few have: those are found by their tier and then sorted. */
export const readRankByTier = listed(`SELECT ${columns} FROM ${outcomes} WHERE ${ofRank} ORDER BY ${byName} ${part}`)
