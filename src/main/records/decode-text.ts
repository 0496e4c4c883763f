// Finds out how a text file writes its letters, and reads it.
import { Refusal } from '#shared/contract/refusal.ts'

export type TextEncoding = 'UTF-8' | 'UTF-16 LE' | 'UTF-16 BE' | 'Windows-1252'

const labels: Readonly<Record<TextEncoding, string>> = {
  'UTF-8': 'utf-8',
  'UTF-16 LE': 'utf-16le',
  'UTF-16 BE': 'utf-16be',
  'Windows-1252': 'windows-1252',
}

/** How many bytes tell whether a file without a mark is UTF-16: Latin letters in it have a zero for every other byte. */
const sampleBytes = 4_096

function markOf(bytes: Uint8Array): TextEncoding | null {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'UTF-8'
  if (first === 0xff && second === 0xfe) return 'UTF-16 LE'
  return first === 0xfe && second === 0xff ? 'UTF-16 BE' : null
}

function zerosAt(sample: Uint8Array, parity: 0 | 1): number {
  return sample.reduce((sum, byte, at) => sum + (byte === 0 && at % 2 === parity ? 1 : 0), 0)
}

function unmarkedUtf16(bytes: Uint8Array): TextEncoding | null {
  const sample = bytes.subarray(0, sampleBytes)
  const [even, odd] = [zerosAt(sample, 0), zerosAt(sample, 1)]
  const enough = sample.length / 4
  if (odd > enough && even === 0) return 'UTF-16 LE'
  return even > enough && odd === 0 ? 'UTF-16 BE' : null
}

function read(bytes: Uint8Array, encoding: TextEncoding): string | null {
  try {
    return new TextDecoder(labels[encoding], { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** The text and its encoding: by its mark, by the zeros of UTF-16, as strict UTF-8, else as Windows-1252. Refuses what is no text. */
export function decodeText(
  bytes: Uint8Array,
  notText = 'This file is not a text file. Choose a CSV file, or save the list as XLSX and choose that.',
): { readonly text: string; readonly encoding: TextEncoding } {
  const marked = markOf(bytes) ?? unmarkedUtf16(bytes)
  for (const encoding of marked === null ? (['UTF-8', 'Windows-1252'] as const) : [marked]) {
    const text = read(bytes, encoding)
    if (text !== null && !text.includes('\u0000')) return { text, encoding }
  }
  throw new Refusal('list-not-readable', notText)
}
