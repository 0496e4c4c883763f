// A list that was chosen: read into memory, and read anew when another sheet or another line of names is wanted.
import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { ImportId, type OpenedList } from '#shared/contract/import.ts'
import { Refusal } from '#shared/contract/refusal.ts'
import { readChosenFile } from '#main/records/chosen-file.ts'
import { readCsvTable, type Separator, separatorOf } from './csv-table.ts'
import { decodeText } from '#main/records/decode-text.ts'
import { guessFields, guessHeader, mostLinesAbove } from './guess-columns.ts'
import { listLimits, type ListRow, type ListTable, notReadable } from './limits.ts'
import { openXlsx } from './xlsx-package.ts'
import { readSheetTable } from './xlsx-table.ts'
import { readWorkbook } from './xlsx-workbook.ts'

/** Where the tables of a file come from. */
interface Source {
  readonly text: OpenedList['text']
  readonly sheets: OpenedList['sheets']
  readonly read: (sheet: number) => Promise<ListTable>
}

export interface OpenList {
  readonly importId: ImportId
  readonly fileName: string
  readonly sha256: string
  readonly source: Source
  readonly sheet: number
  readonly table: ListTable
  /** The place of the row with the names among the rows; null when there is none. */
  readonly headerAt: number | null
}

const separatorNames: Readonly<Record<Separator, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' }

const startsWith = (bytes: Uint8Array, ...start: readonly number[]) => start.every((byte, at) => bytes[at] === byte)

async function sourceOf(bytes: Buffer): Promise<Source> {
  if (bytes.length === 0) throw notReadable('This file is empty. Choose another one.')
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) {
    const zip = await openXlsx(bytes)
    const workbook = await readWorkbook(zip)
    const noSheet = () => notReadable('That sheet is not in the file. Choose another one.')
    return {
      text: null,
      sheets: workbook.sheets.map(({ name, isHidden }) => ({ name, isHidden })),
      read: async (at) => {
        const sheet = workbook.sheets[at]
        if (sheet === undefined) throw noSheet()
        return readSheetTable(zip, workbook, sheet)
      },
    }
  }
  // The old container of Office: .xls, and any file with a password to open it.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    throw notReadable(
      'This is an old .xls file, or it has a password. Open it in your spreadsheet program and save it as XLSX without a password.',
    )
  const { text, encoding } = decodeText(bytes)
  const separator = separatorOf(text)
  return {
    text: { encoding, separator: separatorNames[separator] },
    sheets: [],
    read: async () => readCsvTable(text, separator),
  }
}

async function arranged(
  list: Pick<OpenList, 'importId' | 'fileName' | 'sha256' | 'source'>,
  sheet: number,
  headerRow: number | null,
): Promise<OpenList> {
  const table = await list.source.read(sheet)
  if (table.rows.length === 0) throw notReadable('There is nothing in this list. Choose another sheet or another file.')
  const chosen = table.rows.findIndex(({ number }) => number === headerRow)
  const headerAt = headerRow === null ? guessHeader(table.rows) : chosen === -1 ? null : chosen
  return { ...list, sheet, table, headerAt }
}

function readBounded(path: string): Buffer {
  const tooLarge = 'This file is over 64 MiB, larger than any list of third parties. Copy the list alone into a new file and choose that.'
  try {
    return readChosenFile(path, { limitBytes: listLimits.fileBytes, tooLarge })
  } catch (error) {
    throw error instanceof Refusal && error.code === 'file-too-large' ? new Refusal('list-too-long', tooLarge) : error
  }
}

/** Reads the file at `path`; the first sheet that is shown, when it has sheets. */
export async function openList(path: string, newId: () => string): Promise<OpenList> {
  const bytes = readBounded(path)
  const source = await sourceOf(bytes)
  const shown = source.sheets.findIndex(({ isHidden }) => !isHidden)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const list = { importId: ImportId.parse(newId()), fileName: basename(path).slice(0, 200), sha256, source }
  return arranged(list, Math.max(0, shown), null)
}

/** The same file with another sheet or another row of names; 0 for none. */
export function rearrange(
  list: OpenList,
  { sheet, headerRow }: { readonly sheet: number; readonly headerRow: number | null },
): Promise<OpenList> {
  return arranged(list, sheet, headerRow)
}

/** The rows below the one with the names. */
export function bodyOf({ table, headerAt }: OpenList): readonly ListRow[] {
  return headerAt === null ? table.rows : table.rows.slice(headerAt + 1)
}

function columnCount({ table }: OpenList): number {
  return table.rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
}

/** What each column is called: as the list says, else by its place. */
export function columnNames(list: OpenList): string[] {
  const header = list.headerAt === null ? [] : (list.table.rows[list.headerAt]?.cells ?? [])
  return Array.from({ length: columnCount(list) }, (_, at) => (header[at] ?? '').slice(0, 200) || `Column ${at + 1}`)
}

const shortened = (text: string) => (text.length > 200 ? `${text.slice(0, 199).toWellFormed()}…` : text)

/** The list as the page shows it. */
export function describeList(list: OpenList): OpenedList {
  const { importId, fileName, source, sheet, table, headerAt } = list
  const body = bodyOf(list)
  const names = columnNames(list)
  const guesses = headerAt === null ? names.map(() => null) : guessFields(names)
  const examplesOf = (column: number) =>
    body
      .slice(0, 200)
      .map(({ cells }) => cells[column] ?? '')
      .filter((cell) => cell !== '')
      .slice(0, 3)
      .map(shortened)
  return {
    importId,
    fileName,
    text: source.text,
    sheets: [...source.sheets],
    sheet,
    headerRow: headerAt === null ? null : (table.rows[headerAt]?.number ?? null),
    rowCount: body.length,
    columns: names.map((name, at) => ({ name, examples: examplesOf(at), guess: guesses[at] ?? null })),
    badLines: [...table.badLines],
    firstRows: table.rows.slice(0, mostLinesAbove).map(({ number, cells }) => ({ number, cells: cells.slice(0, 8).map(shortened) })),
  }
}
