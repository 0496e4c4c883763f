// The forms of a signed report: as it was signed, with a time-stamp, with further signatures.
import { z } from 'zod'
import type { ReportId } from '#shared/domain/ids.ts'
import { ReportVersion } from '#shared/contract/signatures.ts'
import type { ReadDb } from '#main/store/database.ts'
import { command, query } from '#main/store/statement.ts'

const pdf = z.instanceof(Uint8Array)

/** The first form and all later ones, in their order. */
export const readVersions = query(
  `SELECT 1 AS number, 'signed' AS kind, sha256, size_bytes AS sizeBytes, signer.name AS madeBy, signed_at AS madeAt
     FROM report JOIN signer ON signer.id = signer_id WHERE report.id = :id
   UNION ALL
   SELECT number, kind, sha256, size_bytes, made_by, made_at FROM report_version WHERE report_id = :id
   ORDER BY number`,
  ReportVersion,
)
export const readNewestPdf = query(
  `SELECT coalesce((SELECT later.pdf FROM report_version AS later WHERE later.report_id = report.id ORDER BY later.number DESC LIMIT 1), report.pdf) AS pdf
     FROM report WHERE report.id = :id`,
  z.strictObject({ pdf }),
)
export const readVersionPdfs = query(
  'SELECT pdf FROM report WHERE id = :id UNION ALL SELECT pdf FROM report_version WHERE report_id = :id',
  z.strictObject({ pdf }),
)
export const countForms = query(
  `SELECT (SELECT count(*) FROM report WHERE sha256 = :sha256) + (SELECT count(*) FROM report_version WHERE sha256 = :sha256) AS forms`,
  z.strictObject({ forms: z.int() }),
)
export const addVersion = command(
  `INSERT INTO report_version (report_id, number, kind, sha256, size_bytes, made_by, made_at, added_at, pdf)
   VALUES (:reportId, :number, :kind, :sha256, :sizeBytes, :madeBy, :madeAt, :addedAt, :pdf)`,
)
export const addStampRequest = command(
  'INSERT INTO stamp_request (nonce, report_id, version_sha256, made_at) VALUES (:nonce, :reportId, :versionSha256, :madeAt)',
)
export const readStampRequests = query(
  'SELECT nonce FROM stamp_request WHERE report_id = :reportId AND version_sha256 = :versionSha256 ORDER BY made_at DESC, nonce LIMIT 100',
  z.strictObject({ nonce: z.string() }),
)

export interface KeptForm {
  readonly pdf: Uint8Array
  readonly version: ReportVersion
}

/** Whether the vault keeps a report with exactly these bytes. */
export function isKeptForm(db: ReadDb, sha256: string): boolean {
  return (db.first(countForms, { sha256 })?.forms ?? 0) > 0
}

/** The newest form of a report; undefined when there is no such report. */
export function findNewestForm(db: ReadDb, reportId: ReportId): KeptForm | undefined {
  const found = db.first(readNewestPdf, { id: reportId })
  const version = db.all(readVersions, { id: reportId }).at(-1)
  return found === undefined || version === undefined ? undefined : { pdf: found.pdf, version }
}
