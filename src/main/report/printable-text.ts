// Makes text printable with the bundled fonts alone: what no font can show, or what would hide or reorder text, is spelled out.

/** Characters of each bundled family as ascending, flat pairs of first and last code point. */
export interface FontCoverage {
  readonly ranges: readonly number[]
}

/** `text` that every bundled font list can print, and the characters that had to be spelled out. */
interface PrintableText {
  readonly text: string
  readonly spelledOut: readonly string[]
}

export interface TextPrinter {
  readonly print: (text: string) => PrintableText
}

// Printable ASCII is in every family that matters and is by far the most common text.
const plain = /^[\u0020-\u007e\n\t]*$/
// Bidirectional controls reorder text, the others are invisible: in a signed paper both must show.
const invisible =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff]|[\u{e0000}-\u{e0fff}]/u
// Private characters mean nothing to a reader, and archives refuse them.
const privateUse = /\p{Co}/u
const joiner = /[\u200c\u200d]/
const mark = /\p{M}/u
// Scripts whose spelling needs joiners: Arabic, Syriac, the Indic ones, Thai.
const joinedScript = /[\u0600-\u07ff\u0900-\u0e7f]/

function has({ ranges }: FontCoverage, point: number): boolean {
  let low = 0
  let high = ranges.length / 2 - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    if (point < (ranges[middle * 2] ?? 0)) high = middle - 1
    else if (point > (ranges[middle * 2 + 1] ?? 0)) low = middle + 1
    else return true
  }
  return false
}

/** A character by its number, such as `‹U+202E›`. */
function spelled(character: string): string {
  return `‹U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}›`
}

/**
 * A printer for a set of font families. A mark or joiner is kept only when one family has it together with the letter
 * before it, because a cluster is always set in one font. Unpaired surrogates count as characters without a glyph.
 */
export function createTextPrinter(families: readonly FontCoverage[]): TextPrinter {
  const known = new Map<string, readonly FontCoverage[]>()
  const familiesOf = (character: string): readonly FontCoverage[] => {
    const found = known.get(character) ?? families.filter((family) => has(family, character.codePointAt(0) ?? 0))
    known.set(character, found)
    return found
  }

  function print(text: string): PrintableText {
    if (plain.test(text)) return { text, spelledOut: [] }
    const parts: string[] = []
    const spelledOut = new Set<string>()
    let cluster: readonly FontCoverage[] = []
    let previous = ''
    const spellOut = (character: string) => {
      parts.push(spelled(character))
      spelledOut.add(character)
      cluster = []
    }
    for (const character of text) {
      const own = familiesOf(character)
      const shared = cluster.filter((family) => own.includes(family))
      if (character === '\n' || character === '\t') parts.push(character)
      else if (joiner.test(character)) {
        if (joinedScript.test(previous) && shared.length > 0) parts.push(character)
        else spellOut(character)
      } else if (own.length === 0 || invisible.test(character) || privateUse.test(character)) spellOut(character)
      else if (mark.test(character)) {
        if (shared.length === 0) spellOut(character)
        else {
          parts.push(character)
          cluster = shared
        }
      } else {
        parts.push(character)
        cluster = own
      }
      previous = character
    }
    return { text: parts.join(''), spelledOut: [...spelledOut] }
  }

  return { print }
}

/** A JSON value with every string in it made printable, and all characters that were spelled out, ascending. */
export function printableJson(value: unknown, printer: TextPrinter): { readonly value: unknown; readonly spelledOut: readonly string[] } {
  const spelledOut = new Set<string>()
  const visit = (node: unknown): unknown => {
    if (typeof node === 'string') {
      const printed = printer.print(node)
      for (const character of printed.spelledOut) spelledOut.add(spelled(character))
      return printed.text
    }
    if (Array.isArray(node)) return node.map(visit)
    if (typeof node !== 'object' || node === null) return node
    return Object.fromEntries(Object.entries(node).map(([key, item]) => [key, visit(item)]))
  }
  return { value: visit(value), spelledOut: [...spelledOut].toSorted() }
}
