// What nobody could settle while the questions were written, and where to look by hand before relying on it.
import { z } from 'zod'
import { QuestionId } from '../domain/ids.ts'
import { requiredLine } from '../domain/text.ts'
import { Day } from '../domain/time.ts'
import { editionFields, RowId } from './row.ts'

const OpenCheck = z.strictObject({
  id: RowId,
  /** `first` may change an answer that stops a deal; `text` is a document whose wording is still to be read. */
  kind: z.enum(['first', 'text']),
  question: requiredLine(300),
  known: requiredLine(600),
  lookAt: requiredLine(300),
  untilThen: requiredLine(300),
  affects: z.array(QuestionId).max(30),
  verifyBy: Day,
})

/** The checks come in the order in which they should be made. They cite no source: the point is that one is missing. */
export const OpenChecks = z.strictObject({
  format: editionFields.format,
  edition: editionFields.edition,
  title: editionFields.title,
  description: editionFields.description,
  checks: z.array(OpenCheck).min(1).max(100),
})
export type OpenChecks = z.infer<typeof OpenChecks>
