// Tables as an XLSX workbook. Every cell is stored as text, so nothing in it can be a formula.
import writeExcelFile from 'write-excel-file/node'
import type { Sheet } from './case-sheet.ts'

const textLimit = 32_767
/** Widths in characters: as wide as the content, within what fits on a screen. */
const narrowest = 8
const widest = 60
const accent = '#e3eef3'

function widthOf(column: number, { columns, rows }: Sheet): number {
  const longest = rows.reduce((most, row) => Math.max(most, (row[column] ?? '').length), (columns[column] ?? '').length)
  return Math.min(widest, Math.max(narrowest, longest + 2))
}

// A cell of Excel holds 32,767 characters; the rest would make the file unreadable.
const cell = (text: string) =>
  text === '' ? null : { value: text.slice(0, textLimit), type: String, wrap: true, alignVertical: 'top' as const }

/** The workbook's bytes: one sheet for each table, its first row fixed. */
export async function workbookBytes(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const parts = sheets.map((sheet) => ({
    sheet: sheet.title,
    stickyRowsCount: 1,
    columns: sheet.columns.map((_, index) => ({ width: widthOf(index, sheet) })),
    data: [
      sheet.columns.map((title) => ({ value: title, type: String, fontWeight: 'bold' as const, backgroundColor: accent, wrap: true })),
      ...sheet.rows.map((row) => row.map(cell)),
    ],
  }))
  return new Uint8Array(await writeExcelFile(parts).toBuffer())
}
