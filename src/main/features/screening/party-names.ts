// The names of a third party that are compared with lists, and which of them may be a person's.
import { Holder } from '#shared/domain/owner-tree.ts'
import { z } from 'zod'
import { ThirdPartyProfile } from '#shared/domain/third-party-profile.ts'
import type { ThirdPartyId } from '#shared/domain/ids.ts'
import type { AskedName } from '#shared/domain/screening-hit.ts'
import type { ReadDb } from '#main/store/database.ts'
import { readNames } from './queries.ts'

export interface PartyName extends AskedName {
  /** Compared with the people on a list as well as with its organizations. */
  readonly mayBePerson: boolean
}

const Owners = z.object({ holders: z.array(Holder) })

/** Its own names first, then those of owners, then contacts when they are asked for; each name once, and no blank one. */
export function namesOf(db: ReadDb, id: ThirdPartyId, withContacts: boolean): PartyName[] {
  const row = db.first(readNames, { id })
  if (row === undefined) return []
  const profile = row.profile === null ? null : ThirdPartyProfile.parse(JSON.parse(row.profile))
  const holders = row.owners === null ? [] : Owners.parse(JSON.parse(row.owners)).holders
  const all: PartyName[] = [
    { name: row.legalName, role: 'legal', mayBePerson: false },
    { name: row.nativeName, role: 'native', mayBePerson: false },
    ...(profile?.names ?? []).map(({ name, kind }) => ({ name, role: kind, mayBePerson: false })),
    ...holders.map(({ name, kind }) => ({ name, role: 'owner' as const, mayBePerson: kind === 'person' || kind === 'not-stated' })),
    ...(withContacts ? (profile?.contacts ?? []) : []).map(({ name }) => ({ name, role: 'contact' as const, mayBePerson: true })),
  ]
  const seen = new Set<string>()
  return all.filter(({ name }) => {
    const isNew = name.trim() !== '' && !seen.has(name)
    seen.add(name)
    return isNew
  })
}
