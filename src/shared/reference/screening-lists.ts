// The list of lists: where an organization's name can be looked up, what a listing means and what it does not.
import { z } from 'zod'
import { SourceBasis } from '../domain/pack.ts'
import { requiredLine } from '../domain/text.ts'
import { Day } from '../domain/time.ts'
import { editionFields, RowId, rowFields, statusFields } from './row.ts'

const WebAddress = z.url({ protocol: /^https$/, error: 'is not an address that begins with https://' })

/** Whether the share that listed parties hold in an unlisted firm matters. */
const OwnershipTest = z.strictObject({
  ...statusFields,
  /** Percent from which it does, `null` where the list reaches only those it names. */
  fromPercent: z.int().min(1).max(100).nullable(),
  says: requiredLine(600),
})

const ScreeningList = z.strictObject({
  ...rowFields,
  ...statusFields,
  title: requiredLine(200),
  publisher: requiredLine(200),
  officialPage: WebAddress,
  updates: requiredLine(300),
  means: requiredLine(600),
  doesNotMean: requiredLine(600),
  ownershipTest: OwnershipTest,
  /** False where entries are kinds of goods or places, so that comparing names finds nothing. */
  isNameList: z.boolean(),
  basis: SourceBasis,
})

/** A list inside the Consolidated Screening List. */
const LabelledList = ScreeningList.extend({
  /** What stands in parentheses at the end of the file's `source` column. */
  label: RowId,
})

export const ScreeningLists = z.strictObject({
  ...editionFields,
  /** The one file that joins several lists. */
  consolidated: z.strictObject({
    ...rowFields,
    title: requiredLine(200),
    publisher: requiredLine(200),
    officialPage: WebAddress,
    files: z.array(WebAddress).min(1).max(6),
    updates: requiredLine(300),
    /** Older than this many days, a screening should be repeated. */
    staleAfterDays: z.int().min(1).max(365),
    limits: requiredLine(1_000),
    checkedOn: Day,
    lists: z.array(LabelledList).min(1).max(60),
  }),
  outside: z.array(ScreeningList).min(1).max(100),
})
export type ScreeningLists = z.infer<typeof ScreeningLists>
