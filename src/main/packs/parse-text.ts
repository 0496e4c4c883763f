// Turns the text of a pack into a value, with the line of every place in it. YAML, or JSON with comments; hostile until a schema has read it.
import { CST, isCollection, isMap, isNode, isPair, isScalar, Lexer, LineCounter, parseDocument, type Document } from 'yaml'
import { keysTo } from '#shared/pack/place.ts'

export interface LinePlace {
  readonly line: number
  readonly column: number
}

interface ParsedText {
  readonly value: unknown
  /** Where the place that a readable path such as `questions.AD-02.text` names stands; as near as the file has it. */
  readonly placeOf: (path: string) => LinePlace
}

/** Why a text is neither YAML nor JSON. */
interface TextFault {
  readonly place: LinePlace
  readonly sentence: string
}

export type ParseResult = { readonly ok: true; readonly parsed: ParsedText } | { readonly ok: false; readonly fault: TextFault }

/** A pack of 2,000 questions with all their help has about 700,000 pieces. */
const mostPieces = 800_000

/** What YAML can do that a pack never needs, and that lets a small file grow large or take for ever to read. */
const unwanted: Readonly<Record<string, string>> = {
  anchor: 'names a value with "&" to repeat it',
  alias: 'repeats a value with "*"',
  tag: 'marks a value with "!"',
  'explicit-key-ind': 'marks a key with "?"',
  'directive-line': 'begins with "%"',
}

const fail = (lines: LineCounter, offset: number, sentence: string): ParseResult => {
  const { line, col } = lines.linePos(offset)
  return { ok: false, fault: { place: { line: Math.max(line, 1), column: Math.max(col, 1) }, sentence } }
}

/** Looks at the pieces of the text one by one, which costs little, before anything is built from them. */
function findUnwanted(text: string, lines: LineCounter): ParseResult | null {
  let offset = 0
  let pieces = 0
  lines.addNewLine(0)
  for (const piece of new Lexer().lex(text)) {
    pieces += 1
    if (pieces > mostPieces)
      return fail(lines, offset, 'The file has more entries than any question pack. Check that it is the right file.')
    const kind = CST.tokenType(piece)
    const why = kind === null ? undefined : unwanted[kind]
    if (why !== undefined)
      return fail(lines, offset, `The file ${why} here, which a pack may not. Write it out, and put quotes around a text.`)
    // Two pieces mark the beginning of a document and of a plain text; they stand for nothing in the file.
    if (piece !== CST.DOCUMENT && piece !== CST.SCALAR && piece !== CST.FLOW_END) {
      for (let at = piece.indexOf('\n'); at !== -1; at = piece.indexOf('\n', at + 1)) lines.addNewLine(offset + at + 1)
      offset += piece.length
    }
  }
  return null
}

const stringOrComment = /"(?:[^"\\]|\\.)*(?:"|$)|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/gu

/** JSON with its comments as blanks, so that every place stays where it was. YAML is left alone: it has comments of its own. */
function withoutComments(text: string): string {
  const isJson = /^\s*(?:\/[/*]|\{)/u.test(text)
  if (!isJson) return text
  return text.replace(stringOrComment, (found) => (found.startsWith('"') ? found : found.replaceAll(/[^\n]/gu, ' ')))
}

interface StrayKey {
  readonly key: string
  readonly offset: number
  readonly sentence: string
}

/** What is wrong with a key: schemas pass over `__proto__` without a word, and of two alike only one would count. */
function strayWords(name: string | null, seen: ReadonlySet<unknown>): string | null {
  if (name === '__proto__') return 'is not a name of anything in a pack. Remove it.'
  return name === null || seen.has(name) ? 'stands twice here. Remove one of the two.' : null
}

/** The first key that stands twice in one map, or that no map may have; the library would compare each key with each other. */
function strayKey(document: Document): StrayKey | null {
  const queue: unknown[] = [document.contents]
  for (const node of queue) {
    if (isMap(node)) {
      const seen = new Set<unknown>()
      for (const { key } of node.items) {
        const name = isScalar(key) ? String(key.value) : null
        const sentence = strayWords(name, seen)
        if (sentence !== null) return { key: name ?? '', offset: isNode(key) ? (key.range?.[0] ?? 0) : 0, sentence }
        seen.add(name)
      }
    }
    if (isCollection(node)) for (const item of node.items) queue.push(isPair(item) ? item.value : item)
  }
  return null
}

function offsetOf(document: Document, keys: readonly (string | number)[]): number {
  for (let depth = keys.length; depth > 0; depth -= 1) {
    const node: unknown = document.getIn(keys.slice(0, depth), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return 0
}

const tooDeep = 'The file is nested too deeply to be read. A pack needs far fewer levels; check that it is the right file.'

function faultWords(message: string): string {
  if (message.includes('call stack')) return tooDeep
  if (message.includes('multiple documents')) return 'A second document begins here. Keep one pack in one file.'
  return `The file is not valid YAML or JSON here: ${message.replace(/\.$/u, '')}. Correct it, or put quotes around the text.`
}

function build(text: string, lines: LineCounter): ParseResult {
  const document = parseDocument(text, { uniqueKeys: false, prettyErrors: false, stringKeys: true, logLevel: 'error' })
  const [error] = document.errors
  if (error) return fail(lines, error.pos[0], faultWords(error.message))
  const stray = strayKey(document)
  if (stray !== null) return fail(lines, stray.offset, `The key "${stray.key.slice(0, 60)}" ${stray.sentence}`)
  const value: unknown = document.toJS({ maxAliasCount: 0 })
  const placeOf = (path: string) => {
    const { line, col } = lines.linePos(offsetOf(document, keysTo(value, path)))
    return { line, column: col }
  }
  return { ok: true, parsed: { value, placeOf } }
}

/** The value a text holds, or the first place where it is not YAML or JSON. Never throws; time and memory grow with the length of the text. */
export function parseText(text: string): ParseResult {
  const lines = new LineCounter()
  const bare = withoutComments(text)
  const refused = findUnwanted(bare, lines)
  if (refused !== null) return refused
  try {
    return build(bare, lines)
  } catch {
    return fail(lines, 0, tooDeep)
  }
}
