// SQL that keeps, changes and removes the files that prove answers.
import { z } from 'zod'
import { EvidenceFileId, Sha256Hex } from '#shared/domain/ids.ts'
import { command, query } from '#main/store/statement.ts'

export const readEvidenceSize = query(
  'SELECT coalesce(sum(size_bytes), 0) AS sizeBytes FROM evidence_content',
  z.strictObject({ sizeBytes: z.int() }),
)
export const readSameEvidence = query(
  'SELECT id FROM evidence_file WHERE assessment_id = :assessmentId AND question_id = :questionId AND sha256 = :sha256',
  z.strictObject({ id: EvidenceFileId }),
)
export const readContentHash = query('SELECT sha256 FROM evidence_content WHERE sha256 = :sha256', z.strictObject({ sha256: Sha256Hex }))

export const addContent = command('INSERT INTO evidence_content (sha256, size_bytes, media_type) VALUES (:sha256, :sizeBytes, :mediaType)')
export const addChunk = command('INSERT INTO evidence_chunk (sha256, number, bytes) VALUES (:sha256, :number, :bytes)')
export const addFile = command(
  `INSERT INTO evidence_file (id, assessment_id, question_id, sha256, file_name, grade, description, added_at, removed_at)
   VALUES (:id, :assessmentId, :questionId, :sha256, :fileName, :grade, :description, :addedAt, NULL)`,
)
export const changeFile = command('UPDATE evidence_file SET grade = :grade, description = :description WHERE id = :id')
/** A removed file comes back as it was given now. */
export const bringBack = command(
  'UPDATE evidence_file SET file_name = :fileName, grade = :grade, description = :description, removed_at = NULL WHERE id = :id',
)
export const setRemoved = command('UPDATE evidence_file SET removed_at = :removedAt WHERE id = :id')
