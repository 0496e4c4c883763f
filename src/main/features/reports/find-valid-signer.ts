// Finds the signer of an order, whose certificate must be valid at the time of signing.
import { Refusal } from '#shared/contract/refusal.ts'
import type { SignerId } from '#shared/domain/ids.ts'
import type { Signer } from '#shared/domain/signer.ts'
import { readSigner } from '#main/records/signer.ts'
import type { Vault } from '#main/store/vault.ts'

/** The signer; refuses with `not-found`, and with `certificate-expired` when the certificate is not valid at `signedAt`. */
export function findValidSigner(vault: Vault, id: SignerId, signedAt: string): Signer {
  const signer = vault.store.first(readSigner, { id })
  if (!signer) throw new Refusal('not-found', 'That signer is no longer in the vault. Choose another.')
  if (signedAt < signer.validFrom || signedAt > signer.validTo) {
    throw new Refusal(
      'certificate-expired',
      `The certificate of ${signer.name} is valid from ${signer.validFrom.slice(0, 10)} to ${signer.validTo.slice(0, 10)}. Make a new signer, or set the computer's clock right.`,
    )
  }
  return signer
}
