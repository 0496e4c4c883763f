// SQL about profiles and owners of third parties, and the entries of the history that are about one of them.
import { z } from 'zod'
import { AssessmentId } from '#shared/domain/ids.ts'
import { RelationshipKind } from '#shared/domain/relationship.ts'
import { command, query } from '#main/store/statement.ts'

const ContentRow = z.strictObject({ revision: z.int(), content: z.string() })

export const readOwnerTree = query('SELECT revision, content FROM owner_tree WHERE third_party_id = :id', ContentRow)
export const saveOwnerTree = command(
  `INSERT INTO owner_tree (third_party_id, revision, content, saved_at) VALUES (:id, :revision, :content, :savedAt)
   ON CONFLICT (third_party_id) DO UPDATE SET revision = :revision, content = :content, saved_at = :savedAt`,
)

/** Entries about a third party, its assessments, their reports, changes to many at once and the imports it came with, newest first. An import's other pieces are left out. */
export const readPartyHistory = query(
  `WITH object (id) AS (
     SELECT :id
     UNION SELECT id FROM assessment WHERE third_party_id = :id
     UNION SELECT report.id FROM report JOIN assessment ON assessment.id = assessment_id WHERE third_party_id = :id
     UNION SELECT change_id FROM bulk_change WHERE third_party_id = :id
     UNION SELECT batch_id FROM import_change WHERE third_party_id = :id
   )
   SELECT sequence, at, action, subject FROM object CROSS JOIN audit ON substr(audit.subject, 1, 36) = object.id
   WHERE sequence < :before
     AND (action <> 'thirdParties.import'
       OR subject IN (SELECT batch_id || '/' || piece FROM import_change WHERE third_party_id = :id))
   ORDER BY sequence DESC LIMIT :limit`,
  z.strictObject({ sequence: z.int(), at: z.string(), action: z.string(), subject: z.string() }),
)

export const readPartyAssessments = query(
  'SELECT id, relationship FROM assessment WHERE third_party_id = :id',
  z.strictObject({ id: AssessmentId, relationship: RelationshipKind }),
)
/** What reports, imported lists and changes to many at once are called, and which assessment a report is of. */
export const readPartyFiles = query(
  `SELECT report.id AS id, file_name AS name, assessment_id AS assessmentId
   FROM report JOIN assessment ON assessment.id = assessment_id WHERE third_party_id = :id
   UNION SELECT change_id, about, NULL FROM bulk_change WHERE third_party_id = :id
   UNION SELECT import_batch.id, file_name, NULL FROM import_batch JOIN import_change ON batch_id = import_batch.id WHERE third_party_id = :id`,
  z.strictObject({ id: z.string(), name: z.string(), assessmentId: AssessmentId.nullable() }),
)
