// SQL about lists that were taken in: what there is to compare with, what each row did, and how to take it back.
import { z } from 'zod'
import { ThirdPartyId } from '#shared/domain/ids.ts'
import { type Query, command, query } from '#main/store/statement.ts'

/** What a new row is compared with. `names` is the profile's list of other names, as JSON. */
export const readKnownParties = query(
  `SELECT id, legal_name AS legalName, native_name AS nativeName, registration_number AS registrationNumber, country,
     coalesce(json_extract(content, '$.lei'), '') AS lei, coalesce(json_extract(content, '$.names'), '[]') AS names
   FROM third_party LEFT JOIN third_party_profile ON third_party_id = id ORDER BY added_at, id`,
  z.strictObject({
    id: ThirdPartyId,
    legalName: z.string(),
    nativeName: z.string(),
    registrationNumber: z.string(),
    country: z.string(),
    lei: z.string(),
    names: z.string(),
  }),
)

export const readPartyId = query('SELECT id FROM third_party WHERE id = :id', z.strictObject({ id: ThirdPartyId }))

export const addBatch = command('INSERT INTO import_batch (id, file_name, sha256, started_at) VALUES (:id, :fileName, :sha256, :startedAt)')
export const addChange = command(
  `INSERT INTO import_change (batch_id, third_party_id, piece, row_number, kind, before, after_sha256)
   VALUES (:batchId, :thirdPartyId, :piece, :rowNumber, :kind, :before, :afterSha256)`,
)

export const readBatches = query(
  `SELECT id, file_name AS fileName, started_at AS startedAt, undone_at AS undoneAt,
     (SELECT count(*) FROM import_change WHERE batch_id = import_batch.id AND kind = 'added') AS addedCount,
     (SELECT count(DISTINCT third_party_id) FROM import_change WHERE batch_id = import_batch.id AND kind = 'updated') AS updatedCount,
     EXISTS (SELECT 1 FROM import_undone WHERE batch_id = import_batch.id) AS isRedoable
   FROM import_batch ORDER BY rowid DESC LIMIT 100`,
  z.strictObject({
    id: z.uuid(),
    fileName: z.string(),
    startedAt: z.string(),
    undoneAt: z.string().nullable(),
    addedCount: z.int(),
    updatedCount: z.int(),
    isRedoable: z.int().transform((value) => value === 1),
  }),
)
export const readBatch = query(
  'SELECT undone_at AS undoneAt FROM import_batch WHERE id = :batchId',
  z.strictObject({ undoneAt: z.string().nullable() }),
)

/** What a batch did, row by row. */
export const readChanges = query(
  `SELECT third_party_id AS thirdPartyId, kind, before, after_sha256 AS afterSha256 FROM import_change
   WHERE batch_id = :batchId ORDER BY third_party_id, row_number`,
  z.strictObject({
    thirdPartyId: ThirdPartyId,
    kind: z.enum(['added', 'updated']),
    before: z.string().nullable(),
    afterSha256: z.string(),
  }),
)
/** Changes that a later import made to third parties of this one. */
export const readLaterChanges = query(
  `SELECT DISTINCT change.third_party_id AS thirdPartyId FROM import_change AS change
   JOIN import_batch AS other ON other.id = change.batch_id AND other.undone_at IS NULL
   WHERE change.third_party_id IN (SELECT third_party_id FROM import_change WHERE batch_id = :batchId)
     AND other.rowid > (SELECT rowid FROM import_batch WHERE id = :batchId)`,
  z.strictObject({ thirdPartyId: ThirdPartyId }),
)

export const markUndone = command('UPDATE import_batch SET undone_at = :undoneAt WHERE id = :batchId')
export const forgetChangesOf = command('DELETE FROM import_change WHERE third_party_id = :thirdPartyId')

/** What undoing a batch took away, and what it is gathered from. */
/** From then on only the import that is undone next can be done again. */
export const forgetUndone = command('DELETE FROM import_undone')
export const dropUndoneOf = command('DELETE FROM import_undone WHERE batch_id = :batchId')
export const addUndone = command('INSERT INTO import_undone (batch_id, third_party_id, content) VALUES (:batchId, :thirdPartyId, :content)')
export const readUndone = query(
  'SELECT content FROM import_undone WHERE batch_id = :batchId ORDER BY third_party_id',
  z.strictObject({ content: z.string() }),
)
export const readChangesOfParty = query(
  `SELECT piece, row_number AS rowNumber, kind, before, after_sha256 AS afterSha256 FROM import_change
   WHERE batch_id = :batchId AND third_party_id = :id ORDER BY row_number`,
  z.strictObject({
    piece: z.int(),
    rowNumber: z.int(),
    kind: z.enum(['added', 'updated']),
    before: z.string().nullable(),
    afterSha256: z.string(),
  }),
)
export const readAddedAt = query('SELECT added_at AS addedAt FROM third_party WHERE id = :id', z.strictObject({ addedAt: z.string() }))
export const readArchivedAt = query(
  'SELECT archived_at AS archivedAt FROM third_party_archive WHERE third_party_id = :id',
  z.strictObject({ archivedAt: z.string() }),
)
export const readTagsOfParty = query(
  'SELECT tag FROM third_party_tag WHERE third_party_id = :id ORDER BY tag',
  z.strictObject({ tag: z.string() }),
)
export const readBulkChangesOf = query(
  'SELECT change_id AS changeId, about FROM bulk_change WHERE third_party_id = :id ORDER BY change_id',
  z.strictObject({ changeId: z.string(), about: z.string() }),
)
export const insertTag = command('INSERT INTO third_party_tag (third_party_id, tag) VALUES (:id, :tag)')
export const insertArchiving = command('INSERT INTO third_party_archive (third_party_id, archived_at) VALUES (:id, :archivedAt)', {
  ofParty: 'id',
})

/** The columns of other tables that refer to third parties. */
export const readReferences = query(
  `SELECT sqlite_schema.name AS tableName, reference."from" AS columnName
   FROM sqlite_schema JOIN pragma_foreign_key_list(sqlite_schema.name) AS reference
   WHERE sqlite_schema.type = 'table' AND reference."table" = 'third_party'`,
  z.strictObject({ tableName: z.string(), columnName: z.string() }),
)

const PartyRow = z.strictObject({ thirdPartyId: ThirdPartyId })

/** Which third parties that a batch added are named in a column of another table. Names come from the schema itself. */
export function addedPartiesIn(tableName: string, columnName: string): Query<typeof PartyRow> {
  const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
  return query(
    `SELECT DISTINCT third_party_id AS thirdPartyId FROM import_change
     WHERE batch_id = :batchId AND kind = 'added' AND third_party_id IN (SELECT ${quoted(columnName)} FROM ${quoted(tableName)})`,
    PartyRow,
  )
}
