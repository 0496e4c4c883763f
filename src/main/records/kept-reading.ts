// Keeps what was read of the whole vault until the next change, because gathering it from thousands of rows costs more than looking for a change.
import type { ReadDb } from '#main/store/database.ts'
import { readLastAuditEntry } from '#main/store/audit.ts'

export interface Keeper<Value> {
  /**
   * What `read` gives, or gave before under the same `key` since the last change of the vault. Only for what follows from rows and key alone,
   * and only while no outcome is stale.
   */
  readonly keep: (db: ReadDb, key: string, read: () => Value) => Value
}

interface Kept<Value> {
  /** Hash of the newest entry of the history: every change has one, so another hash means that something changed. */
  readonly head: string
  readonly readings: Map<string, Value>
}

/** Kept at most; typing a filter makes a reading for each letter. */
const limit = 40

/** A keeper for readings of one kind, of which none is undefined. */
export function createKeeper<Value>(): Keeper<Value> {
  const keptOf = new WeakMap<ReadDb, Kept<Value>>()
  return {
    keep: (db, key, read) => {
      const head = db.first(readLastAuditEntry)?.hash ?? ''
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
