// Where the words of a PDF stand on its pages, as Poppler reads them: the layout is judged by what a reader would see.
import { inFolder, runTool } from '../fixtures/pdf/outside-tools.ts'

export interface PlacedWord {
  readonly text: string
  /** In points from the top left of the page. */
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface PageOfWords {
  readonly number: number
  readonly widthPt: number
  readonly heightPt: number
  readonly words: readonly PlacedWord[]
}

/** Words that stand at one height, from left to right. */
export interface PlacedLine {
  readonly text: string
  readonly first: PlacedWord
}

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" }

function wordsOf(page: string): PlacedWord[] {
  return [...page.matchAll(/<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)</g)].map(
    ([, left, top, right, bottom, text = '']) => ({
      text: text.replaceAll(/&\w+;/g, (entity) => entities[entity] ?? entity),
      left: Number(left),
      top: Number(top),
      right: Number(right),
      bottom: Number(bottom),
    }),
  )
}

/** The words of every page. */
export function placedWords(pdf: Uint8Array): PageOfWords[] {
  const boxes = inFolder((place) => runTool('pdftotext', ['-bbox', '-enc', 'UTF-8', place('report.pdf', pdf), '-']).text)
  return [...boxes.matchAll(/<page width="([\d.]+)" height="([\d.]+)">([\s\S]*?)<\/page>/g)].map(([, width, height, page = ''], index) => ({
    number: index + 1,
    widthPt: Number(width),
    heightPt: Number(height),
    words: wordsOf(page),
  }))
}

/** The words between head and foot of a page, in the order of the file. */
export function bodyWords({ words, heightPt, number }: PageOfWords): PlacedWord[] {
  const head = number === 1 ? 0 : 62
  return words.filter((word) => word.top > head && word.bottom < heightPt - 46)
}

/** The line of words that stands lowest in the body of a page. */
export function lastLine(page: PageOfWords): PlacedLine | null {
  const words = bodyWords(page)
  const lowest = Math.max(...words.map((word) => word.bottom))
  const line = words.filter((word) => word.bottom > lowest - 4).toSorted((one, other) => one.left - other.left)
  const [first] = line
  return first === undefined ? null : { text: line.map((word) => word.text).join(' '), first }
}
