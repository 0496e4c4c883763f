// SQL about the history: its entries by filter, the names of what they are about, and the heads that signed reports carry.
import { z } from 'zod'
import { HistoryObject } from '#shared/contract/history.ts'
import { RelationshipKind } from '#shared/domain/relationship.ts'
import { Sha256Hex } from '#shared/domain/ids.ts'
import { AuditEntry } from '#main/store/audit.ts'
import { query } from '#main/store/statement.ts'

const EntryRow = z.strictObject({ sequence: z.int(), at: z.string(), action: z.string(), subject: z.string(), hash: Sha256Hex })

/** Newest first. Empty `kinds` (a JSON list), `objectId`, `from` and `until` filter nothing. */
export const readHistory = query(
  `SELECT sequence, at, action, subject, hash FROM audit
   WHERE sequence < :before
     AND (:kinds = '[]' OR substr(action, 1, instr(action, '.') - 1) IN (SELECT value FROM json_each(:kinds)))
     AND (:from = '' OR at >= :from) AND (:until = '' OR at < :until)
     AND (:objectId = '' OR subject = :objectId
       OR substr(subject, 1, 36) IN (SELECT id FROM assessment WHERE third_party_id = :objectId)
       OR substr(subject, 1, 36) IN (SELECT change_id FROM bulk_change WHERE third_party_id = :objectId)
       OR subject IN (SELECT report.id FROM report JOIN assessment ON assessment.id = assessment_id WHERE third_party_id = :objectId))
   ORDER BY sequence DESC LIMIT :limit`,
  EntryRow,
)

export const countOldHistory = query('SELECT count(*) AS entries FROM salvage_history', z.strictObject({ entries: z.int() }))

/** What an id is called now, whatever it is the id of; of an assessment with its relationship. */
export const readNameOf = query(
  `SELECT legal_name AS name, NULL AS relationship FROM third_party WHERE id = :id
   UNION ALL SELECT name, NULL FROM crown_jewel WHERE id = :id UNION ALL SELECT name, NULL FROM signer WHERE id = :id
   UNION ALL SELECT file_name, NULL FROM report WHERE id = :id UNION ALL SELECT file_name, NULL FROM import_batch WHERE id = :id
   UNION ALL SELECT pack_id || ' ' || version, NULL FROM pack WHERE sha256 = :id
   UNION ALL SELECT legal_name, relationship FROM assessment JOIN third_party ON third_party.id = third_party_id WHERE assessment.id = :id`,
  z.strictObject({ name: z.string(), relationship: RelationshipKind.nullable() }),
)
/** The first by name of the third parties in whose names the words stand. */
export const readThirdPartyNames = query(
  `SELECT third_party_id AS id, legal_name AS name FROM third_party_summary JOIN third_party ON third_party.id = third_party_id
   WHERE :words = '' OR instr(search_text, :words) > 0 ORDER BY name_key, third_party_id LIMIT :limit`,
  HistoryObject,
)

/** The head that each signed report carries: on this vault's chain when it was signed. */
export const readReportAnchors = query(
  `SELECT file_name AS name, json_extract(document, '$.audit.sequence') AS sequence, json_extract(document, '$.audit.head') AS head
   FROM report ORDER BY signed_at, id`,
  z.strictObject({ name: z.string(), sequence: z.int(), head: z.string() }),
)
/** Every form of every report: as it was signed, and later ones with their number behind the id. */
export const readReportIds = query(
  `SELECT id, file_name AS name FROM report
   UNION ALL SELECT report_id || '/' || number AS id, file_name || ', form ' || number AS name
     FROM report_version JOIN report ON report.id = report_id
   ORDER BY name, id`,
  HistoryObject,
)
export const readReportFile = query(
  `SELECT sha256, size_bytes AS sizeBytes, pdf FROM report WHERE id = :id
   UNION ALL SELECT sha256, size_bytes AS sizeBytes, pdf FROM report_version WHERE report_id = substr(:id, 1, 36) AND number = substr(:id, 38)`,
  z.strictObject({ sha256: Sha256Hex, sizeBytes: z.int(), pdf: z.instanceof(Uint8Array) }),
)
export const countHeadInOldHistory = query(
  'SELECT count(*) AS found FROM salvage_history WHERE sequence = :sequence AND hash = :head',
  z.strictObject({ found: z.int() }),
)
const OldEntry = AuditEntry.extend({ salvage: z.int(), sequence: z.int() })
export const readOldHistory = query(
  `SELECT salvage, sequence, at, actor, action, subject, payload_sha256 AS payloadSha256, previous_hash AS previousHash, hash, mac
   FROM salvage_history ORDER BY salvage, sequence`,
  OldEntry,
)
