// SQL of the portfolio: the assessments that count, gathered into the heat map and listed.
import { z } from 'zod'
import { AssessmentId, ThirdPartyId } from '#shared/domain/ids.ts'
import { RelationshipKind } from '#shared/domain/relationship.ts'
import { query } from '#main/store/statement.ts'

const text = z.string()
const whole = z.int()
const Status = z.enum(['draft', 'signed'])

const standing = `assessment_outcome AS outcome JOIN assessment ON assessment.id = outcome.assessment_id
   JOIN third_party_summary AS summary ON summary.third_party_id = assessment.third_party_id
   WHERE outcome.is_standing = 1 AND summary.is_archived = 0
     AND (:relationship IS NULL OR assessment.relationship = :relationship) AND (:status IS NULL OR assessment.status = :status)`

/** Parameters: relationship and status, or null for all. A row of `isAssessed` 0 has no cell. */
export const readCells = query(
  `SELECT outcome.is_assessed AS isAssessed, inherent_worst AS inherent, gap_band_worst AS band, count(*) AS count
   FROM ${standing} GROUP BY outcome.is_assessed, inherent_worst, gap_band_worst`,
  z.strictObject({ isAssessed: whole, inherent: whole, band: whole.nullable(), count: whole }),
)

// Band 0 asks for assessments without a scored domain.
const matching = `${standing} AND outcome.is_assessed = 1
     AND (:tier IS NULL OR outcome.tier_worst = :tier)
     AND (:inherent IS NULL OR outcome.inherent_worst = :inherent) AND (:band IS NULL OR coalesce(outcome.gap_band_worst, 0) = :band)
     AND (:pattern IS NULL OR summary.search_text LIKE :pattern ESCAPE '\\')`

export const countMatching = query(`SELECT count(*) AS count FROM ${matching}`, z.strictObject({ count: whole }))

export const readMatching = query(
  `SELECT assessment.id AS assessmentId, assessment.third_party_id AS thirdPartyId, legal_name AS legalName, assessment.relationship, assessment.status,
     chosen.tier_best AS tierBest, chosen.tier_worst AS tierWorst, chosen.is_unconfirmed AS isUnconfirmed, chosen.driver_kind AS driverKind,
     chosen.driver_id AS driverId, inherent_worst AS inherent, gap_band_worst AS band, chosen.stop_count AS stopCount, reassess_on AS reassessOn
   FROM (SELECT outcome.assessment_id, name_key FROM ${matching}
         ORDER BY outcome.tier_worst DESC, outcome.is_unconfirmed DESC, name_key, outcome.assessment_id LIMIT :limit OFFSET :offset) AS page
   JOIN assessment_outcome AS chosen ON chosen.assessment_id = page.assessment_id
   JOIN assessment ON assessment.id = page.assessment_id
   JOIN third_party ON third_party.id = assessment.third_party_id
   ORDER BY chosen.tier_worst DESC, chosen.is_unconfirmed DESC, page.name_key, page.assessment_id`,
  z.strictObject({
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
  }),
)
