// Compares two PDF values by what they say, wherever they stand.
import { equalBytes } from './der-reader.ts'
import type { PdfValue } from './pdf-value.ts'

/** Whether two values are equal, key by key; a reference equals only the same reference. Streams are never equal. */
export function isSameValue(left: PdfValue | undefined, right: PdfValue | undefined): boolean {
  if (left === undefined || right === undefined) return left === right
  if (left.kind === 'array' && right.kind === 'array') {
    return left.items.length === right.items.length && left.items.every((item, index) => isSameValue(item, right.items[index]))
  }
  if (left.kind === 'dictionary' && right.kind === 'dictionary') {
    const isSameSize = left.entries.size === right.entries.size
    return isSameSize && [...left.entries].every(([key, item]) => isSameValue(item, right.entries.get(key)))
  }
  return isSameScalar(left, right)
}

function isSameScalar(left: PdfValue, right: PdfValue): boolean {
  if (left.kind === 'string' && right.kind === 'string') return equalBytes(left.bytes, right.bytes)
  if (left.kind === 'number' && right.kind === 'number') return left.value === right.value
  if (left.kind === 'reference' && right.kind === 'reference') {
    return left.objectNumber === right.objectNumber && left.generation === right.generation
  }
  if ((left.kind === 'name' && right.kind === 'name') || (left.kind === 'boolean' && right.kind === 'boolean'))
    return left.value === right.value
  return left.kind === 'null' && right.kind === 'null'
}
