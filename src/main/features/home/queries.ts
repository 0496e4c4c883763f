// SQL of Home and the palette.
import { z } from 'zod'
import { AssessmentId, ThirdPartyId } from '#shared/domain/ids.ts'
import { RelationshipKind } from '#shared/domain/relationship.ts'
import { query } from '#main/store/statement.ts'

/** Eight third parties whose name holds the pattern, those first whose name begins with it. */
export const findThirdParties = query(
  `SELECT id, legal_name AS legalName, native_name AS nativeName, country FROM third_party
   WHERE legal_name LIKE :anywhere ESCAPE '\\' OR native_name LIKE :anywhere ESCAPE '\\'
   ORDER BY legal_name NOT LIKE :atStart ESCAPE '\\', legal_name, id LIMIT 8`,
  z.strictObject({ id: ThirdPartyId, legalName: z.string(), nativeName: z.string(), country: z.string() }),
)

/** Eight assessments of such third parties, the newest first. */
export const findAssessments = query(
  `SELECT assessment.id, legal_name AS thirdPartyName, relationship, status, as_of AS asOf
   FROM assessment JOIN third_party ON third_party.id = third_party_id
   WHERE legal_name LIKE :anywhere ESCAPE '\\' OR native_name LIKE :anywhere ESCAPE '\\'
   ORDER BY started_at DESC, assessment.id LIMIT 8`,
  z.strictObject({
    id: AssessmentId,
    thirdPartyName: z.string(),
    relationship: RelationshipKind,
    status: z.enum(['draft', 'signed']),
    asOf: z.string(),
  }),
)
