// An edition beside the one before it: which entries came, changed and went.
import type { OutputOf } from '#shared/contract/contract.ts'
import type { EditionId, KeptEntry } from '#shared/domain/screening-hit.ts'
import { spellOut } from '#shared/domain/text.ts'
import type { ReadDb } from '#main/store/database.ts'
import { contentOf, partsOf } from './kept-entries.ts'

type Changes = OutputOf<'screening.changes'>
type Change = Changes['entries'][number]

/** Shown of each kind. */
const mostShown = 200

const numberKey = ({ source, id }: KeptEntry) => (id === '' ? '' : `${source}\u0000${id}`)
const nameKey = ({ source, names }: KeptEntry) => `${source}\u0000${names[0]}`

interface Older {
  readonly entry: KeptEntry
  readonly content: string
  isPaired: boolean
}

/** The entries of the older edition, to be found by content, by number and by name, each once. */
function indexOf(entries: Iterable<KeptEntry>) {
  const all: Older[] = []
  const maps = { content: new Map<string, Older[]>(), number: new Map<string, Older[]>(), name: new Map<string, Older[]>() }
  const put = (map: Map<string, Older[]>, key: string, older: Older) => {
    const there = map.get(key)
    if (there === undefined) map.set(key, [older])
    else there.push(older)
  }
  for (const entry of entries) {
    const older = { entry, content: contentOf(entry), isPaired: false }
    all.push(older)
    put(maps.content, older.content, older)
    if (numberKey(entry) !== '') put(maps.number, numberKey(entry), older)
    put(maps.name, nameKey(entry), older)
  }
  const take = (map: Map<string, Older[]>, key: string): boolean => {
    const found = map.get(key)?.find((older) => !older.isPaired)
    if (found !== undefined) found.isPaired = true
    return found !== undefined
  }
  return {
    takeSame: (entry: KeptEntry) => take(maps.content, contentOf(entry)),
    takeOther: (entry: KeptEntry) => take(maps.number, numberKey(entry)) || take(maps.name, nameKey(entry)),
    left: () => all.filter(({ isPaired }) => !isPaired).map(({ entry }) => entry),
  }
}

/** What came between two editions. An entry is the same one by the number of its source, else by the name it goes by. */
export function changesBetween(before: Iterable<KeptEntry>, after: Iterable<KeptEntry>): Pick<Changes, 'counts' | 'entries'> {
  const older = indexOf(before)
  const all = [...after]
  const others = all.filter((entry) => !older.takeSame(entry))
  const isChanged = new Set(others.filter((entry) => older.takeOther(entry)))
  const gone = older.left()
  const shown = (kind: Change['kind'], entries: readonly KeptEntry[]): Change[] =>
    entries.slice(0, mostShown).map(({ names, source, line }) => ({ kind, name: spellOut(names[0] ?? ''), source: spellOut(source), line }))
  const added = others.filter((entry) => !isChanged.has(entry))
  return {
    counts: { added: added.length, changed: isChanged.size, gone: gone.length, same: all.length - others.length },
    entries: [...shown('added', added), ...shown('changed', [...isChanged]), ...shown('gone', gone)],
  }
}

export function* entriesOf(db: ReadDb, editionId: EditionId): Generator<KeptEntry> {
  for (const part of partsOf(db, editionId)) yield* part
}
