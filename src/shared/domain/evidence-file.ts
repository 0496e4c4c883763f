// A file that proves an answer: kept encrypted in the vault, named with its hash in the report.
import { z } from 'zod'
import { EvidenceGrade } from './answer.ts'
import { EvidenceFileId, QuestionId, Sha256Hex } from './ids.ts'
import { line, requiredLine } from './text.ts'
import { Instant } from './time.ts'

/** `sizeBytes` and `sha256` are of the file as it was given; `mediaType` is what its first bytes say, not its name. */
export const EvidenceFile = z.strictObject({
  id: EvidenceFileId,
  questionId: QuestionId,
  fileName: requiredLine(255),
  mediaType: requiredLine(100),
  sizeBytes: z.int().min(1),
  sha256: Sha256Hex,
  grade: EvidenceGrade,
  description: line(300),
  addedAt: Instant,
})
export type EvidenceFile = z.infer<typeof EvidenceFile>
