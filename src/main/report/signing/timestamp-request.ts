// Writes a request for an RFC 3161 time-stamp, and reads what an authority answers.
import { createHash } from 'node:crypto'
import { DER, DerError, equalBytes, expectTag, readDer, readSmallInteger, type DerNode } from '#main/report/verification/der-reader.ts'
import { isStampEarly } from '#main/report/verification/doubts.ts'
import { OID } from '#main/report/verification/oids.ts'
import { checkTimestamp, OtherImprintError, type TimestampToken } from '#main/report/verification/timestamp-token.ts'
import { der, derOctetString, derOid, derSequence, derSmallInteger, derTrue, derUnsigned } from './der-writer.ts'

/** Largest answer that is looked at, bytes; it must fit into the signature anyway. */
export const MAX_RESPONSE_BYTES = 64 * 1024

/**
 * The DER of a request that asks for a stamp over the SHA-256 of `stamped`, with the authority's certificate.
 * `nonce` is a magnitude, most significant octet first. Source: RFC 3161, 2.4.1.
 */
export function timestampRequest(stamped: Uint8Array, nonce: Uint8Array): Uint8Array {
  const imprint = derSequence(derSequence(derOid(OID.sha256), der(DER.null)), derOctetString(createHash('sha256').update(stamped).digest()))
  return derSequence(derSmallInteger(1), imprint, derUnsigned(nonce), derTrue())
}

type ResponseProblem = 'stamp-response-damaged' | 'stamp-refused' | 'stamp-for-another' | 'stamp-nonce-wrong' | 'stamp-too-early'

export type TimestampAnswer =
  | { readonly ok: true; readonly tokenDer: Uint8Array; readonly token: TimestampToken }
  | { readonly ok: false; readonly code: ResponseProblem; readonly detail: string }

export type AnswerExpected = {
  readonly stamped: Uint8Array
  /** Magnitudes of the requests that were written for it; the answer must name one of them. */
  readonly nonces: readonly Uint8Array[]
  /** The signer's own time; a stamp well before it was made for something else, or by a wrong clock. */
  readonly signedAt: Date
}

// RFC 3161, 2.4.2: granted, and granted with modifications.
const GRANTED = new Set([0, 1])

/** The token in an answer, checked against what was asked for. Never throws on hostile bytes. Source: RFC 3161, 2.4.2. */
export function readTimestampAnswer(file: Uint8Array, expected: AnswerExpected): TimestampAnswer {
  try {
    if (file.length > MAX_RESPONSE_BYTES) return problem('stamp-response-damaged', 'The file is larger than any answer of an authority.')
    const [info, tokenNode] = expectTag(readDer(file), DER.sequence, 'answer').children
    const status = readSmallInteger(expectTag(info, DER.sequence, 'status').children[0], 'status')
    if (!GRANTED.has(status) || tokenNode === undefined) return problem('stamp-refused', `The authority refused, with status ${status}.`)
    return accepted(tokenNode, expected)
  } catch (error) {
    if (error instanceof DerError) return problem('stamp-response-damaged', error.message)
    throw error
  }
}

function problem(code: ResponseProblem, detail: string): TimestampAnswer {
  return { ok: false, code, detail }
}

function accepted(node: DerNode, { stamped, nonces, signedAt }: AnswerExpected): TimestampAnswer {
  const token = checkedToken(node, stamped)
  if ('ok' in token) return token
  const { nonce } = token
  if (nonce === null || !nonces.some((asked) => equalBytes(derUnsigned(asked), der(DER.integer, nonce)))) {
    return problem('stamp-nonce-wrong', 'The answer does not name the number of a request that was written here.')
  }
  if (isStampEarly(token.at, signedAt)) return problem('stamp-too-early', 'The stamp is older than the signature says it is itself.')
  return { ok: true, tokenDer: node.encoded, token }
}

function checkedToken(node: DerNode, stamped: Uint8Array): TimestampToken | Extract<TimestampAnswer, { ok: false }> {
  try {
    return checkTimestamp(node, stamped)
  } catch (error) {
    if (error instanceof OtherImprintError) return { ok: false, code: 'stamp-for-another', detail: error.message }
    throw error
  }
}
