// What the history says about the key list, so that an older one put in its place is noticed.
import { z } from 'zod'
import type { ReadDb } from './database.ts'
import { query } from './statement.ts'

export const readLastKeyChange = query(
  "SELECT subject FROM audit WHERE action LIKE 'keys.%' ORDER BY sequence DESC LIMIT 1",
  z.strictObject({ subject: z.string() }),
)

/** How the history names a generation of the key list. */
export function generationSubject(generation: number): string {
  return `generation ${generation}`
}

/** The generation that the last change of the keys made; 0 when there was none. */
export function lastKeyGeneration(db: ReadDb): number {
  const found = /^generation (\d{1,9})$/.exec(db.first(readLastKeyChange)?.subject ?? '')
  return Number(found?.[1] ?? 0)
}
