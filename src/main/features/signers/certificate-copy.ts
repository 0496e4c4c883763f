// Writes out what clients need to recognize a signer: the certificate, and one page that says how to compare it.
import { X509Certificate } from 'node:crypto'
import type { SignerId } from '#shared/domain/ids.ts'
import type { Signer } from '#shared/domain/signer.ts'
import { findSignerKeys } from '#main/records/signer.ts'
import { writeCopy } from '#main/records/write-copy.ts'
import { type FeatureContext, requireStore } from '../feature-context.ts'
import { listedSigner } from './listed-signer.ts'

const inGroups = (hex: string) => hex.toUpperCase().replace(/(.{4})(?=.)/g, '$1 ')

/** The page, plain text. */
function guideFor(signer: Signer, certificateSha256: string): string {
  const who = [signer.name, signer.role, signer.organization].filter((part) => part !== '').join(', ')
  return [
    `How to recognize reports signed by ${signer.name}`,
    '',
    `Signer:       ${who}`,
    `Valid:        ${signer.validFrom.slice(0, 10)} to ${signer.validTo.slice(0, 10)}`,
    `Serial:       ${signer.certificateSerial.toUpperCase()}`,
    `Fingerprint (SHA-256 of the certificate):`,
    ...(inGroups(certificateSha256).match(/.{1,39}/g) ?? []).map((line) => `    ${line.trim()}`),
    '',
    '1. Compare the fingerprint with the signer over another way than the one this page came by: by telephone, or on paper in person.',
    '   Only then does the name in the certificate mean this person.',
    '2. In Gatehouse: Settings, Signers, "Add a certificate you know". From then on "Check a report" says "known" for what this signer signed.',
    '3. In Adobe Acrobat Reader: Menu, Preferences, Signatures, Identities and Trusted Certificates, More, Trusted Certificates, Import.',
    '   Choose the certificate file, then Trust, and tick "Use this certificate as a trusted root" and "Certified documents".',
    '   Reports then open with a blue bar that names the signer, and without a warning.',
    '4. A report is untouched when the reader says that it was not changed since it was certified. A report that anybody changed says so.',
    '',
    'The certificate file holds no secret. Whoever has it can check signatures, and cannot make any.',
    'What a signature means before a court is for counsel: counsel review needed.',
    '',
  ].join('\r\n')
}

export interface CopyOrder {
  readonly signerId: SignerId
  readonly kind: 'certificate' | 'guide'
  readonly handle: string
}

/** Writes the file and returns its size in bytes. */
export function saveSignerCopy(context: FeatureContext, { signerId, kind, handle }: CopyOrder): number {
  const store = requireStore(context)
  const signer = listedSigner(store, signerId)
  const keys = findSignerKeys(store, signer.id)
  const path = context.grants.pathOf(handle, 'copy')
  const text =
    kind === 'guide'
      ? guideFor(signer, signer.certificateSha256)
      : [keys.certificate, ...keys.issuers].map((der) => new X509Certificate(der).toString()).join('')
  const bytes = Buffer.from(text, 'utf8')
  writeCopy(path, bytes)
  return bytes.length
}
