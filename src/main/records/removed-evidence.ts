// Lets evidence that was removed go for good, with its bytes, once nobody can bring it back any more.
import { z } from 'zod'
import type { ReadDb, WriteDb } from '#main/store/database.ts'
import { command, query } from '#main/store/statement.ts'
import type { Store } from '#main/store/store.ts'

/** Files removed before an instant can no longer be brought back; contents that no file names go with them. */
export const countRemovedFiles = query(
  'SELECT count(*) AS count FROM evidence_file WHERE removed_at IS NOT NULL AND removed_at < :before',
  z.strictObject({ count: z.int() }),
)
export const dropRemovedFiles = command('DELETE FROM evidence_file WHERE removed_at IS NOT NULL AND removed_at < :before')
export const dropUnusedChunks = command('DELETE FROM evidence_chunk WHERE sha256 NOT IN (SELECT sha256 FROM evidence_file)')
export const dropUnusedContents = command('DELETE FROM evidence_content WHERE sha256 NOT IN (SELECT sha256 FROM evidence_file)')

/** How long a removed file can be brought back. */
const keptMs = 24 * 60 * 60 * 1000

const dayBefore = (now: string) => new Date(Date.parse(now) - keptMs).toISOString()

/** How many files were removed more than a day before `now`. */
function countOldEvidence(db: ReadDb, now: string): number {
  return db.first(countRemovedFiles, { before: dayBefore(now) })?.count ?? 0
}

/** What was removed more than a day before `now` goes for good, with the bytes that nothing names any more. */
export function dropOldEvidence(tx: WriteDb, now: string): void {
  if (tx.run(dropRemovedFiles, { before: dayBefore(now) }) === 0) return
  tx.run(dropUnusedChunks)
  tx.run(dropUnusedContents)
}

/** The same in a vault that was just opened, with an entry in its history when anything goes. Throws as `store.write` does. */
export function tidyEvidence(store: Store, now: string): void {
  const count = countOldEvidence(store, now)
  if (count > 0) store.write({ action: 'evidence.drop', subject: '', payload: { count } }, (tx) => dropOldEvidence(tx, now))
}
