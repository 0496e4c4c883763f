// Somebody who signs reports, with a certificate made in the app or brought along.
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

/** A signer of the open vault, and where the key comes from. */
export const ListedSigner = Signer.extend({
  origin: z.enum(['made-here', 'imported', 'token']),
  /** Who issued the certificate; empty for one made here. */
  issuer: z.string(),
  /** The token that has the key: what it is called and its serial number; both empty for a key in the vault. */
  tokenLabel: z.string(),
  tokenSerial: z.string(),
  /** How many certificates of issuers, and revocation lists, go into each signature. */
  issuerCount: z.int().min(0),
  revocationListCount: z.int().min(0),
})
export type ListedSigner = z.infer<typeof ListedSigner>

/** Who may sign a report after the assessor, in this order. */
export const FurtherSigner = z.enum(['reviewer', 'client'])
export type FurtherSigner = z.infer<typeof FurtherSigner>

/** A certificate of somebody else that was compared and is known here. */
export const KnownCertificate = z.strictObject({
  sha256: Sha256Hex,
  /** An authority also vouches for certificates that it issued. */
  kind: z.enum(['person', 'authority']),
  /** What it is known as here. */
  name: requiredLine(120),
  /** What the certificate itself says. */
  subject: z.string(),
  validTo: Instant,
  addedAt: Instant,
})
export type KnownCertificate = z.infer<typeof KnownCertificate>

/** Why a certificate that was found cannot become a signer here. */
export const unfitFaults = [
  'certificate-expired',
  'certificate-not-yet-valid',
  'certificate-cannot-sign',
  'certificate-key-weak',
  'certificate-nameless',
  'certificate-too-large',
  'signer-exists',
] as const
