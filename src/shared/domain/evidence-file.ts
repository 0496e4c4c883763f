// A file that proves an answer: kept encrypted in the vault, named with its hash in the report.
import { z } from 'zod'
import { EvidenceGrade } from './answer.ts'
import { EvidenceFileId, QuestionId, Sha256Hex } from './ids.ts'
import { line, requiredLine } from './text.ts'
import { Instant } from './time.ts'

/** The largest file that proves an answer, in bytes: 25 MiB. */
export const evidenceLimitBytes = 25 * 1024 * 1024

/** From this much evidence in one vault on, a person is told that backups grow with it: 1 GiB. */
export const evidenceWarningBytes = 1024 * 1024 * 1024

/** What is said about a file by the person who adds it. */
export const EvidenceDetails = z.strictObject({ grade: EvidenceGrade, description: line(300) })
export type EvidenceDetails = z.infer<typeof EvidenceDetails>

/** `sizeBytes` and `sha256` are of the file as it was given; `mediaType` is what its first bytes say, not its name. */
export const EvidenceFile = z.strictObject({
  id: EvidenceFileId,
  questionId: QuestionId,
  fileName: requiredLine(255),
  mediaType: requiredLine(100),
  sizeBytes: z.int().min(1),
  sha256: Sha256Hex,
  ...EvidenceDetails.shape,
  addedAt: Instant,
})
export type EvidenceFile = z.infer<typeof EvidenceFile>
