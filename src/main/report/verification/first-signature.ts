// Where the first signed revision of a file ends, judged by its byte range alone.
import { coveredBytes } from './byte-range.ts'
import { findRevisions } from './revisions.ts'
import { signatureFields } from './signature-fields.ts'

/** Offset behind the first signed revision, or null when no revision holds a signature with a sound byte range. */
export function byteRangeOfFirst(file: Uint8Array): number | null {
  const ends = findRevisions(file).readable.flatMap((revision) =>
    signatureFields(revision).flatMap((field) => {
      const covered = coveredBytes(file, field)
      return 'code' in covered ? [] : [covered.revisionEnd]
    }),
  )
  return ends.length === 0 ? null : Math.min(...ends)
}
