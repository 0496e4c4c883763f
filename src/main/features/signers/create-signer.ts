// Makes a signer: a key that never leaves the vault and a self-signed certificate.
import { Refusal } from '#shared/contract/refusal.ts'
import { SignerId } from '#shared/domain/ids.ts'
import type { ListedSigner, Signer, SignerDetails } from '#shared/domain/signer.ts'
import { readOrganization } from '#main/records/organization.ts'
import { addSigner } from '#main/records/signer.ts'
import { type FeatureContext, requireStore } from '../feature-context.ts'
import { listedSigner } from './listed-signer.ts'

const certificateYears = 5

export async function createSigner(context: FeatureContext, details: SignerDetails): Promise<ListedSigner> {
  const store = requireStore(context)
  const organization = store.first(readOrganization)
  if (!organization) throw new Refusal('no-organization', 'Describe your organization first: its name goes into the certificate.')
  const { createSignerIdentity } = await import('#main/report/signing/signer-identity.ts')
  const identity = createSignerIdentity({
    ...details,
    organization: organization.name,
    now: new Date(context.now()),
    validityYears: certificateYears,
  })
  const signer: Signer = {
    ...details,
    id: SignerId.parse(context.newId()),
    organization: organization.name,
    certificateSerial: identity.serial.toLowerCase(),
    certificateSha256: identity.fingerprintSha256,
    validFrom: identity.notBefore,
    validTo: identity.notAfter,
  }
  store.write({ action: 'signers.create', subject: signer.id, payload: signer }, (tx) =>
    tx.run(addSigner, { ...signer, certificate: identity.certificateDer, privateKey: identity.privateKeyPkcs8 }),
  )
  return listedSigner(store, signer.id)
}
