// Screens a party's names against a list: candidates with their arithmetic, and what that means for the assessment.
import { Screening } from '../domain/assessment-screening.ts'
import { compareNames, type NameComparison } from './compare-names.ts'
import { createNameIndex, type NameIndex } from './name-index.ts'
import type { NameTables } from './name-tables.ts'
import { type ScreenedName, takeApart } from './name.ts'
import type { ListedType, ListEntry, ScreeningList } from './screening-list.ts'

/** A pair that scores this much is shown to a person. */
export const thresholdMille = 650

/** Organizations, and rows that do not say what they are; people only when asked for. */
const screenedTypes: ReadonlySet<ListedType> = new Set(['organization', 'not-stated'])

interface PreparedName extends ScreenedName {
  readonly kind: 'primary' | 'alias'
  /** The place of its entry. */
  readonly entryAt: number
}

/** A list made ready to be screened against, once for all parties. */
export interface PreparedList {
  /** Entries with at least one name that can be compared. */
  readonly entries: readonly ListEntry[]
  readonly names: readonly PreparedName[]
  readonly index: NameIndex
  /** Entries without any name that can be compared; they can neither be found nor ruled out. */
  readonly withoutKey: readonly ListEntry[]
  /** Entries left out because of their type. */
  readonly leftOutCount: number
}

/** A list that is being prepared: entries are put in as they are read, so that nobody waits for a long one. */
export interface ListPreparation {
  put(entries: readonly ListEntry[]): void
  done(): PreparedList
}

/** Begins to prepare a list. `alsoTypes` adds individuals, vessels or aircraft. */
export function createListPreparation(tables: NameTables, alsoTypes: readonly ListedType[] = []): ListPreparation {
  const wanted = new Set([...screenedTypes, ...alsoTypes])
  const entries: ListEntry[] = []
  const names: PreparedName[] = []
  const withoutKey: ListEntry[] = []
  const index = createNameIndex()
  let leftOutCount = 0
  const putOne = (entry: ListEntry) => {
    const own = entry.names.map(({ text, kind }) => ({ ...takeApart(text, tables), kind })).filter((name) => name.key !== '')
    if (own.length === 0) withoutKey.push(entry)
    for (const name of own) {
      index.add(name)
      names.push({ ...name, entryAt: entries.length })
    }
    if (own.length > 0) entries.push(entry)
  }
  return {
    put: (more) => {
      for (const entry of more) {
        if (wanted.has(entry.type)) putOne(entry)
        else leftOutCount += 1
      }
    },
    done: () => ({ entries, names, index, withoutKey, leftOutCount }),
  }
}

/** Prepares a list that is there as a whole. */
export function prepareList(list: Pick<ScreeningList, 'entries'>, tables: NameTables, alsoTypes: readonly ListedType[] = []): PreparedList {
  const preparation = createListPreparation(tables, alsoTypes)
  preparation.put(list.entries)
  return preparation.done()
}

/** One entry of the list that one of the party's names is like. */
export interface Hit extends NameComparison {
  readonly entry: ListEntry
  readonly askedName: string
  readonly listedName: string
  readonly listedKind: 'primary' | 'alias'
}

/**
 * `possible-match`: a person has to look. `no-match`: every name that could be compared was, and none is alike.
 * `could-not-screen`: no name could be compared, or one is in a script that the list may not use.
 */
export interface PartyScreening {
  readonly outcome: 'no-match' | 'possible-match' | 'could-not-screen'
  /** Best first, one for each entry. */
  readonly hits: readonly Hit[]
  /** Names in which nothing can be compared, or that compare only to the same letters. */
  readonly notComparable: readonly string[]
  readonly thresholdMille: number
}

/** The best hit of each entry, in the order of the list. */
function bestHits(asked: readonly ScreenedName[], { entries, names, index }: PreparedList): Hit[] {
  const best = new Map<number, Hit>()
  for (const one of asked) {
    for (const place of index.candidates(one, thresholdMille)) {
      for (const { entryAt, raw, kind, ...listed } of names.slice(place, place + 1)) {
        const comparison = compareNames(one, { ...listed, raw })
        const isShown = comparison.scoreMille >= thresholdMille && comparison.scoreMille > (best.get(entryAt)?.scoreMille ?? 0)
        for (const entry of isShown ? entries.slice(entryAt, entryAt + 1) : [])
          best.set(entryAt, { ...comparison, entry, askedName: one.raw, listedName: raw, listedKind: kind })
      }
    }
  }
  return [...best].toSorted(([one], [other]) => one - other).map(([, hit]) => hit)
}

/** Screens all names of a party, such as its legal name, its own-script name and its owners' names, against one list. */
export function screenParty(names: readonly string[], list: PreparedList, tables: NameTables): PartyScreening {
  const asked = names.filter((name) => name.trim() !== '').map((name) => takeApart(name, tables))
  const withKey = asked.filter((name) => name.key !== '')
  const isLatin = (name: ScreenedName): boolean => name.key !== '' && name.words.every((word) => word.isComparable)
  const hits = bestHits(withKey, list).toSorted((one, two) => two.scoreMille - one.scoreMille)
  const canClear = asked.some(isLatin)
  return {
    outcome: hits.length > 0 ? 'possible-match' : canClear ? 'no-match' : 'could-not-screen',
    hits,
    notComparable: asked.filter((name) => !isLatin(name)).map((name) => name.raw),
    thresholdMille,
  }
}

/** A list that was tried: which edition, and what came out. Null when the list could not be read. */
export interface ListOutcome {
  readonly listId: string
  readonly editionOn: string
  readonly outcome: PartyScreening['outcome'] | null
}

/**
 * The screening as `score()` takes it: the most serious outcome of all lists. A list that could not be read makes the whole could-not-screen
 * unless another one has a possible match; nothing here ever says `match`, which is a person's word. Null when a day or an id is invalid.
 */
export function screeningOf(screenedOn: string, lists: readonly ListOutcome[]): Screening | null {
  const outcomes = new Set(lists.map((list) => list.outcome ?? 'could-not-screen'))
  const order = ['possible-match', 'could-not-screen', 'no-match'] as const
  const outcome = order.find((one) => outcomes.has(one)) ?? 'could-not-screen'
  const read = lists.filter((list) => list.outcome !== null).map(({ listId, editionOn }) => ({ listId, editionOn }))
  return Screening.safeParse({ screenedOn, lists: read, outcome }).data ?? null
}
