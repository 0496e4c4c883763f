// Reads the files that prove answers, and checks that their bytes are the ones that were given: shared by assessing, signing and checking.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { Refusal } from '#shared/contract/refusal.ts'
import { EvidenceFile } from '#shared/domain/evidence-file.ts'
import { AssessmentId, type EvidenceFileId, type QuestionId, Sha256Hex } from '#shared/domain/ids.ts'
import { Instant } from '#shared/domain/time.ts'
import type { ReadDb } from '#main/store/database.ts'
import { query } from '#main/store/statement.ts'

const fileColumns = `evidence_file.id, question_id AS questionId, file_name AS fileName, media_type AS mediaType, size_bytes AS sizeBytes,
  evidence_file.sha256, grade, description, added_at AS addedAt`
const joined = 'evidence_file JOIN evidence_content ON evidence_content.sha256 = evidence_file.sha256'

export const readEvidenceFiles = query(
  `SELECT ${fileColumns} FROM ${joined} WHERE assessment_id = :assessmentId AND removed_at IS NULL ORDER BY question_id, added_at, evidence_file.id`,
  EvidenceFile,
)
export const countEvidence = query(
  'SELECT count(*) AS count FROM evidence_file WHERE assessment_id = :assessmentId AND question_id = :questionId AND removed_at IS NULL',
  z.strictObject({ count: z.int() }),
)

const EvidenceRow = EvidenceFile.extend({ assessmentId: AssessmentId, removedAt: Instant.nullable() })
export type EvidenceRow = z.infer<typeof EvidenceRow>

export const readEvidenceRow = query(
  `SELECT ${fileColumns}, assessment_id AS assessmentId, removed_at AS removedAt FROM ${joined} WHERE evidence_file.id = :id`,
  EvidenceRow,
)
export const readEvidenceChunk = query(
  'SELECT bytes FROM evidence_chunk WHERE sha256 = :sha256 AND number = :number',
  z.strictObject({ bytes: z.instanceof(Uint8Array) }),
)
export const readEvidenceContents = query(
  `SELECT sha256, size_bytes AS sizeBytes, coalesce((SELECT min(file_name) FROM evidence_file WHERE evidence_file.sha256 = evidence_content.sha256), '') AS name
   FROM evidence_content ORDER BY sha256`,
  z.strictObject({ sha256: Sha256Hex, sizeBytes: z.int(), name: z.string() }),
)

/** The files that stand beside the answers of an assessment: by question, in the order in which they were added. */
export function listEvidenceFiles(db: ReadDb, assessmentId: AssessmentId): EvidenceFile[] {
  return db.all(readEvidenceFiles, { assessmentId })
}

const filesPerAnswer = 50

/** Refuses with `evidence-too-many` when more files stand beside an answer than may; asked in the transaction that put them there. */
export function refuseTooMany(tx: ReadDb, answer: { readonly assessmentId: AssessmentId; readonly questionId: QuestionId }): void {
  const { assessmentId, questionId } = answer
  if ((tx.first(countEvidence, { assessmentId, questionId })?.count ?? 0) > filesPerAnswer)
    throw new Refusal('evidence-too-many', 'An answer has 50 files at most. Remove one that proves less, then try again.')
}

/** One file with its assessment, also a removed one; undefined when there is none. */
export function findEvidenceRow(db: ReadDb, id: EvidenceFileId): EvidenceRow | undefined {
  return db.first(readEvidenceRow, { id })
}

function* chunksOf(db: ReadDb, sha256: string): Generator<Uint8Array> {
  for (let number = 0; ; number += 1) {
    const chunk = db.first(readEvidenceChunk, { sha256, number })
    if (chunk === undefined) return
    yield chunk.bytes
  }
}

/** The bytes of a content, in memory of their own; null when they are not the ones that were given. */
export function readEvidenceBytes(
  db: ReadDb,
  content: { readonly sha256: string; readonly sizeBytes: number },
): Uint8Array<ArrayBuffer> | null {
  // Memory of their own: what is sent to another process takes everything with it that shares its memory.
  const bytes = new Uint8Array(Buffer.concat([...chunksOf(db, content.sha256)]))
  const isWhole = bytes.length === content.sizeBytes && createHash('sha256').update(bytes).digest('hex') === content.sha256
  return isWhole ? bytes : null
}

function isContentWhole(db: ReadDb, content: { readonly sha256: string; readonly sizeBytes: number }): boolean {
  const hash = createHash('sha256')
  let sizeBytes = 0
  for (const bytes of chunksOf(db, content.sha256)) {
    hash.update(bytes)
    sizeBytes += bytes.length
  }
  return sizeBytes === content.sizeBytes && hash.digest('hex') === content.sha256
}

/** Reads all evidence, one piece at a time: how many contents there are, and a sentence for each that is not as it was given. */
export function checkEvidence(db: ReadDb): { readonly checked: number; readonly problems: string[] } {
  const contents = db.all(readEvidenceContents)
  const problems = contents
    .filter((content) => !isContentWhole(db, content))
    .map(({ name, sha256 }) => `The evidence ${name === '' ? sha256.slice(0, 12) : name} is not the file that was added.`)
  return { checked: contents.length, problems }
}
