// Somebody who signs reports, with a certificate made in the app.
import { z } from 'zod'
import { Sha256Hex, SignerId } from './ids.ts'
import { line, requiredLine } from './text.ts'
import { Instant } from './time.ts'

export const SignerDetails = z.strictObject({
  name: requiredLine(120),
  role: line(120),
})
export type SignerDetails = z.infer<typeof SignerDetails>

export const Signer = SignerDetails.extend({
  id: SignerId,
  organization: line(200),
  certificateSerial: z.string().regex(/^[0-9a-f]+$/),
  certificateSha256: Sha256Hex,
  validFrom: Instant,
  validTo: Instant,
})
export type Signer = z.infer<typeof Signer>
