// SQL about signed reports.
import { z } from 'zod'
import { Report } from '#shared/contract/reports.ts'
import { ReportKind } from '#shared/domain/report-kind.ts'
import { command, query } from '#main/store/statement.ts'

const reportColumns = `report.id, kind, assessment_id AS assessmentId, subject, file_name AS fileName, sha256, size_bytes AS sizeBytes,
  signed_at AS signedAt, signer.name AS signerName, audit_sequence AS auditSequence`

const matching = `(:kind = '' OR kind = :kind) AND (:search = '' OR instr(lower(subject), :search) > 0 OR instr(lower(file_name), :search) > 0
  OR instr(lower(signer.name), :search) > 0 OR instr(sha256, :search) > 0)`

/** A page of the reports, the newest first. `search` is lower case; empty texts ask for all. */
export const readReports = query(
  `SELECT ${reportColumns} FROM report JOIN signer ON signer.id = signer_id WHERE ${matching}
   ORDER BY signed_at DESC, report.id LIMIT :limit OFFSET :offset`,
  Report,
)
export const countReports = query(
  `SELECT count(*) AS total FROM report JOIN signer ON signer.id = signer_id WHERE ${matching}`,
  z.strictObject({ total: z.int() }),
)
export const readReport = query(`SELECT ${reportColumns} FROM report JOIN signer ON signer.id = signer_id WHERE report.id = :id`, Report)
/** What a report was made from, for writing it in other formats. */
export const readReportSource = query(
  'SELECT kind, document, sha256, file_name AS fileName, look FROM report WHERE id = :id',
  // Reports of the first version have no look.
  z.strictObject({ kind: ReportKind, document: z.string(), sha256: z.string(), fileName: z.string(), look: z.string().nullable() }),
)
/** A report by its id, in its first form. */
export const readKeptReport = query(
  'SELECT sha256, assessment_id AS assessmentId FROM report WHERE id = :id',
  z.strictObject({ sha256: z.string(), assessmentId: z.string().nullable() }),
)
/** When a third party was last signed in a relationship; null when it never was. */
export const readLastSigned = query(
  "SELECT max(signed_at) AS signedAt FROM assessment WHERE third_party_id = :thirdPartyId AND relationship = :relationship AND status = 'signed'",
  z.strictObject({ signedAt: z.string().nullable() }),
)
export const freezeAssessment = command(
  "UPDATE assessment SET status = 'signed', signed_at = :signedAt WHERE id = :id AND status = 'draft'",
)
export const addReport = command(
  `INSERT INTO report (id, kind, assessment_id, signer_id, subject, file_name, sha256, size_bytes, signed_at, audit_sequence, look, model_sha256,
     document, pdf)
   VALUES (:id, :kind, :assessmentId, :signerId, :subject, :fileName, :sha256, :sizeBytes, :signedAt, :auditSequence, :look, :modelSha256,
     :document, :pdf)`,
)
