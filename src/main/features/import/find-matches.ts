// Finds out which rows of a list are third parties that the vault has already, or that the list has twice.
import type { ImportMatch, MatchKind } from '#shared/contract/import.ts'
import type { ThirdPartyId } from '#shared/domain/ids.ts'
import { compareNames } from '#shared/screening/compare-names.ts'
import type { NameTables } from '#shared/screening/name-tables.ts'
import { type ScreenedName, takeApart } from '#shared/screening/name.ts'
import type { ReadRow } from './read-row.ts'

/** What there is to compare of a third party, whether it is in the vault or in the list. */
export interface Known {
  readonly id: ThirdPartyId | null
  readonly rowNumber: number | null
  readonly legalName: string
  readonly otherNames: readonly string[]
  readonly lei: string
  readonly registrationNumber: string
  readonly country: string
}

/** Names that are this much alike are shown as the same; 650, the bound of screening, would show many that are not. */
const sameNameMille = 850

/** A word that more third parties have says too little to compare all of them. */
const mostSharing = 50

/** Letters and digits alone; empty for what is no number, such as "N/A", "-", "pending" or 000. */
const plainNumber = (text: string) => {
  const plain = text.replaceAll(/[^\p{L}\p{N}]/gu, '').toUpperCase()
  return /[^\p{L}0]/u.test(plain) ? plain : ''
}

interface Party {
  readonly known: Known
  readonly names: readonly ScreenedName[]
}

/** Third parties by their numbers and by the words of their names. */
function createIndex(tables: NameTables) {
  const byLei = new Map<string, Party>()
  const byNumber = new Map<string, Party[]>()
  const byKey = new Map<string, Party>()
  const byWord = new Map<string, Party[]>()
  const partyOf = (known: Known): Party => ({
    known,
    names: [known.legalName, ...known.otherNames].map((name) => takeApart(name, tables)).filter(({ key }) => key !== ''),
  })
  const push = (map: Map<string, Party[]>, key: string, party: Party) => {
    const there = map.get(key)
    if (there === undefined) map.set(key, [party])
    else there.push(party)
  }
  return {
    partyOf,
    add: (party: Party) => {
      const { lei, registrationNumber } = party.known
      if (lei !== '' && !byLei.has(lei)) byLei.set(lei, party)
      const number = plainNumber(registrationNumber)
      if (number !== '') push(byNumber, number, party)
      for (const name of party.names) {
        if (!byKey.has(name.key)) byKey.set(name.key, party)
        for (const text of new Set([...name.words.map((word) => word.text), name.joined])) push(byWord, text, party)
      }
    },
    byLei: (lei: string) => (lei === '' ? undefined : byLei.get(lei)),
    /** The same number in the same country, or where one of the two names none. */
    byNumber: ({ registrationNumber, country }: Known) =>
      byNumber
        .get(plainNumber(registrationNumber))
        ?.find(({ known }) => known.country === country || known.country === '' || country === ''),
    byKey: (name: ScreenedName) => byKey.get(name.key),
    /** Those that share a telling word. */
    sharing: (name: ScreenedName) => {
      const shared = [...name.words.map((word) => word.text), name.joined].map((text) => byWord.get(text) ?? [])
      return new Set(shared.filter((parties) => parties.length <= mostSharing).flat())
    },
  }
}

type Index = ReturnType<typeof createIndex>

interface Alike {
  readonly party: Party
  readonly scoreMille: number
}

function mostAlike(index: Index, { names }: Party): Alike | null {
  let best: Alike | null = null
  for (const name of names) {
    const same = index.byKey(name)
    const candidates = same === undefined ? index.sharing(name) : [same]
    for (const party of candidates) {
      for (const other of party.names) {
        const { scoreMille } = compareNames(name, other)
        if (scoreMille >= sameNameMille && scoreMille > (best?.scoreMille ?? 0)) best = { party, scoreMille }
      }
    }
  }
  return best
}

function matchOf(kind: Exclude<MatchKind, 'row'>, { known }: Party, scoreMille: number): ImportMatch {
  const { id, legalName, rowNumber } = known
  return { kind: id === null ? 'row' : kind, thirdPartyId: id, name: legalName, rowNumber, scoreMille }
}

function findMatch(index: Index, party: Party): ImportMatch | null {
  const byLei = index.byLei(party.known.lei)
  if (byLei !== undefined) return matchOf('lei', byLei, 1_000)
  const byNumber = index.byNumber(party.known)
  if (byNumber !== undefined) return matchOf('registration', byNumber, 1_000)
  const alike = mostAlike(index, party)
  return alike === null ? null : matchOf('name', alike.party, alike.scoreMille)
}

function knownOf({ number, details, profile }: ReadRow): Known {
  const { legalName, nativeName, registrationNumber, country } = details
  const otherNames = [nativeName, ...profile.names.map(({ name }) => name)].filter((name) => name !== '')
  return { id: null, rowNumber: number, legalName, otherNames, lei: profile.lei, registrationNumber, country }
}

/** For each row the surest match: with the vault, or with an earlier row. Rows that are refused have none. */
export function findMatches(rows: readonly ReadRow[], known: readonly Known[], tables: NameTables): (ImportMatch | null)[] {
  const index = createIndex(tables)
  for (const one of known) index.add(index.partyOf(one))
  return rows.map((row) => {
    if (row.isRefused) return null
    const party = index.partyOf(knownOf(row))
    const match = findMatch(index, party)
    index.add(party)
    return match
  })
}
