// Checks that a signature's byte range covers one whole revision, with exactly the signature's own value left out.
import { latin1 } from './pdf-lexer.ts'
import { integerOf, type PdfValue } from './pdf-value.ts'
import type { SignatureField } from './signature-fields.ts'
import type { VerdictReason } from './verdict.ts'

export type CoveredBytes = {
  readonly ranges: readonly Uint8Array[]
  /** Offset just behind the signed revision. */
  readonly revisionEnd: number
}

/** The bytes a signature covers, or why its byte range is not acceptable. */
export function coveredBytes(file: Uint8Array, field: SignatureField): CoveredBytes | VerdictReason {
  const numbers = rangeNumbers(field.dictionary.entries.get('ByteRange'))
  if (numbers === null) return rangeProblem('The signature does not say which bytes it covers.')
  const [start, firstLength, secondStart, secondLength] = numbers
  const { contents } = field
  if (contents === null || contents.bytes.length === 0) {
    return { code: 'contents-invalid', sentence: 'The signature has no value where one should be.' }
  }
  if (start !== 0) return rangeProblem('The signature does not cover the start of the file.')
  if (firstLength !== contents.start || secondStart !== contents.end) {
    return rangeProblem('The signature leaves out more, or other, bytes than its own value.')
  }
  const revisionEnd = secondStart + secondLength
  if (revisionEnd > file.length) return rangeProblem('The signature covers bytes that the file does not have.')
  if (!isPlainHex(file, contents)) {
    return { code: 'contents-invalid', sentence: 'The signature value is not written as plain hex digits.' }
  }
  return { ranges: [file.subarray(0, firstLength), file.subarray(secondStart, revisionEnd)], revisionEnd }
}

function rangeProblem(sentence: string): VerdictReason {
  return { code: 'byte-range-invalid', sentence }
}

function rangeNumbers(value: PdfValue | undefined): readonly [number, number, number, number] | null {
  if (value?.kind !== 'array' || value.items.length !== 4) return null
  const [first, second, third, fourth] = value.items.map(integerOf)
  const isUsable = [first, second, third, fourth].every((number) => number !== null && number !== undefined && number >= 0)
  return isUsable ? [first ?? 0, second ?? 0, third ?? 0, fourth ?? 0] : null
}

// One case of letters and no white space: the only bytes that are not signed then have exactly one spelling.
function isPlainHex(file: Uint8Array, contents: { readonly start: number; readonly end: number }): boolean {
  const length = contents.end - contents.start
  if (length > 4 * 1024 * 1024) return false
  let hasUpper = false
  let hasLower = false
  for (let at = contents.start + 1; at < contents.end - 1; at += 1) {
    const octet = file[at] ?? 0
    const isUpper = octet >= 0x41 && octet <= 0x46
    const isLower = octet >= 0x61 && octet <= 0x66
    if (!isUpper && !isLower && (octet < 0x30 || octet > 0x39)) return false
    hasUpper ||= isUpper
    hasLower ||= isLower
  }
  const delimiters = latin1(Uint8Array.of(file[contents.start] ?? 0, file[contents.end - 1] ?? 0))
  return delimiters === '<>' && !(hasUpper && hasLower)
}
