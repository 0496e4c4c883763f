// Keeps a revocation list for a signer, so that readers without a network see that the certificate was good.
import { Refusal } from '#shared/contract/refusal.ts'
import type { SignerId } from '#shared/domain/ids.ts'
import type { ListedSigner } from '#shared/domain/signer.ts'
import { readChosenFile } from '#main/records/chosen-file.ts'
import { addSignerAttachment, findSignerKeys, type SignerKeys } from '#main/records/signer.ts'
import type { RevocationList } from '#main/report/verification/revocation-list.ts'
import { type FeatureContext, requireStore } from '../feature-context.ts'
import { attachmentLimitBytes, listedSigner } from './listed-signer.ts'
import { removeRevocationLists } from './queries.ts'
import { certificateSentences } from './sentences.ts'

async function readList(context: FeatureContext, handle: string): Promise<RevocationList> {
  const file = readChosenFile(context.grants.pathOf(handle, 'signer-file'), {
    limitBytes: 1024 * 1024,
    tooLarge: 'That list is over 1 MiB and does not fit into a signature. Sign without it.',
  })
  const [{ derOf }, { readRevocationList }, { DerError }] = await Promise.all([
    import('#main/report/verification/pem.ts'),
    import('#main/report/verification/revocation-list.ts'),
    import('#main/report/verification/der-reader.ts'),
  ])
  try {
    return readRevocationList(derOf(file, 'X509 CRL'))
  } catch (error) {
    if (!(error instanceof DerError)) throw error
    throw refused('revocation-list-damaged')
  }
}

const refused = (code: keyof typeof certificateSentences) => new Refusal(code, certificateSentences[code])

/** The lists to keep: the new one in place of an older one of the same issuer. */
async function listsWith(list: RevocationList, keys: SignerKeys): Promise<readonly Uint8Array[]> {
  const { readCertificate } = await import('#main/report/verification/certificate-reader.ts')
  const { readRevocationList } = await import('#main/report/verification/revocation-list.ts')
  const { equalBytes } = await import('#main/report/verification/der-reader.ts')
  const issuer = keys.issuers.map(readCertificate).find(list.isSignedBy)
  if (issuer === undefined) throw refused('revocation-list-foreign')
  const chain = [keys.certificate, ...keys.issuers].map(readCertificate)
  const own = chain.filter((certificate) => equalBytes(certificate.issuerEncoded, list.issuerEncoded))
  if (own.some((certificate) => list.revokedAt(certificate.serialContent) !== null)) throw refused('revocation-list-names-signer')
  const others = keys.revocationLists.filter((kept) => !equalBytes(readRevocationList(kept).issuerEncoded, list.issuerEncoded))
  const lists = [...others, list.encoded]
  const sizeBytes = [keys.certificate, ...keys.issuers, ...lists].reduce((sum, part) => sum + part.length, 0)
  if (sizeBytes > attachmentLimitBytes) throw refused('certificate-too-large')
  return lists
}

/** The signer with the list kept. */
export async function addRevocationList(
  context: FeatureContext,
  order: { readonly signerId: SignerId; readonly handle: string },
): Promise<ListedSigner> {
  const store = requireStore(context)
  const { id } = listedSigner(store, order.signerId)
  const lists = await listsWith(await readList(context, order.handle), findSignerKeys(store, id))
  store.write({ action: 'signers.addRevocationList', subject: id, payload: { lists: lists.length } }, (tx) => {
    tx.run(removeRevocationLists, { signerId: id })
    for (const [position, content] of lists.entries())
      tx.run(addSignerAttachment, { signerId: id, kind: 'revocation-list', position, content })
  })
  return listedSigner(store, id)
}
