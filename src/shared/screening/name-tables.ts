// Spellings of legal forms and of everyday words in company names, made ready for comparing. The tables themselves are data.
import { z } from 'zod'
import { foldedTokens } from './fold.ts'

/** The file resources/screening/name-tables.json. */
export const NameTablesFile = z.strictObject({
  source: z.string(),
  legalForms: z.array(z.strictObject({ kind: z.string(), spellings: z.array(z.string()) })).max(5_000),
  words: z.array(z.array(z.string())).max(5_000),
})
export type NameTablesFile = z.infer<typeof NameTablesFile>

export interface NameTables {
  /** Folded spelling, tokens joined by blanks → the kinds of legal form it may stand for; empty when the table names none. */
  readonly legalForms: ReadonlyMap<string, ReadonlySet<string>>
  /** Most tokens of a legal form. */
  readonly longestForm: number
  /** Folded word → the number of its groups of words that mean the same. */
  readonly words: ReadonlyMap<string, ReadonlySet<number>>
}

function add<V>(map: Map<string, Set<V>>, key: string, values: readonly V[]): void {
  map.set(key, new Set([...(map.get(key) ?? []), ...values]))
}

function folded(spelling: string): string {
  return foldedTokens(spelling)
    .map((token) => token.text)
    .join(' ')
}

/** The tables, folded as names are. Spellings that fold to nothing, and words of several tokens, are left out. */
export function readNameTables(file: NameTablesFile): NameTables {
  const legalForms = new Map<string, Set<string>>()
  for (const { kind, spellings } of file.legalForms) {
    for (const spelling of spellings.map(folded)) if (spelling !== '') add(legalForms, spelling, kind === '' ? [] : [kind])
  }
  const words = new Map<string, Set<number>>()
  file.words.forEach((spellings, group) => {
    for (const word of spellings.map(folded)) if (word !== '' && !word.includes(' ')) add(words, word, [group])
  })
  const longestForm = Math.max(0, ...[...legalForms.keys()].map((spelling) => spelling.split(' ').length))
  return { legalForms, longestForm, words }
}
