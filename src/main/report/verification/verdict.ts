// The verdict on a PDF: three separate answers in plain JSON, never one green tick.

/** Why the signed revision could not be accepted; the sentence beside it is written for the reader. */
export type VerdictReasonCode =
  | 'file-too-large'
  | 'not-a-pdf'
  | 'pdf-damaged'
  | 'pdf-encrypted'
  | 'signature-lost'
  | 'signature-dictionary-invalid'
  | 'byte-range-invalid'
  | 'contents-invalid'
  | 'cms-invalid'
  | 'cms-not-der'
  | 'cms-several-signers'
  | 'cms-attributes-invalid'
  | 'digest-mismatch'
  | 'signature-mismatch'
  | 'certificate-mismatch'
  | 'certificate-invalid'
  | 'algorithm-not-allowed'
  | 'algorithm-mismatch'
  | 'certification-invalid'
  | 'not-supported'

export type VerdictReason = { readonly code: VerdictReasonCode; readonly sentence: string }

/**
 * Whether the bytes of the signed revision are the ones that were signed.
 * `unsigned`: no signature was ever found. `not-checked`: a signature or a file of a kind this version does not read;
 * nothing is claimed about it, and a caller must treat it as not proven.
 */
export type Integrity =
  | { readonly state: 'intact' }
  | { readonly state: 'broken'; readonly reasons: readonly VerdictReason[] }
  | { readonly state: 'not-checked'; readonly reasons: readonly VerdictReason[] }
  | { readonly state: 'unsigned' }

type ChangeKind =
  | 'bytes-appended'
  | 'catalog-changed'
  | 'file-damaged'
  | 'page-changed'
  | 'annotation-added'
  | 'signature-added'
  | 'signature-removed'
  | 'object-added'
  | 'object-changed'
  | 'object-removed'

export type Change = { readonly kind: ChangeKind; readonly sentence: string }

/**
 * What was appended after the signed revision. Deny by default: any appended byte is a change, further signatures in
 * prepared places apart.
 * `unknown` when there is no signed revision to compare with.
 */
export type ChangesAfter =
  | { readonly state: 'none' }
  /** Only signatures in places that the first signer prepared and permitted; each is judged by itself. */
  | {
      readonly state: 'further-signatures'
      readonly count: number
      /** The fields of those whose place on the page does not show all that they state. */
      readonly cutFields: readonly string[]
    }
  | { readonly state: 'changed'; readonly changes: readonly Change[]; readonly appendedBytes: number }
  | { readonly state: 'unknown' }

/** Who the certificate in the signature names. It proves nothing about a person unless `knownAs` is set. */
export type SignerVerdict = {
  readonly subjectName: string
  readonly organization: string | null
  readonly role: string | null
  readonly issuerName: string
  readonly serial: string
  readonly fingerprintSha256: string
  readonly isSelfSigned: boolean
  /** The name under which the caller's list knows this certificate or the authority that issued it; null: neither is in the list. */
  readonly knownAs: string | null
  /** The known authority, when only that one is in the list. */
  readonly vouchedBy: string | null
  readonly notBefore: string
  readonly notAfter: string
  /** Whether the stated signing time lies inside the certificate's validity. */
  readonly validityAtSigning: 'within' | 'before' | 'after' | 'unknown'
  readonly isExpiredNow: boolean
}

/** What the signature dictionary states. Signed, but only as true as the signer: the time is the signer's own clock. */
export type SignatureFacts = {
  /** Whether a text was too long to be given in full; it then ends in an ellipsis. */
  readonly isCut: boolean
  readonly name: string | null
  readonly role: string | null
  readonly reason: string | null
  readonly location: string | null
  /** UTC instant from /M (signer's clock), ISO 8601; null when absent or unreadable. */
  readonly signedAt: string | null
}

export type CertificationLevel = 'no-changes' | 'form-filling' | 'annotations' | 'not-certified'

/**
 * What a time-stamp in the signature proves: that the signature existed at `at`, if the authority is believed.
 * A broken stamp proves nothing and does not break the signature.
 */
export type TimestampVerdict =
  | { readonly state: 'none' }
  | {
      readonly state: 'sound'
      readonly at: string
      readonly authorityName: string
      readonly authoritySha256: string
      /** The name under which the caller's list knows the authority or its issuer; null: not known. */
      readonly knownAs: string | null
      /** The known authority above it, when only that one is in the list. */
      readonly vouchedBy: string | null
    }
  | { readonly state: 'broken' | 'not-checked'; readonly sentence: string }

/**
 * What does not go together in a signature that may well be intact, or was not checked.
 * `revoked`: its issuer revoked the certificate at `at`, and no known time-stamp is older; `revoked-later`: one is.
 * `revocation-unknown`: an authority vouches, and nothing tells whether it took that back, or nothing since `at`.
 * `stamp-early`: a sound time-stamp, made at `at`, is older than the signing time.
 * `time-unproven`: nothing shows that the signature was there before its certificate ended at `at`.
 */
export type Doubt = {
  readonly kind: 'revoked' | 'revoked-later' | 'revocation-unknown' | 'stamp-early' | 'time-unproven'
  readonly at: string | null
}

export type SignatureVerdict = {
  readonly fieldName: string
  readonly subFilter: string
  readonly integrity: Integrity
  readonly facts: SignatureFacts
  readonly signer: SignerVerdict | null
  readonly certification: CertificationLevel
  readonly timestamp: TimestampVerdict
  readonly doubts: readonly Doubt[]
  /** Bytes of the file that the signature covers, the hole for its own value apart. */
  readonly coverage: { readonly signedRevisionBytes: number; readonly fileBytes: number } | null
  /** Empty: the shape is PAdES baseline B. Otherwise each deviation as a sentence; a deviation alone is not a break. */
  readonly baselineDeviations: readonly string[]
}

export type AttachmentSummary = {
  readonly name: string
  readonly description: string | null
  readonly mimeType: string | null
  readonly relationship: string | null
  /** Uncompressed size in bytes as the file states it; reading the attachment is what checks it. */
  readonly statedSizeBytes: number | null
}

export type PdfVerdict = {
  readonly fileBytes: number
  /** Combined over all signatures: intact only when every one is. */
  readonly integrity: Integrity
  /** Measured from the end of the first signed revision. */
  readonly changesAfter: ChangesAfter
  /** The first signature's signer; null when unsigned or unreadable. */
  readonly signer: SignerVerdict | null
  readonly signatures: readonly SignatureVerdict[]
  /** Read from the first signed revision, or from the whole file when unsigned. */
  readonly attachments: readonly AttachmentSummary[]
  /** Prepared places in which a further signature is still permitted; empty when the file changed or permits none. */
  readonly openFields: readonly string[]
  /**
   * True only if integrity is intact and nothing was appended but permitted further signatures. It says nothing about who signed:
   * look at `signer.knownAs` for that.
   */
  readonly isIntactAndUnchanged: boolean
}

export type KnownCertificate = {
  readonly fingerprintSha256: string
  readonly name: string
  /** Given for an authority, which vouches for what it issued. */
  readonly authorityDer?: Uint8Array | undefined
}
