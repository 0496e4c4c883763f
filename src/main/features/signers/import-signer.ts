// Takes a key with its certificate and chain out of a certificate file into the vault.
import { Refusal } from '#shared/contract/refusal.ts'
import { SignerId } from '#shared/domain/ids.ts'
import { type ListedSigner, Signer } from '#shared/domain/signer.ts'
import { readChosenFile } from '#main/records/chosen-file.ts'
import { addSigner, addSignerAttachment, addSignerOrigin, readSignerByCertificate } from '#main/records/signer.ts'
import { type FeatureContext, requireStore } from '../feature-context.ts'
import { attachmentLimitBytes, listedSigner } from './listed-signer.ts'
import { certificateSentences } from './sentences.ts'

const mostBytes = 1024 * 1024

export interface ImportOrder {
  readonly handle: string
  readonly passphrase: string
  readonly role: string
}

async function openKeyFile(context: FeatureContext, { handle, passphrase }: ImportOrder) {
  const file = readChosenFile(context.grants.pathOf(handle, 'signer-file'), {
    limitBytes: mostBytes,
    tooLarge: 'That file is over 1 MiB, larger than any certificate file. Choose a file that ends in .p12 or .pfx.',
  })
  const { readPkcs12 } = await import('#main/report/signing/pkcs12/read-pkcs12.ts')
  const read = readPkcs12(file, passphrase)
  if (!read.ok) throw new Refusal(read.code, certificateSentences[read.code])
  const { identityProblem } = await import('#main/report/signing/usable-identity.ts')
  const problem = identityProblem(read.key.certificate, new Date(context.now()))
  if (problem !== null) throw new Refusal(problem, certificateSentences[problem])
  return read.key
}

/** The new signer, kept with its key. Nothing is kept when it is refused. */
export async function importSigner(context: FeatureContext, order: ImportOrder): Promise<ListedSigner> {
  const store = requireStore(context)
  const key = await openKeyFile(context, order)
  const { certificate } = key
  const { nameOfIssuer } = await import('#main/report/signing/usable-identity.ts')
  const { asLine, takenOver } = await import('#main/report/verification/holder-name.ts')
  const known = store.first(readSignerByCertificate, { sha256: certificate.fingerprintSha256 })
  if (known) throw new Refusal('signer-exists', `The vault has this certificate already, as ${known.name}. Sign with that signer.`)
  const issuerBytes = key.chainDer.reduce((sum, issuer) => sum + issuer.length, certificate.encoded.length)
  if (issuerBytes > attachmentLimitBytes) throw new Refusal('certificate-too-large', certificateSentences['certificate-too-large'])
  const signer = Signer.parse({
    id: SignerId.parse(context.newId()),
    ...takenOver(certificate),
    role: order.role,
    certificateSerial: certificate.serial.toLowerCase(),
    certificateSha256: certificate.fingerprintSha256,
    validFrom: certificate.notBefore.toISOString(),
    validTo: certificate.notAfter.toISOString(),
  })
  const issuer = asLine(nameOfIssuer(certificate), 100)
  store.write({ action: 'signers.import', subject: signer.id, payload: { ...signer, issuer } }, (tx) => {
    tx.run(addSigner, { ...signer, certificate: certificate.encoded, privateKey: key.privateKeyPkcs8 })
    tx.run(addSignerOrigin, { signerId: signer.id, kind: 'imported', issuer, addedAt: context.now() })
    for (const [position, content] of key.chainDer.entries()) {
      tx.run(addSignerAttachment, { signerId: signer.id, kind: 'issuer', position, content })
    }
  })
  return listedSigner(store, signer.id)
}
