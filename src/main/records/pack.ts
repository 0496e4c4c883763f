// Reads and keeps the packs of a vault: shared by starting assessments and by taking in packs of one's own.
import { z } from 'zod'
import { type LoadedPack, type PackLibrary, readKeptPack } from '#main/packs/pack-library.ts'
import type { ReadDb } from '#main/store/database.ts'
import { command, query } from '#main/store/statement.ts'

export const addPack = command(
  'INSERT INTO pack (sha256, pack_id, version, content) VALUES (:sha256, :id, :version, :content) ON CONFLICT (sha256) DO NOTHING',
)
export const readKeptContents = query('SELECT content FROM pack ORDER BY pack_id, version, sha256', z.strictObject({ content: z.string() }))
export const readKeptContent = query('SELECT content FROM pack WHERE sha256 = :sha256', z.strictObject({ content: z.string() }))

/** Every pack the vault keeps, by id and version. */
export function listKeptPacks(db: ReadDb): LoadedPack[] {
  return db.all(readKeptContents).map(({ content }) => readKeptPack(content))
}

/** The pack of this hash: a shipped one, else the copy the vault keeps. */
export function findPackByHash(db: ReadDb, packs: PackLibrary, sha256: string): LoadedPack | undefined {
  const shipped = packs.byHash(sha256)
  if (shipped !== undefined) return shipped
  const kept = db.first(readKeptContent, { sha256 })
  return kept === undefined ? undefined : readKeptPack(kept.content)
}
