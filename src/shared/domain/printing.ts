// With what a report was printed, so that its pages can be printed again and compared.
import { z } from 'zod'
import { Sha256Hex } from './ids.ts'
import { ReportLook } from './report-look.ts'

export const Printing = z.strictObject({
  look: ReportLook,
  /** Hash of templates, words, lists and fonts. Only with the same ones does the same data give the same pages. */
  kitSha256: Sha256Hex,
})
export type Printing = z.infer<typeof Printing>
