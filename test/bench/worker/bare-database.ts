// The baseline for the vault: better-sqlite3 with the same cipher, key and pragmas, and nothing around it.
import { randomUUID } from 'node:crypto'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { connectionPragmas } from '#main/store/connection.ts'
import { openDataKey } from '#main/store/keys/open-keys.ts'
import { readKeyListOf } from '#main/store/keys/key-store.ts'
import { deriveSubKeys } from '#main/store/keys/sub-keys.ts'
import { databaseFileName } from '#main/store/vault.ts'
import { passphrase, questionId, vaultPathIn } from './bench-vault.ts'
import { sqliteBinding } from './places.ts'

const settings = Object.entries(connectionPragmas)
  .map(([name, value]) => `PRAGMA ${name} = ${value};`)
  .join('\n')

/** The raw key of the vault's database. */
export async function databaseKeyOf(folder: string): Promise<Buffer> {
  const keyFile = readKeyListOf(vaultPathIn(folder))
  return deriveSubKeys(await openDataKey(keyFile, passphrase), keyFile.vaultId).database
}

export function openBare(path: string, key: Buffer): Sqlite.Database {
  const database = new Sqlite(path, sqliteBinding === undefined ? {} : { nativeBinding: sqliteBinding })
  database.exec("PRAGMA cipher = 'sqlcipher'; PRAGMA legacy = 4;")
  database.key(Buffer.from(`raw:${key.toString('hex')}`))
  database.exec(settings)
  return database
}

export const databasePathIn = (folder: string) => join(vaultPathIn(folder), databaseFileName)

/** Commits the same row as a save of the product does, one statement in a transaction of its own. */
export interface BareCommit {
  commit(): void
  close(): void
}

/** Opens a copy of the vault's database, so that both write the same pages of the same disk without meeting. */
export function openBareCommit(folder: string, key: Buffer): BareCommit {
  const copy = join(folder, `bare-${randomUUID()}.db`)
  copyFileSync(databasePathIn(folder), copy)
  const database = openBare(copy, key)
  const row = database
    .prepare<[string], { assessment_id: string; content: string }>('SELECT assessment_id, content FROM answer WHERE question_id = ?')
    .get(questionId)
  if (!row) throw new Error(`The bench's vault has no answer to ${questionId}.`)
  const upsert = database.prepare(
    `INSERT INTO answer (assessment_id, question_id, revision, content, saved_at) VALUES (:assessmentId, :questionId, :revision, :content, :savedAt)
     ON CONFLICT (assessment_id, question_id) DO UPDATE SET revision = :revision, content = :content, saved_at = :savedAt`,
  )
  let revision = 1
  return {
    commit: () => {
      revision += 1
      upsert.run({ assessmentId: row.assessment_id, questionId, revision, content: row.content, savedAt: new Date().toISOString() })
    },
    close: () => database.close(),
  }
}
