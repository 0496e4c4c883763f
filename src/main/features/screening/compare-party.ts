// One third party against one list: whose names are compared with whom, what that gives, and how it is kept.
import type { HitContent, ListEdition, ResultContent } from '#shared/domain/screening-hit.ts'
import type { ThirdPartyId } from '#shared/domain/ids.ts'
import type { NameTables } from '#shared/screening/name-tables.ts'
import { type Hit, type PartyScreening, type PreparedList, screenParty } from '#shared/screening/screen.ts'
import type { PartyName } from '#main/records/party-names.ts'
import type { WriteDb } from '#main/store/database.ts'
import { hitKey, keptEntryOf, twinKey } from './kept-entries.ts'
import { readDecisions, readKeptHits, removeHit, saveHit, saveResult } from './queries.ts'

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

/** Each hit once. Entries that read alike under several numbers may be different people or firms, so each of them is a hit of its own. */
function toldApart(hits: readonly Found[]): Found[] {
  const numbers = Map.groupBy(hits, ({ key }) => key)
  const twins = new Set(
    [...numbers].filter(([, same]) => new Set(same.map(({ content }) => content.entry.id)).size > 1).map(([key]) => key),
  )
  const keyed = hits.map((hit) => (twins.has(hit.key) ? { ...hit, key: twinKey(hit.key, hit.content.entry) } : hit))
  return [...new Map(keyed.toReversed().map((hit) => [hit.key, hit])).values()].toReversed()
}

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
  const apart = toldApart(ordered)
  const hits = apart.slice(0, mostHits)
  const moreHits = apart.length - hits.length
  return {
    thirdPartyId,
    listId,
    // An owner's hit that somebody settles says nothing of a party whose own names cannot be compared.
    outcome: !isComparable ? 'could-not-screen' : hits.length > 0 ? 'possible-match' : 'no-match',
    content: {
      edition: ofEdition,
      entryCount: edition.entryCount,
      // The edition keeps the first of its holes only.
      holeCount: edition.rowCount - edition.entryCount,
      blindCount: organizations.withoutKey.length + people.withoutKey.length,
      names: names.map(({ name, role, mayBePerson }) => ({ name, role, withPeople: mayBePerson })),
      notComparable: [...all.notComparable],
      ...(moreHits > 0 ? { moreHits } : {}),
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

interface Keeping {
  readonly screenedAt: string
  readonly withContacts: boolean
}

/**
 * Keeps what was found in the place of what was there; a hit that somebody decided before comes back as it was decided. A hit of a name that
 * was not compared now is not refuted by that: one of a contact stays, and so does one that somebody confirmed, until that is taken back.
 */
export function keepCompared(tx: WriteDb, compared: Compared, { screenedAt, withContacts }: Keeping): KeptCounts {
  const { thirdPartyId, listId, outcome, content, hits } = compared
  const there = tx.all(readKeptHits, { thirdPartyId, listId })
  const before = new Set(there.map(({ key }) => key))
  const after = new Set(hits.map(({ key }) => key))
  const asked = new Set(content.names.map(({ name }) => name))
  const stays = ({ name, role, state }: (typeof there)[number]) =>
    !asked.has(name) && (state === 'same' || (role === 'contact' && !withContacts))
  const gone = there.filter((hit) => !after.has(hit.key) && !stays(hit)).map(({ key }) => key)
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
