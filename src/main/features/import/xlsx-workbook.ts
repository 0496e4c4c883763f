// What an XLSX file says of itself: its sheets, its texts, and which of its numbers are days.
import { boundedCell, listLimits, notReadable } from './limits.ts'
import type { XlsxPackage } from './xlsx-package.ts'

export interface XlsxSheet {
  readonly name: string
  readonly isHidden: boolean
  readonly path: string
}

export interface XlsxWorkbook {
  readonly sheets: readonly XlsxSheet[]
  readonly texts: readonly string[]
  /** Whether a number with the cell format of this index is a day. */
  readonly isDay: (format: number) => boolean
  /** The pattern of a cell format that fills a number up with zeros, such as `00000` for a postal code; null for any other. */
  readonly zeroPattern: (format: number) => string | null
  /** Days are counted from 1904 instead of 1900. */
  readonly isFrom1904: boolean
}

const ignore = () => undefined

interface Relation {
  readonly type: string
  readonly path: string
}

/** The parts that a part refers to, by id. What lies outside the file is left out, and never looked at. */
async function relationsOf(zip: XlsxPackage, folder: string, name: string): Promise<Map<string, Relation>> {
  const relations = new Map<string, Relation>()
  const path = `${folder}_rels/${name}.rels`
  if (!zip.has(path)) return relations
  await zip.parse(path, {
    open: (element, { Id: id, Type: type = '', Target: target, TargetMode: mode }) => {
      if (element !== 'Relationship' || id === undefined || target === undefined || mode === 'External') return
      relations.set(id, { type, path: target.startsWith('/') ? target.slice(1) : `${folder}${target}` })
    },
    close: ignore,
    text: ignore,
  })
  return relations
}

async function readSheets(zip: XlsxPackage, path: string): Promise<Pick<XlsxWorkbook, 'sheets' | 'isFrom1904'>> {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const relations = await relationsOf(zip, folder, path.slice(folder.length))
  const sheets: XlsxSheet[] = []
  let isFrom1904 = false
  await zip.parse(path, {
    open: (element, attributes) => {
      if (element === 'workbookPr') isFrom1904 = ['1', 'true'].includes(attributes['date1904'] ?? '')
      if (element !== 'sheet') return
      const part = relations.get(attributes['r:id'] ?? '')
      if (part?.type.endsWith('/worksheet') !== true || !zip.has(part.path)) return
      const { name = '', state = 'visible' } = attributes
      sheets.push({ name: name.slice(0, 100), isHidden: state !== 'visible', path: part.path })
      if (sheets.length > listLimits.sheets) throw notReadable('This file has more than 100 sheets. Copy the list into a file of its own.')
    },
    close: ignore,
    text: ignore,
  })
  return { sheets, isFrom1904 }
}

/** Excel writes what XML cannot hold as `_x000D_`. */
function unescaped(text: string): string {
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

/** Gathers the text of an element that holds runs of text; what tells how to speak it is left out. */
export function textGatherer() {
  let text = ''
  let isText = false
  let isSpoken = false
  return {
    begin: () => {
      text = ''
    },
    open: (element: string) => {
      if (element === 'rPh') isSpoken = true
      if (element === 't') isText = true
    },
    close: (element: string) => {
      if (element === 'rPh') isSpoken = false
      if (element === 't') isText = false
    },
    add: (piece: string) => {
      if (isText && !isSpoken && text.length <= listLimits.cellLength) text += piece
    },
    end: () => boundedCell(unescaped(text)),
  }
}

async function readTexts(zip: XlsxPackage, path: string): Promise<string[]> {
  const texts: string[] = []
  if (!zip.has(path)) return texts
  const gatherer = textGatherer()
  await zip.parse(path, {
    open: (element) => {
      if (element === 'si') gatherer.begin()
      gatherer.open(element)
    },
    close: (element) => {
      gatherer.close(element)
      if (element !== 'si') return
      texts.push(gatherer.end())
      if (texts.length > listLimits.sharedTexts)
        throw notReadable('This file holds more texts than a list can have. Copy the list into a file of its own.')
    },
    text: gatherer.add,
  })
  return texts
}

/** Formats of days that need no definition (ISO 29500-1, 18.8.30). */
const isBuiltInDay = (format: number) =>
  (format >= 14 && format <= 17) || format === 22 || (format >= 27 && format <= 36) || (format >= 50 && format <= 58)
/** A format of one's own shows a day when it names year or day outside quotes and brackets. */
const isDayPattern = (pattern: string) => /[yd]/i.test(pattern.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, ''))

/** A pattern of nothing but zeros, with blanks and dashes between them. "0" alone fills nothing up. */
function zeroPatternOf(pattern: string): string | null {
  const plain = pattern.replaceAll(/"([ -]*)"|\\([ -])/g, '$1$2')
  return /^0[0 -]*0$/.test(plain) ? plain : null
}

async function readFormats(zip: XlsxPackage, path: string): Promise<Pick<XlsxWorkbook, 'isDay' | 'zeroPattern'>> {
  const patterns = new Map<number, string>()
  const formats: number[] = []
  let isCellFormats = false
  if (zip.has(path)) {
    await zip.parse(path, {
      open: (element, { numFmtId = '', formatCode = '' }) => {
        if (element === 'cellXfs') isCellFormats = true
        if (element === 'numFmt') patterns.set(Number(numFmtId), formatCode.slice(0, 500))
        if (element === 'xf' && isCellFormats && formats.length < 100_000) formats.push(Number(numFmtId))
      },
      close: (element) => {
        if (element === 'cellXfs') isCellFormats = false
      },
      text: ignore,
    })
  }
  const isDay = formats.map((id) => isBuiltInDay(id) || isDayPattern(patterns.get(id) ?? ''))
  const zeroPatterns = formats.map((id) => zeroPatternOf(patterns.get(id) ?? ''))
  return { isDay: (format) => isDay[format] ?? false, zeroPattern: (format) => zeroPatterns[format] ?? null }
}

/** Reads everything but the sheets' cells. Refuses a file without a sheet. */
export async function readWorkbook(zip: XlsxPackage): Promise<XlsxWorkbook> {
  const roots = await relationsOf(zip, '', '')
  const path = [...roots.values()].find(({ type }) => type.endsWith('/officeDocument'))?.path ?? 'xl/workbook.xml'
  if (!zip.has(path))
    throw notReadable('This file is a ZIP, but no XLSX list. Choose a file that your spreadsheet program saved as XLSX or CSV.')
  const { sheets, isFrom1904 } = await readSheets(zip, path)
  if (sheets.length === 0) throw notReadable('This XLSX file has no sheet with cells. Choose another file.')
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  return {
    sheets,
    isFrom1904,
    texts: await readTexts(zip, `${folder}sharedStrings.xml`),
    ...(await readFormats(zip, `${folder}styles.xml`)),
  }
}
