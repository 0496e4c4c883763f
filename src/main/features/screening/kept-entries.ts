// The entries of an edition as they are kept, and what makes an entry the same one as before.
import { createHash } from 'node:crypto'
import type { EditionId, KeptEntry } from '#shared/domain/screening-hit.ts'
import type { ListEntry } from '#shared/screening/screening-list.ts'
import { canonicalJson } from '#main/store/canonical-json.ts'
import type { ReadDb } from '#main/store/database.ts'
import { readPart } from './queries.ts'

/** Entries in one part: some milliseconds' work to read. */
export const partLength = 250

export function keptEntryOf({ id, line, source, type, names, programs, addressCountries }: ListEntry): KeptEntry {
  return { id, line, source, type, names: names.map(({ text }) => text), programs, addressCountries: [...addressCountries] }
}

/** The entry as a reader of lists gives it: the first name is the one it goes by. */
export function listEntryOf({ names, ...entry }: KeptEntry): ListEntry {
  return { ...entry, names: names.map((text, at) => ({ text, kind: at === 0 ? 'primary' : 'alias' })) }
}

/** The parts of an edition, one after the other. */
export function* partsOf(db: ReadDb, editionId: EditionId): Generator<readonly KeptEntry[]> {
  for (let number = 0; ; number += 1) {
    const part = db.first(readPart, { editionId, number })
    if (part === undefined) return
    yield part.content
  }
}

/** What an entry says, whatever its row and its number are. */
export function contentOf({ source, type, names, programs, addressCountries }: KeptEntry): string {
  return canonicalJson({ source, type, names, programs, addressCountries })
}

/** True when two entries are meant to be the same one: by the number their source gives, or by the name they go by. */
export function isSameEntry(one: KeptEntry, other: KeptEntry): boolean {
  if (one.source !== other.source) return false
  return (one.id !== '' && one.id === other.id) || one.names[0] === other.names[0]
}

/** The key of an entry beside which others read the same under other numbers. */
export function twinKey(key: string, { id }: KeptEntry): string {
  return createHash('sha256')
    .update(canonicalJson([key, id]))
    .digest('hex')
}

/** Stands for a name beside an entry: another edition gives the same key while both read the same. */
export function hitKey(askedName: string, listId: string, entry: KeptEntry): string {
  return createHash('sha256')
    .update(canonicalJson([askedName, listId, contentOf(entry)]))
    .digest('hex')
}
