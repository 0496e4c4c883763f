// Says whether a certificate was revoked, as far as lists and OCSP answers tell that its issuer stands behind.
import { isIssuedBy } from './certificate-chain.ts'
import type { CertificateDetails } from './certificate-reader.ts'
import { DER, DerError, readDer } from './der-reader.ts'
import { readOcspAnswer, type OcspAnswer } from './ocsp-answer.ts'
import { readRevocationList, type RevocationList } from './revocation-list.ts'

export type Revocation =
  | { readonly state: 'revoked'; readonly at: Date }
  /** The newest that its issuer says, of `listedAt`, does not call it revoked. */
  | { readonly state: 'not-named'; readonly listedAt: Date }
  | { readonly state: 'not-checked' }

// More than any honest signature brings along.
const MAX_ITEMS = 16

/** A list or an answer, with the authorities that stand behind it. */
export type BackedWord = {
  readonly authorities: readonly CertificateDetails[]
  /** What it says of a certificate that `issuer` issued. */
  readonly about: (certificate: CertificateDetails, issuer: CertificateDetails) => Revocation
}

/**
 * The lists and answers in `data` that can be read and that some of `candidates` stand behind. Checks each pair once: a hostile file has
 * many. An OCSP server that a list calls revoked does not count.
 */
export function backedWords(data: readonly Uint8Array[], candidates: readonly CertificateDetails[]): readonly BackedWord[] {
  const read = data.slice(0, MAX_ITEMS).flatMap(readSafely)
  const lists = read.flatMap(({ list }) => (list === null || list.scope === 'unread' ? [] : [listWord(list, candidates)]))
  const answers = read.flatMap(({ answer }) => (answer === null ? [] : [answerWord(answer, candidates, lists)]))
  return [...lists, ...answers].filter(({ authorities }) => authorities.length > 0)
}

function readSafely(encoded: Uint8Array): readonly { readonly list: RevocationList | null; readonly answer: OcspAnswer | null }[] {
  try {
    const isAnswer = readDer(encoded).children[0]?.tag === DER.enumerated
    return [isAnswer ? { list: null, answer: readOcspAnswer(encoded) } : { list: readRevocationList(encoded), answer: null }]
  } catch (error) {
    if (error instanceof DerError) return []
    throw error
  }
}

function listWord(list: RevocationList, candidates: readonly CertificateDetails[]): BackedWord {
  return {
    authorities: candidates.filter(list.isSignedBy),
    about: ({ serialContent }) => {
      const at = list.revokedAt(serialContent)
      if (at !== null) return { state: 'revoked', at }
      return list.scope === 'all' ? { state: 'not-named', listedAt: list.listedAt } : { state: 'not-checked' }
    },
  }
}

function answerWord(answer: OcspAnswer, candidates: readonly CertificateDetails[], lists: readonly BackedWord[]): BackedWord {
  const servers = answer.servers.filter((server) => revocationOf(server, lists).state !== 'revoked')
  return {
    authorities: candidates.filter((one) => answer.isMadeBy(one) || servers.some((server) => isIssuedBy(server, one))),
    about: ({ serialContent }, issuer) => {
      const said = answer.statusesOf(serialContent, issuer)
      return gravest(said.map(({ state, at }) => (state === 'revoked' ? { state, at } : { state: 'not-named', listedAt: at })))
    },
  }
}

/** What those of `words` say that the issuer of the certificate stands behind. */
export function revocationOf(certificate: CertificateDetails, words: readonly BackedWord[]): Revocation {
  const all = new Set(words.flatMap(({ authorities }) => authorities))
  const issuers = new Set([...all].filter((authority) => isIssuedBy(certificate, authority)))
  return gravest(
    words.flatMap(({ authorities, about }) =>
      authorities.filter((authority) => issuers.has(authority)).map((issuer) => about(certificate, issuer)),
    ),
  )
}

/** Revoked counts before not revoked; of several the earliest revocation, or the newest word. */
function gravest(said: readonly Revocation[]): Revocation {
  const revoked = said.flatMap((one) => (one.state === 'revoked' ? [one] : []))
  const named = said.flatMap((one) => (one.state === 'not-named' ? [one] : []))
  const [earliest] = revoked.toSorted((left, right) => left.at.getTime() - right.at.getTime())
  const [newest] = named.toSorted((left, right) => right.listedAt.getTime() - left.listedAt.getTime())
  return earliest ?? newest ?? { state: 'not-checked' }
}
