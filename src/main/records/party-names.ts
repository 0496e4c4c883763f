// The names of a third party that are compared with lists, and which of them may be a person's: all but those of owners known to be none.
import { Holder } from '#shared/domain/owner-tree.ts'
import { z } from 'zod'
import { ThirdPartyProfile } from '#shared/domain/third-party-profile.ts'
import type { ThirdPartyId } from '#shared/domain/ids.ts'
import type { AskedName } from '#shared/domain/screening-hit.ts'
import type { ReadDb } from '#main/store/database.ts'
import { query } from '#main/store/statement.ts'

export interface PartyName extends AskedName {
  /** Compared with the people on a list as well as with its organizations: no name says whether a sole trader bears it. */
  readonly mayBePerson: boolean
}

/** Every name that is written down of a third party; profile and owners as JSON. */
export const readNames = query(
  `SELECT legal_name AS legalName, native_name AS nativeName, third_party_profile.content AS profile, owner_tree.content AS owners
   FROM third_party LEFT JOIN third_party_profile ON third_party_profile.third_party_id = third_party.id
   LEFT JOIN owner_tree ON owner_tree.third_party_id = third_party.id WHERE third_party.id = :id`,
  z.strictObject({ legalName: z.string(), nativeName: z.string(), profile: z.string().nullable(), owners: z.string().nullable() }),
)

const Owners = z.object({ holders: z.array(Holder) })

/** Its own names first, then those of owners, then contacts when they are asked for; each name once, and no blank one. */
export function namesOf(db: ReadDb, id: ThirdPartyId, withContacts: boolean): PartyName[] {
  const row = db.first(readNames, { id })
  if (row === undefined) return []
  const profile = row.profile === null ? null : ThirdPartyProfile.parse(JSON.parse(row.profile))
  const holders = row.owners === null ? [] : Owners.parse(JSON.parse(row.owners)).holders
  const all: PartyName[] = [
    { name: row.legalName, role: 'legal', mayBePerson: true },
    { name: row.nativeName, role: 'native', mayBePerson: true },
    ...(profile?.names ?? []).map(({ name, kind }) => ({ name, role: kind, mayBePerson: true })),
    ...holders.map(({ name, kind }) => ({ name, role: 'owner' as const, mayBePerson: kind === 'person' || kind === 'not-stated' })),
    ...(withContacts ? (profile?.contacts ?? []) : []).map(({ name }) => ({ name, role: 'contact' as const, mayBePerson: true })),
  ]
  const kept = new Map<string, PartyName>()
  for (const one of all.filter(({ name }) => name.trim() !== '')) {
    const known = kept.get(one.name)
    kept.set(one.name, known === undefined ? one : { ...known, mayBePerson: known.mayBePerson || one.mayBePerson })
  }
  return [...kept.values()]
}
