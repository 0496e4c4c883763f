// Finds what does not go together in a signature: its times, its time-stamp, and what became of its certificate.
import type { Revocation } from './revocation.ts'
import type { Doubt, SignerVerdict, TimestampVerdict } from './verdict.ts'

/** How much older than the signing time a time-stamp may be: clocks differ, minutes. */
const STAMP_TOLERANCE_MINUTES = 10

type Found = {
  readonly signer: SignerVerdict
  readonly revocation: Revocation
  readonly timestamp: TimestampVerdict
  /** The stated signing time, ISO 8601; null when there is none. */
  readonly signedAt: string | null
  readonly now: Date
}

/** When the signature was there already, as an authority says that the caller knows, ISO 8601; null without one. */
export function knownStampTime(timestamp: TimestampVerdict): string | null {
  return timestamp.state === 'sound' && timestamp.knownAs !== null ? timestamp.at : null
}

/** Whether a stamp of `stampedAt` was made before there could be a signature of `signedAt`. */
export function isStampEarly(stampedAt: Date, signedAt: Date): boolean {
  return stampedAt.getTime() < signedAt.getTime() - STAMP_TOLERANCE_MINUTES * 60_000
}

/** What a reader must be told before relying on the name or the time, gravest first. */
export function doubtsAbout(found: Found): readonly Doubt[] {
  const { signer, timestamp, signedAt, now } = found
  const isEarly = timestamp.state === 'sound' && signedAt !== null && isStampEarly(new Date(timestamp.at), new Date(signedAt))
  const wasThereAt = knownStampTime(timestamp) ?? now.toISOString()
  const isUnproven = signer.validityAtSigning === 'within' && new Date(wasThereAt) > new Date(signer.notAfter)
  return [
    ...revocationDoubts(found),
    ...(isEarly ? [{ kind: 'stamp-early', at: timestamp.at } as const] : []),
    ...(isUnproven ? [{ kind: 'time-unproven', at: signer.notAfter } as const] : []),
  ]
}

function revocationDoubts({ signer, revocation, timestamp }: Found): readonly Doubt[] {
  if (revocation.state === 'revoked') {
    const stampedAt = knownStampTime(timestamp)
    const isLater = stampedAt !== null && new Date(stampedAt) < revocation.at
    return [{ kind: isLater ? 'revoked-later' : 'revoked', at: revocation.at.toISOString() }]
  }
  // Only who believes an authority relies on what it took back.
  if (signer.vouchedBy === null) return []
  return [{ kind: 'revocation-unknown', at: revocation.state === 'not-named' ? revocation.listedAt.toISOString() : null }]
}
