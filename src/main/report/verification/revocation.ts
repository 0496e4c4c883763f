// Says whether a certificate was revoked, as far as lists that its issuer signed tell.
import { isIssuedBy } from './certificate-chain.ts'
import type { CertificateDetails } from './certificate-reader.ts'
import { DerError } from './der-reader.ts'
import { readRevocationList, type RevocationList } from './revocation-list.ts'

export type Revocation =
  | { readonly state: 'revoked'; readonly at: Date }
  /** Its issuer's newest list, made at `listedAt`, does not name it. */
  | { readonly state: 'not-named'; readonly listedAt: Date }
  | { readonly state: 'not-checked' }

// More than any honest signature brings along.
const MAX_LISTS = 16

/** The lists that can be read. */
export function readLists(lists: readonly Uint8Array[]): readonly RevocationList[] {
  return lists.slice(0, MAX_LISTS).flatMap((encoded) => {
    try {
      return [readRevocationList(encoded)]
    } catch (error) {
      if (error instanceof DerError) return []
      throw error
    }
  })
}

export type SignedList = { readonly list: RevocationList; readonly signers: readonly CertificateDetails[] }

/** Those of `lists` that can be used and were signed by some of `candidates`. Checks each pair once: a hostile file has many. */
export function signedLists(lists: readonly RevocationList[], candidates: readonly CertificateDetails[]): readonly SignedList[] {
  return lists
    .filter(({ scope }) => scope !== 'unread')
    .map((list) => ({ list, signers: candidates.filter(list.isSignedBy) }))
    .filter(({ signers }) => signers.length > 0)
}

/** What those of `lists` say that were signed by the issuer of the certificate. */
export function revocationOf(certificate: CertificateDetails, lists: readonly SignedList[]): Revocation {
  const issuers = new Set([...new Set(lists.flatMap(({ signers }) => signers))].filter((signer) => isIssuedBy(certificate, signer)))
  const sound = lists.filter(({ signers }) => signers.some((signer) => issuers.has(signer))).map(({ list }) => list)
  const [revoked] = sound.flatMap((list) => list.revokedAt(certificate.serialContent) ?? []).toSorted(byTime)
  if (revoked !== undefined) return { state: 'revoked', at: revoked }
  const newest = sound
    .filter(({ scope }) => scope === 'all')
    .map(({ listedAt }) => listedAt)
    .toSorted(byTime)
    .at(-1)
  return newest === undefined ? { state: 'not-checked' } : { state: 'not-named', listedAt: newest }
}

function byTime(left: Date, right: Date): number {
  return left.getTime() - right.getTime()
}
