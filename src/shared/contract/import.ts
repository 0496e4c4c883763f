// Procedures that take a list of third parties in from a file: open it, say what its columns mean, look at what would happen, add, undo.
import { z } from 'zod'
import { CountryCode } from '../domain/country.ts'
import { ThirdPartyId } from '../domain/ids.ts'
import { RelationshipKind } from '../domain/relationship.ts'
import { Instant } from '../domain/time.ts'
import { procedure } from './procedure.ts'

const count = z.int().min(0)

/** What a column of a list may hold. */
export const listFields = [
  'legalName',
  'nativeName',
  'formerNames',
  'tradingNames',
  'lei',
  'registrationNumber',
  'vat',
  'duns',
  'country',
  'relationships',
  'street',
  'postalCode',
  'city',
  'region',
  'website',
  'contactName',
  'contactRole',
  'contactEmail',
  'contactPhone',
  'note',
] as const
export const ListField = z.enum(listFields)
export type ListField = z.infer<typeof ListField>

export const ImportId = z.uuid().brand<'ImportId'>()
export type ImportId = z.infer<typeof ImportId>

/** A list as it was read, with a guess at what its columns mean. */
const OpenedList = z.strictObject({
  importId: ImportId,
  fileName: z.string(),
  /** How a text file writes its letters, and what separates its cells; null for XLSX. */
  text: z.strictObject({ encoding: z.string(), separator: z.string() }).nullable(),
  sheets: z.array(z.strictObject({ name: z.string(), isHidden: z.boolean() })),
  sheet: count,
  /** The line that names the columns, as the file counts them; null when the list has none. */
  headerRow: z.int().min(1).nullable(),
  /** Rows below the names of the columns. */
  rowCount: count,
  columns: z.array(z.strictObject({ name: z.string(), examples: z.array(z.string()), guess: ListField.nullable() })),
  badLines: z.array(z.int()),
  /** The first lines that hold something, to choose the one with the names from. */
  firstRows: z.array(z.strictObject({ number: z.int().min(1), cells: z.array(z.string()) })),
})
export type OpenedList = z.infer<typeof OpenedList>

/** What is wrong with a cell. `name-missing` and `name-too-long` keep the row out; the text of any other goes into the note. */
export const CellProblem = z.enum([
  'name-missing',
  'name-too-long',
  'too-long',
  'not-lei',
  'country-unknown',
  'relationship-unknown',
  'email-odd',
  'phone-odd',
  'formula-error',
  'too-many',
])
export type CellProblem = z.infer<typeof CellProblem>

/** Why a row may be a third party that is there already, surest first. */
export const matchKinds = ['lei', 'registration', 'name', 'row'] as const
export const MatchKind = z.enum(matchKinds)
export type MatchKind = z.infer<typeof MatchKind>

/** What to do with a row that has a match. */
export const MatchChoice = z.enum(['skip', 'update', 'add'])
export type MatchChoice = z.infer<typeof MatchChoice>

const ImportMatch = z.strictObject({
  kind: MatchKind,
  /** Null for a match with an earlier row of the list. */
  thirdPartyId: ThirdPartyId.nullable(),
  name: z.string(),
  /** The earlier row; null for a third party of the vault. */
  rowNumber: z.int().nullable(),
  /** How alike the names are, 0–1,000; 1,000 where the match is by a number. */
  scoreMille: z.int().min(0).max(1_000),
})
export type ImportMatch = z.infer<typeof ImportMatch>

const ImportRow = z.strictObject({
  number: z.int().min(1),
  cells: z.array(z.string()),
  problems: z.array(z.strictObject({ column: count, problem: CellProblem })),
  isRefused: z.boolean(),
  match: ImportMatch.nullable(),
})
export type ImportRow = z.infer<typeof ImportRow>

const importing = ['vault-locked', 'import-gone'] as const

