// With what a report was printed, so that its pages can be printed again and compared.
import { z } from 'zod'
import { Sha256Hex } from './ids.ts'
import { ReportLook } from './report-look.ts'
import { FurtherSigner } from './signer.ts'

export const Printing = z.strictObject({
  look: ReportLook,
  /** Hash of templates, words, lists and fonts. Only with the same ones does the same data give the same pages. */
  kitSha256: Sha256Hex,
  /** For whom a place was kept on the page of signatures, in the order of signing. */
  furtherSigners: z.array(FurtherSigner).optional(),
})
export type Printing = z.infer<typeof Printing>
