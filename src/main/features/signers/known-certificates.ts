// Certificates of others that somebody compared: looked at, kept under a name, and taken out again.
import { Refusal } from '#shared/contract/refusal.ts'
import type { SeenCertificate } from '#shared/contract/signers.ts'
import type { KnownCertificate } from '#shared/domain/signer.ts'
import { spellOut } from '#shared/domain/text.ts'
import { readChosenFile } from '#main/records/chosen-file.ts'
import { addKnownCertificate, readKnownCertificates, removeKnownCertificate } from '#main/records/signer.ts'
import type { CertificateDetails } from '#main/report/verification/certificate-reader.ts'
import type { ReadDb } from '#main/store/database.ts'
import { type FeatureContext, requireStore } from '../feature-context.ts'
import { certificateSentences } from './sentences.ts'

interface ReadFile {
  readonly certificate: CertificateDetails
  readonly isSelfSigned: boolean
}

async function readCertificateFile(context: FeatureContext, handle: string): Promise<ReadFile> {
  const file = readChosenFile(context.grants.pathOf(handle, 'signer-file'), {
    limitBytes: 1024 * 1024,
    tooLarge: 'That file is over 1 MiB, larger than any certificate. Choose a file that ends in .pem, .cer or .crt.',
  })
  const [{ derOf }, { readCertificate }, { certificateSelfCheck }, { DerError }] = await Promise.all([
    import('#main/report/verification/pem.ts'),
    import('#main/report/verification/certificate-reader.ts'),
    import('#main/report/verification/certificate-self-check.ts'),
    import('#main/report/verification/der-reader.ts'),
  ])
  try {
    const certificate = readCertificate(derOf(file, 'CERTIFICATE'))
    return { certificate, isSelfSigned: certificateSelfCheck(certificate) }
  } catch (error) {
    if (!(error instanceof DerError)) throw error
    throw new Refusal(
      'certificate-file-damaged',
      'That file holds no certificate, or it is damaged. Choose a file that ends in .pem, .cer or .crt.',
    )
  }
}

/** What the certificate in a chosen file says of itself. */
export async function inspectCertificate(context: FeatureContext, handle: string): Promise<SeenCertificate> {
  const { certificate, isSelfSigned } = await readCertificateFile(context, handle)
  const { nameOfIssuer } = await import('#main/report/signing/usable-identity.ts')
  const { nameOfHolder } = await import('#main/report/verification/holder-name.ts')
  const { OID } = await import('#main/report/verification/oids.ts')
  return {
    sha256: certificate.fingerprintSha256,
    subject: spellOut(nameOfHolder(certificate) ?? ''),
    organization: spellOut(certificate.subject.get(OID.organizationName) ?? ''),
    issuer: spellOut(nameOfIssuer(certificate)),
    isSelfSigned,
    isAuthority: certificate.isAuthority,
    validFrom: certificate.notBefore.toISOString(),
    validTo: certificate.notAfter.toISOString(),
  }
}

/** All known certificates, by name. */
export async function listKnown(db: ReadDb): Promise<KnownCertificate[]> {
  const { readCertificate } = await import('#main/report/verification/certificate-reader.ts')
  const { nameOfHolder } = await import('#main/report/verification/holder-name.ts')
  return db.all(readKnownCertificates).map(({ certificate, ...row }) => {
    const details = readCertificate(certificate)
    return { ...row, subject: spellOut(nameOfHolder(details) ?? ''), validTo: details.notAfter.toISOString() }
  })
}

export interface KnownOrder {
  readonly handle: string
  readonly sha256: string
  readonly kind: KnownCertificate['kind']
  readonly name: string
}

export async function addKnown(context: FeatureContext, order: KnownOrder): Promise<KnownCertificate[]> {
  const store = requireStore(context)
  const { certificate } = await readCertificateFile(context, order.handle)
  const { sha256, kind, name } = order
  if (certificate.fingerprintSha256 !== sha256) throw new Refusal('certificate-changed', certificateSentences['certificate-changed'])
  if (kind === 'authority' && !certificate.isAuthority)
    throw new Refusal('certificate-no-authority', certificateSentences['certificate-no-authority'])
  store.write({ action: 'signers.addKnown', subject: sha256, payload: { sha256, kind, name } }, (tx) =>
    tx.run(addKnownCertificate, { sha256, kind, name, certificate: certificate.encoded, addedAt: context.now() }),
  )
  return listKnown(store)
}

export async function removeKnown(context: FeatureContext, sha256: string): Promise<KnownCertificate[]> {
  const store = requireStore(context)
  store.write({ action: 'signers.removeKnown', subject: sha256, payload: { sha256 } }, (tx) => {
    if (tx.run(removeKnownCertificate, { sha256 }) === 0)
      throw new Refusal('not-found', 'That certificate is not in the list any more. Look at the list again.')
  })
  return listKnown(store)
}
