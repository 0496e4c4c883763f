// What every file of reference data shares: its edition, its sources and the parts each row has.
import { z } from 'zod'
import { SourceBasis } from '../domain/pack.ts'
import { RuleStatus } from '../domain/rule-terms.ts'
import { requiredLine } from '../domain/text.ts'
import { Day } from '../domain/time.ts'

/** A year, month or day, as exactly as it is known. */
export const LooseDay = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'is not a year, month or day such as 2026, 2026-11 or 2026-11-22; put a bare year in quotes')

/** How well a source or a row was read. */
export type Basis = z.infer<typeof SourceBasis>

export const RowId = z.string().regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/, 'is not an id such as dsp-countries')

/** A document that was read, how well, and what of it was not. Never a news article. */
const ReferenceSource = z.strictObject({
  id: RowId,
  title: requiredLine(300),
  publisher: requiredLine(200),
  publishedOn: LooseDay.or(z.literal('undated')),
  basis: SourceBasis,
  verifyBy: Day,
  verified: requiredLine(600),
  notVerified: requiredLine(600).optional(),
})

/** The fields at the top of each file. `edition` is the day the rows were last gone through. */
export const editionFields = {
  format: z.literal(1),
  edition: Day,
  title: requiredLine(200),
  description: requiredLine(1_500),
  sources: z.array(ReferenceSource).min(1).max(200),
}

/** The fields of each row: where it comes from, and the day by which somebody should look again. */
export const rowFields = {
  id: RowId,
  sources: z.array(RowId).min(1, 'names no source; cite at least one').max(20),
  verifyBy: Day,
}

export const statusFields = {
  status: RuleStatus,
  statusNote: requiredLine(600).optional(),
}