export const importProcedures = {
  'imports.choose': procedure({
    side: 'window',
    input: z.strictObject({}),
    output: z.strictObject({ handle: z.uuid().nullable(), label: z.string() }),
    refusals: [],
  }),
  /** Reads the file into the engine's memory. One list is open at a time. */
  'imports.open': procedure({
    side: 'engine',
    input: z.strictObject({ handle: z.uuid() }),
    output: OpenedList,
    refusals: ['vault-locked', 'place-unknown', 'file-not-readable', 'list-not-readable', 'list-too-long'],
  }),
  /** Takes another sheet, or another line for the names of the columns: 0 for none, null to have it guessed. */
  'imports.arrange': procedure({
    side: 'engine',
    input: z.strictObject({ importId: ImportId, sheet: count, headerRow: z.int().min(0).nullable() }),
    output: OpenedList,
    refusals: [...importing, 'list-not-readable', 'list-too-long'],
  }),
  /** Reads every row as third parties, finds what is wrong and what is there already. Nothing is written. */
  'imports.plan': procedure({
    side: 'engine',
    input: z.strictObject({
      importId: ImportId,
      /** What each column holds; null for what is left out. */
      fields: z.array(ListField.nullable()).max(200),
      /** For rows that name none. */
      relationships: z.array(RelationshipKind).min(1, 'names no relationship; choose at least one').max(3),
      country: CountryCode.or(z.literal('')),
    }),
    output: z.strictObject({
      rowCount: count,
      problemCount: count,
      refusedCount: count,
      matchCounts: z.record(MatchKind, count),
    }),
    refusals: [...importing, 'no-name-column'],
  }),
  'imports.rows': procedure({
    side: 'engine',
    input: z.strictObject({
      importId: ImportId,
      show: z.enum(['all', 'problems', 'matches']),
      offset: count.max(100_000),
      limit: z.int().min(1).max(100),
    }),
    output: z.strictObject({ rows: z.array(ImportRow), total: count }),
    refusals: importing,
  }),
  /** Begins to write; `imports.step` does it. Single rows may be treated differently from their kind. */
  'imports.begin': procedure({
    side: 'engine',
    input: z.strictObject({
      importId: ImportId,
      choices: z.record(MatchKind, MatchChoice),
      rows: z.array(z.strictObject({ number: z.int().min(1), choice: MatchChoice })).max(5_000),
    }),
    output: z.strictObject({ total: count }),
    refusals: [...importing, 'write-failed'],
  }),
  /** Writes the next some hundred rows, in one transaction. Between two steps an import may be left as it is. */
  'imports.step': procedure({
    side: 'engine',
    input: z.strictObject({ importId: ImportId }),
    output: z.strictObject({ batchId: z.uuid(), done: count, total: count, added: count, updated: count, skipped: count }),
    refusals: [...importing, 'write-failed'],
  }),
  /** Forgets an open list. */
  'imports.close': procedure({
    side: 'engine',
    input: z.strictObject({}),
    output: z.strictObject({}),
    refusals: ['vault-locked'],
  }),
  /** Newest first. */
  'imports.list': procedure({
    side: 'engine',
    input: z.strictObject({}),
    output: z.strictObject({
      batches: z.array(
        z.strictObject({
          id: z.uuid(),
          fileName: z.string(),
          startedAt: Instant,
          undoneAt: Instant.nullable(),
          addedCount: count,
          updatedCount: count,
          /** Undone last, with no import begun since: `imports.redo` does it again. */
          isRedoable: z.boolean(),
        }),
      ),
    }),
    refusals: ['vault-locked'],
  }),
  /** Takes a whole import back: what it added goes, what it changed is as before. Refused when one of them was worked with since. */
  'imports.undo': procedure({
    side: 'engine',
    input: z.strictObject({ batchId: z.uuid() }),
    output: z.strictObject({ removed: count, restored: count }),
    refusals: ['vault-locked', 'write-failed', 'not-found', 'import-in-use'],
  }),
  /** Does an import again as it was before it was undone, with the tags of what it added. Refused when what it would change was changed since. */
  'imports.redo': procedure({
    side: 'engine',
    input: z.strictObject({ batchId: z.uuid() }),
    output: z.strictObject({ added: count, updated: count }),
    refusals: ['vault-locked', 'write-failed', 'not-found', 'import-in-use'],
  }),
} as const
