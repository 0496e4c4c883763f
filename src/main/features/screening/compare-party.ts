// One third party against one list: whose names are compared with whom, what that gives, and how it is kept.
import type { HitContent, ListEdition, ResultContent } from '#shared/domain/screening-hit.ts'
import type { ThirdPartyId } from '#shared/domain/ids.ts'
import type { NameTables } from '#shared/screening/name-tables.ts'
import { type Hit, type PartyScreening, type PreparedList, screenParty } from '#shared/screening/screen.ts'
import type { WriteDb } from '#main/store/database.ts'
import { hitKey, keptEntryOf } from './kept-entries.ts'
import type { PartyName } from './party-names.ts'
import { readDecisions, readHitKeys, removeHit, saveHit, saveResult } from './queries.ts'

/** An edition made ready: its organizations, with the entries that do not say what they are, and its people. */
export interface ReadyList {
  readonly edition: ListEdition
  readonly organizations: PreparedList
  readonly people: PreparedList
}

interface Found {
  readonly key: string
  readonly scoreMille: number
  readonly content: HitContent
}

/** What comparing one third party with one list gave, not kept yet. */
export interface Compared {
  readonly thirdPartyId: ThirdPartyId
  readonly listId: string
  readonly outcome: PartyScreening['outcome']
  readonly content: ResultContent
  readonly hits: readonly Found[]
}

const ownRoles: ReadonlySet<PartyName['role']> = new Set(['legal', 'native', 'former', 'trading'])

/** A party cannot be like more entries than anybody will look at. */
const mostHits = 500

export function compareParty(
  { thirdPartyId, names }: { readonly thirdPartyId: ThirdPartyId; readonly names: readonly PartyName[] },
  { edition, organizations, people }: ReadyList,
  tables: NameTables,
): Compared {
  const textsOf = (some: readonly PartyName[]) => some.map(({ name }) => name)
  const all = screenParty(textsOf(names), organizations, tables)
  const persons = screenParty(textsOf(names.filter(({ mayBePerson }) => mayBePerson)), people, tables)
  const isComparable = names.some(({ name, role }) => ownRoles.has(role) && !all.notComparable.includes(name))
  const { id: editionId, listId, title, editionOn, sha256 } = edition
  const asked = names.map(({ name, role }) => ({ name, role }))
  const ofEdition = { editionId, title, editionOn, sha256 }
  const foundOf = (hit: Hit): Found[] => {
    const name = asked.find((one) => one.name === hit.askedName)
    if (name === undefined) return []
    const entry = keptEntryOf(hit.entry)
    const { listedName, listedKind, parts, deductions } = hit
    const content = { asked: name, listedName, listedKind, entry, edition: ofEdition, parts: [...parts], deductions: [...deductions] }
    return [{ key: hitKey(name.name, listId, entry), scoreMille: hit.scoreMille, content }]
  }
  const ordered = [...all.hits, ...persons.hits].toSorted((one, other) => other.scoreMille - one.scoreMille).flatMap(foundOf)
  // Two rows of a list may say the same of the same.
  const hits = ordered.filter(({ key }, at) => ordered.findIndex((one) => one.key === key) === at).slice(0, mostHits)
  return {
    thirdPartyId,
    listId,
    outcome: hits.length > 0 ? 'possible-match' : isComparable ? 'no-match' : 'could-not-screen',
    content: {
      edition: ofEdition,
      entryCount: edition.entryCount,
      holeCount: edition.holes.length,
      blindCount: organizations.withoutKey.length + people.withoutKey.length,
      names: asked,
      notComparable: [...all.notComparable],
    },
    hits,
  }
}

export interface KeptCounts {
  newHits: number
  keptHits: number
  goneHits: number
  unscreened: number
}

/** Keeps what was found in the place of what was there; a hit that somebody decided before comes back as it was decided. */
export function keepCompared(tx: WriteDb, { thirdPartyId, listId, outcome, content, hits }: Compared, screenedAt: string): KeptCounts {
  const before = new Set(tx.all(readHitKeys, { thirdPartyId, listId }).map(({ key }) => key))
  const after = new Set(hits.map(({ key }) => key))
  const gone = [...before].filter((key) => !after.has(key))
  for (const key of gone) tx.run(removeHit, { thirdPartyId, key })
  for (const { key, scoreMille, content: hit } of hits) {
    const [last] = before.has(key) ? [] : tx.all(readDecisions, { thirdPartyId, key })
    const state = last === undefined || last.verdict === 'withdrawn' ? 'open' : last.verdict
    tx.run(saveHit, { thirdPartyId, key, listId, scoreMille, state, content: JSON.stringify(hit) })
  }
  const { editionOn } = content.edition
  const facts = { outcome, editionOn, uncompared: content.notComparable.length, content: JSON.stringify(content) }
  tx.run(saveResult, { thirdPartyId, listId, screenedAt, ...facts })
  const newHits = hits.filter(({ key }) => !before.has(key)).length
  return { newHits, keptHits: hits.length - newHits, goneHits: gone.length, unscreened: outcome === 'could-not-screen' ? 1 : 0 }
}
