// Reads what docs/method.md marks for the annex of a report. It knows the few shapes that the page uses and refuses any other.
import { MethodFigure, type MethodBlock, type MethodSection, type MethodSpan, type MethodText } from '../src/main/report/method-text.ts'

const begin = '<!-- annex -->'
const end = '<!-- /annex -->'
const heading = /^## (?:(\d+)\. )?(.+)$/u
const figure = /^<!-- table: ([a-z]+) -->$/u
const listItem = /^(-|\d+\.) /u
const marked = /\*\*(.+?)\*\*|\*(.+?)\*|`(.+?)`/gu

function styleOf(found: RegExpExecArray): MethodSpan {
  const [, strong, emphasis, code] = found
  if (strong !== undefined) return { text: strong, style: 'strong' }
  return emphasis === undefined ? { text: code ?? '', style: 'code' } : { text: emphasis, style: 'emphasis' }
}

function spansOf(text: string): MethodSpan[] {
  const spans: MethodSpan[] = []
  let position = 0
  for (const found of text.matchAll(marked)) {
    if (found.index > position) spans.push({ text: text.slice(position, found.index), style: 'plain' })
    spans.push(styleOf(found))
    position = found.index + found[0].length
  }
  if (position < text.length) spans.push({ text: text.slice(position), style: 'plain' })
  return spans
}

/** Lines of a list as one string for each item; a continued line is indented. */
function itemsOf(lines: readonly string[]): string[] {
  const items: string[] = []
  for (const line of lines) {
    if (listItem.test(line)) items.push(line.replace(listItem, ''))
    else items.push(`${items.pop() ?? ''} ${line.trim()}`)
  }
  return items
}

function blockOf(lines: readonly string[]): MethodBlock {
  const [first = ''] = lines
  const place = figure.exec(first)
  if (place !== null) return { kind: 'figure', name: MethodFigure.parse(place[1]) }
  if (lines.every((line) => line.startsWith('    '))) return { kind: 'code', lines: lines.map((line) => line.slice(4)) }
  if (listItem.test(first)) return { kind: 'list', isOrdered: first.startsWith('1.'), items: itemsOf(lines).map(spansOf) }
  if (/^[#|>~<]|^```/u.test(first)) throw new Error(`The annex cannot print this shape of docs/method.md: ${first}`)
  return { kind: 'paragraph', spans: spansOf(lines.join(' ')) }
}

/** The page in pieces that blank lines part. */
function piecesOf(page: string): string[][] {
  return page
    .trim()
    .split(/\n{2,}/u)
    .map((piece) => piece.split('\n'))
}

interface Reading {
  readonly sections: MethodSection[]
  isMarked: boolean
  /** The section being read, if anything of it was marked. */
  section: { readonly number: string; readonly title: string; readonly blocks: MethodBlock[] }
  /** True after the place of a figure: its table is the report's own. */
  isOwnTable: boolean
}

function readPiece(reading: Reading, lines: readonly string[]): void {
  const [first = ''] = lines
  const named = heading.exec(first)
  if (first === begin || first === end) reading.isMarked = first === begin
  else if (named !== null) {
    reading.section = { number: named[1] ?? '', title: named[2] ?? '', blocks: [] }
    reading.isOwnTable = false
  } else if (reading.isMarked && !(reading.isOwnTable && first.startsWith('|'))) {
    const { section, sections } = reading
    if (section.blocks.length === 0) sections.push(section)
    const block = blockOf(lines)
    section.blocks.push(block)
    reading.isOwnTable = block.kind === 'figure'
  }
}

/** What the page marks for the annex, section by section. Throws for a shape that the annex cannot print. */
export function methodAnnexOf(page: string): MethodText {
  const reading: Reading = { sections: [], isMarked: false, section: { number: '', title: '', blocks: [] }, isOwnTable: false }
  for (const piece of piecesOf(page)) readPiece(reading, piece)
  return { madeFrom: 'docs/method.md', sections: reading.sections }
}
