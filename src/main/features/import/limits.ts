// How much a list may hold, and what to say of one that holds more or cannot be read.
import { Refusal } from '#shared/contract/refusal.ts'

export const listLimits = {
  fileBytes: 64 * 1024 * 1024,
  unpackedBytes: 128 * 1024 * 1024,
  entries: 1_000,
  sheets: 100,
  rows: 50_000,
  columns: 200,
  sharedTexts: 2_000_000,
  /** Lines of a text file; a cell may go over several. */
  lines: 400_000,
  /** Of a cell; what is longer is cut off one character later, so that its field says that it is too long. */
  cellLength: 10_000,
} as const

/** One line of a list: where it stands in the file, counted from 1, and its cells from the first column on. */
export interface ListRow {
  readonly number: number
  readonly cells: readonly string[]
}

/** A table as it was read, empty lines left out. */
export interface ListTable {
  readonly rows: readonly ListRow[]
  /** Lines that could not be read, counted from 1. */
  readonly badLines: readonly number[]
}

/** What is no list, or a list that was made to harm; `sentence` says what is the matter and what to do. */
export function notReadable(sentence: string): Refusal {
  return new Refusal('list-not-readable', sentence)
}

export const tooManyRows = () =>
  new Refusal('list-too-long', 'This list has more than 50,000 rows. Split it into several files and import one after the other.')
export const tooManyColumns = () =>
  new Refusal('list-too-long', 'This list has more than 200 columns. Delete those that are not needed, save it and choose it again.')

/** A cell's text as it is kept. */
export function boundedCell(text: string): string {
  return text.length > listLimits.cellLength ? text.slice(0, listLimits.cellLength + 1) : text
}
