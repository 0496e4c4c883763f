// Reads the cells of one sheet of an XLSX file, as the text that a person sees in them.
import { listLimits, type ListRow, type ListTable, tooManyColumns, tooManyRows } from './limits.ts'
import type { XlsxPackage } from './xlsx-package.ts'
import { textGatherer, type XlsxSheet, type XlsxWorkbook } from './xlsx-workbook.ts'

const msPerDay = 86_400_000

/** The calendar day that a serial number stands for, `2026-11-22`; null when it is none. Excel counts a 29 February 1900 that never was. */
export function dayOfSerial(serial: number, isFrom1904: boolean): string | null {
  const whole = Math.floor(serial)
  if (!Number.isFinite(whole) || whole < 0 || whole > 2_958_465) return null
  const start = isFrom1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, whole < 60 ? 31 : 30)
  return new Date(start + whole * msPerDay).toISOString().slice(0, 10)
}

/** The column of a reference such as `AB12`, counted from 0; null without letters. */
function columnOf(reference: string): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0]
  if (letters === undefined) return null
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** A whole number in a pattern of zeros, as a spreadsheet shows it: 2139 in `00000` is "02139". Null for what no such pattern shows. */
function filledUp(number: number, pattern: string | null): string | null {
  if (pattern === null || !Number.isSafeInteger(number) || number < 0) return null
  const places = pattern.replaceAll(/[^0]/g, '').length
  const digits = [...String(number).padStart(places, '0')]
  // What is longer than the pattern stands before its first place.
  const first = digits.splice(0, digits.length - places + 1).join('')
  return first + pattern.slice(1).replaceAll('0', () => digits.shift() ?? '')
}

interface OpenCell {
  readonly column: number
  readonly type: string
  readonly format: number
  value: string
}

function shownText({ type, format, value }: OpenCell, inline: string, workbook: XlsxWorkbook): string {
  if (type === 's') return workbook.texts[Number(value)] ?? ''
  if (type === 'inlineStr') return inline
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
  if (type !== 'n' || value === '') return value
  const number = Number(value)
  if (Number.isNaN(number)) return value
  const day = workbook.isDay(format) ? dayOfSerial(number, workbook.isFrom1904) : null
  return day ?? filledUp(number, workbook.zeroPattern(format)) ?? String(number)
}

/** Puts cells together into rows as a sheet is read; rows without text are left out. */
function rowGatherer() {
  const rows: ListRow[] = []
  let number = 0
  let cells: string[] = []
  return {
    rows,
    beginRow: (given: string | undefined) => {
      number = given !== undefined && /^\d{1,7}$/.test(given) ? Number(given) : number + 1
      cells = []
    },
    nextColumn: () => cells.length,
    add: (column: number, text: string) => {
      if (text === '') return
      if (column >= listLimits.columns) throw tooManyColumns()
      while (cells.length < column) cells.push('')
      cells[column] = text
    },
    endRow: () => {
      if (cells.length === 0) return
      if (rows.length >= listLimits.rows) throw tooManyRows()
      rows.push({ number, cells })
    },
  }
}

/** The cells of a sheet. A formula shows the value that was stored beside it and is never worked out. */
export async function readSheetTable(zip: XlsxPackage, workbook: XlsxWorkbook, sheet: XlsxSheet): Promise<ListTable> {
  const gatherer = textGatherer()
  const rows = rowGatherer()
  let cell: OpenCell | null = null
  let column = 0
  let isValue = false
  await zip.parse(sheet.path, {
    open: (element, { r: reference, t: type = 'n', s: format = '0' }) => {
      if (element === 'row') {
        rows.beginRow(reference)
        column = 0
      }
      if (element === 'c') {
        column = columnOf(reference ?? '') ?? column
        cell = { column, type, format: Number(format), value: '' }
        column += 1
        gatherer.begin()
      }
      isValue = element === 'v'
      if (cell !== null) gatherer.open(element)
    },
    close: (element) => {
      isValue = false
      gatherer.close(element)
      if (element === 'c' && cell !== null) {
        rows.add(cell.column, shownText(cell, gatherer.end(), workbook).trim())
        cell = null
      }
      if (element === 'row') rows.endRow()
    },
    text: (text) => {
      if (isValue && cell !== null && cell.value.length <= listLimits.cellLength) cell.value += text
      else gatherer.add(text)
    },
  })
  return { rows: rows.rows, badLines: [] }
}
