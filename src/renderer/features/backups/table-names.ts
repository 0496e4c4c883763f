// What the tables of a vault are called in words.
import { english } from '#renderer/i18n/catalogues.ts'
import { wordsIn } from '#renderer/i18n/words.ts'

type KnownTable = keyof (typeof english)['backups']['tables']

const isKnown = (table: string): table is KnownTable => table in english.backups.tables

/** A table of a later version keeps its own name. */
export function tableName(table: string): string {
  return isKnown(table) ? wordsIn('backups')(`tables.${table}`) : table
}
