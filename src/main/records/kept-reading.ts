// Keeps what was read of the whole vault until the next change, because gathering it from thousands of rows costs more than looking for a change.
import { readLastAuditEntry } from '#main/store/audit.ts'
import type { Store } from '#main/store/store.ts'

type Source = Pick<Store, 'all' | 'first' | 'changesOf'>

export interface Keeper<Value> {
  /**
   * What `read` gives, or gave before under the same `key` since the last change of what it rests on. Only for what follows from rows and key alone,
   * and only while no outcome is stale.
   */
  readonly keep: (db: Source, key: string, read: () => Value) => Value
}

interface Kept<Value> {
  /** What stood when these were read; another one means that something changed. */
  readonly head: string | number
  readonly readings: Map<string, Value>
}

/** Kept at most; typing a filter makes a reading for each letter. */
const limit = 40

/**
 * The rows of third parties and what lists say of them. A saved answer changes none of these unless it changes what the list says.
 * No trigger changes them, and only a third party that is removed takes rows along.
 */
export const partyTables = ['third_party', 'third_party_summary', 'third_party_tag', 'third_party_archive'] as const

/** Hash of the newest entry of the history: every change has one. */
const headOfHistory = (db: Source) => db.first(readLastAuditEntry)?.hash ?? ''

/** A keeper for readings of one kind, of which none is undefined: until the next change of the vault, or of the tables that are named. */
export function createKeeper<Value>(tables?: readonly string[]): Keeper<Value> {
  const keptOf = new WeakMap<Source, Kept<Value>>()
  return {
    keep: (db, key, read) => {
      const head = tables === undefined ? headOfHistory(db) : db.changesOf(tables)
      const before = keptOf.get(db)
      const kept = before?.head === head && before.readings.size < limit ? before : { head, readings: new Map<string, Value>() }
      keptOf.set(db, kept)
      const known = kept.readings.get(key)
      if (known !== undefined) return known
      const value = read()
      kept.readings.set(key, value)
      return value
    },
  }
}
