// Walks the stored history piece by piece, so that neither memory nor waiting grows with it.
import { type ChainFinding, type ChainPoint, chainStart, followAuditChain, readAuditEntriesAfter } from './audit.ts'
import type { ReadDb } from './database.ts'

/** How many entries are read at a time: about 30 ms of work. */
export const walkLength = 2_000

/** Checks at most {@link walkLength} entries after `from`. `to` equals `from` at the end of the history. */
export function followStoredChain(db: ReadDb, key: Buffer | null, from: ChainPoint = chainStart): ChainFinding {
  return followAuditChain(db.all(readAuditEntriesAfter, { after: from.sequence, limit: walkLength }), key, from)
}

/** Checks the whole stored chain, yielding the number of entries checked so far after each piece. */
export function* walkStoredChain(db: ReadDb, key: Buffer | null): Generator<number, ChainFinding> {
  let at = chainStart
  for (;;) {
    const found = followStoredChain(db, key, at)
    if (!found.ok || found.to.sequence === at.sequence) return found
    at = found.to
    yield at.sequence
  }
}
