// Procedures about signers, their certificates, and certificates of others that are known here.
import { z } from 'zod'
import { Sha256Hex, SignerId } from '../domain/ids.ts'
import { KnownCertificate, ListedSigner, SignerDetails, unfitFaults } from '../domain/signer.ts'
import { Instant } from '../domain/time.ts'
import { procedure } from './procedure.ts'

const handle = z.uuid()
const chosen = z.strictObject({ handle: handle.nullable(), label: z.string() })

/** What a file says about the certificate in it, to be compared before anybody trusts it. */
export const SeenCertificate = z.strictObject({
  sha256: Sha256Hex,
  subject: z.string(),
  organization: z.string(),
  issuer: z.string(),
  isSelfSigned: z.boolean(),
  /** Whether it may vouch for other certificates. */
  isAuthority: z.boolean(),
  validFrom: Instant,
  validTo: Instant,
})
export type SeenCertificate = z.infer<typeof SeenCertificate>

const fileRefusals = ['place-unknown', 'file-not-readable', 'file-too-large'] as const
const copyRefusals = ['place-unknown', 'place-not-writable', 'disk-full'] as const

export const signerProcedures = {
  'signers.list': procedure({
    side: 'engine',
    input: z.strictObject({}),
    output: z.strictObject({ signers: z.array(ListedSigner) }),
    refusals: ['vault-locked'],
  }),
  'signers.create': procedure({
    side: 'engine',
    input: SignerDetails,
    output: z.strictObject({ signer: ListedSigner }),
    refusals: ['vault-locked', 'write-failed', 'no-organization'],
  }),
  /** Chooses a file to read: a certificate file with its key, a certificate, a revocation list, or an authority's answer. */
  'signers.chooseFile': procedure({
    side: 'window',
    input: z.strictObject({ kind: z.enum(['key-file', 'certificate', 'revocation-list', 'stamp-response']) }),
    output: chosen,
    refusals: [],
  }),
  /** Takes a key with its certificate and chain out of a PKCS#12 file into the vault. The passphrase is used once and kept nowhere. */
  'signers.import': procedure({
    side: 'engine',
    input: z.strictObject({ handle, passphrase: z.string().max(1_024), role: SignerDetails.shape.role }),
    output: z.strictObject({ signer: ListedSigner }),
    refusals: [
      'vault-locked',
      'write-failed',
      ...fileRefusals,
      'certificate-file-damaged',
      'certificate-file-unsupported',
      'certificate-passphrase-wrong',
      'certificate-file-no-key',
      'certificate-file-no-certificate',
      ...unfitFaults,
    ],
  }),
  /** Keeps a revocation list of one of the signer's issuers; it goes into each signature from then on. */
  'signers.addRevocationList': procedure({
    side: 'engine',
    input: z.strictObject({ signerId: SignerId, handle }),
    output: z.strictObject({ signer: ListedSigner }),
    refusals: [
      'vault-locked',
      'write-failed',
      'not-found',
      ...fileRefusals,
      'revocation-list-damaged',
      'revocation-list-foreign',
      'revocation-list-names-signer',
      'certificate-too-large',
    ],
  }),
  'signers.chooseCopy': procedure({
    side: 'window',
    input: z.strictObject({ kind: z.enum(['certificate', 'guide', 'stamp-request', 'countersigned']), fileName: z.string().max(255) }),
    output: chosen,
    refusals: [],
  }),
  /** Writes the signer's certificate with its issuers (PEM), or one page that tells a client how to compare it. Never the key. */
  'signers.saveCopy': procedure({
    side: 'engine',
    input: z.strictObject({ signerId: SignerId, kind: z.enum(['certificate', 'guide']), handle }),
    output: z.strictObject({ sizeBytes: z.int() }),
    refusals: ['vault-locked', 'not-found', ...copyRefusals],
  }),
  'signers.known': procedure({
    side: 'engine',
    input: z.strictObject({}),
    output: z.strictObject({ certificates: z.array(KnownCertificate) }),
    refusals: ['vault-locked'],
  }),
  /** Reads a certificate and keeps nothing. */
  'signers.inspectCertificate': procedure({
    side: 'engine',
    input: z.strictObject({ handle }),
    output: z.strictObject({ certificate: SeenCertificate }),
    refusals: [...fileRefusals, 'certificate-file-damaged'],
  }),
  /** Makes the certificate in a file a known one. `sha256` is the fingerprint that was compared: another file is refused. */
  'signers.addKnown': procedure({
    side: 'engine',
    input: z.strictObject({ handle, sha256: Sha256Hex, kind: KnownCertificate.shape.kind, name: KnownCertificate.shape.name }),
    output: z.strictObject({ certificates: z.array(KnownCertificate) }),
    refusals: [
      'vault-locked',
      'write-failed',
      ...fileRefusals,
      'certificate-file-damaged',
      'certificate-changed',
      'certificate-no-authority',
    ],
  }),
  'signers.removeKnown': procedure({
    side: 'engine',
    input: z.strictObject({ sha256: Sha256Hex }),
    output: z.strictObject({ certificates: z.array(KnownCertificate) }),
    refusals: ['vault-locked', 'write-failed', 'not-found'],
  }),
} as const
