// Finds a signer as the list shows it.
import { Refusal } from '#shared/contract/refusal.ts'
import type { SignerId } from '#shared/domain/ids.ts'
import type { ListedSigner } from '#shared/domain/signer.ts'
import { readListedSigner } from '#main/records/signer.ts'
import type { ReadDb } from '#main/store/database.ts'

/** Most bytes of certificates and revocation lists in one signature: the rest of its room is for the value and a time-stamp. */
export const attachmentLimitBytes = 8 * 1024

/** The signer with this id; refuses with `not-found` when there is none. */
export function listedSigner(db: ReadDb, id: SignerId): ListedSigner {
  const signer = db.first(readListedSigner, { id })
  if (!signer) throw new Refusal('not-found', 'That signer is no longer in the vault. Look at the list again.')
  return signer
}
