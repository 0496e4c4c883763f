// Texts that are a few edits from another: by their lengths and letters first, so that few need to be compared.
import { editsBetween } from './edits.ts'

/** The letters and digits of a text as bits, 32 of them: an edit changes two at most. */
function lettersOf(text: string): number {
  let letters = 0
  for (let at = 0; at < text.length; at += 1) letters |= 1 << (text.charCodeAt(at) & 31)
  return letters
}

function differing(one: number, other: number): number {
  let bits = one ^ other
  let count = 0
  while (bits !== 0) {
    bits &= bits - 1
    count += 1
  }
  return count
}

/** Texts with what belongs to each, to be asked for those that may be a few edits away. */
export interface NearTexts<Value> {
  add(text: string, value: Value): void
  /** Those at most `editsFor(longer length)` edits from `text`. */
  near(text: string, editsFor: (length: number) => number): Value[]
}

/** Most edits that are ever asked for. */
const mostEdits = 3

export function createNearTexts<Value>(): NearTexts<Value> {
  const byLength = new Map<number, { readonly letters: number[]; readonly texts: string[]; readonly values: Value[] }>()
  return {
    add: (text, value) => {
      const alike = byLength.get(text.length) ?? { letters: [], texts: [], values: [] }
      alike.letters.push(lettersOf(text))
      alike.texts.push(text)
      alike.values.push(value)
      byLength.set(text.length, alike)
    },
    near: (text, editsFor) => {
      const own = lettersOf(text)
      const found: Value[] = []
      for (let length = text.length - mostEdits; length <= text.length + mostEdits; length += 1) {
        const alike = byLength.get(length)
        const edits = editsFor(Math.max(length, text.length))
        if (alike === undefined || Math.abs(length - text.length) > edits) continue
        alike.letters.forEach((letters, at) => {
          if (differing(own, letters) > 2 * edits) return
          if (editsBetween(text, String(alike.texts[at]), edits) <= edits) found.push(...alike.values.slice(at, at + 1))
        })
      }
      return found
    },
  }
}
