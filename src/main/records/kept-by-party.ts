// Keeps what was read of every third party's assessments, and reads again only those that changed.
import type { Store } from '#main/store/store.ts'

type Source = Pick<Store, 'all' | 'first' | 'changedParties'>

/**
 * What says which assessments count, and how they came out. No trigger changes these; an assessment is never removed, and a third party only
 * when it has none.
 */
export const standingTables = ['assessment', 'assessment_outcome', 'third_party_archive'] as const

export interface ReadByParty<Value> {
  /** By third party; one without anything to keep is left out. */
  readonly all: (db: Source) => Map<string, Value>
  readonly one: (db: Source, id: string) => Value | undefined
}

interface Kept<Value> {
  at: number
  byParty: Map<string, Value>
}

/** What is kept rests on `standingTables` alone. To be asked outside of transactions, since one may be taken back. */
export function createPartyKeeper<Value>(read: ReadByParty<Value>): (db: Source) => ReadonlyMap<string, Value> {
  const keptOf = new WeakMap<Source, Kept<Value>>()
  const readAll = (db: Source, at: number) => {
    const kept = { at, byParty: read.all(db) }
    keptOf.set(db, kept)
    return kept.byParty
  }
  return (db) => {
    const kept = keptOf.get(db)
    const { at, ids } = db.changedParties(standingTables, kept?.at ?? 0)
    if (kept === undefined || ids === null) return readAll(db, at)
    for (const id of ids) {
      const value = read.one(db, id)
      if (value === undefined) kept.byParty.delete(id)
      else kept.byParty.set(id, value)
    }
    kept.at = at
    return kept.byParty
  }
}
