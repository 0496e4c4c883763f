// Every SQL statement that the product exports, and an empty database of its schema to prepare them on.
import { join } from 'node:path'
import type Sqlite from 'better-sqlite3'
import type { z } from 'zod'
import { openConnection } from '#main/store/connection.ts'
import { openDataKey } from '#main/store/keys/open-keys.ts'
import { readKeyListOf } from '#main/store/keys/key-store.ts'
import { deriveSubKeys } from '#main/store/keys/sub-keys.ts'
import type { Command, Query } from '#main/store/statement.ts'
import { createVault } from '#main/store/vault.ts'
import { passphrase, temporaryFolder, vaultEnvironment } from './vault-place.ts'

const modules = import.meta.glob<Record<string, unknown>>(
  ['../../src/main/features/*/queries.ts', '../../src/main/{records,store,store/salvage}/*.ts', '!**/*.test.ts'],
  { eager: true },
)

type Statement = Command | Query<z.ZodType>

function isStatement(value: unknown): value is Statement {
  return (
    typeof value === 'object' && value !== null && 'sql' in value && 'kind' in value && (value.kind === 'query' || value.kind === 'command')
  )
}

/** Each with its file and name, such as `records/pack.ts addPack`. */
export const statements = Object.entries(modules).flatMap(([file, exported]) =>
  Object.entries(exported).flatMap(([name, value]) =>
    isStatement(value) ? [{ place: `${file.replace('../../src/main/', '')} ${name}`, statement: value }] : [],
  ),
)

/** The database of a new vault, to be closed by the caller. */
export async function openSchema(): Promise<Sqlite.Database> {
  const directory = join(temporaryFolder(), 'Example.gatehouse')
  await createVault(directory, passphrase, vaultEnvironment())
  const keyFile = readKeyListOf(directory)
  const keys = deriveSubKeys(await openDataKey(keyFile, passphrase), keyFile.vaultId)
  return openConnection({
    path: join(directory, 'vault.db'),
    key: keys.database,
    mustExist: true,
    isReadOnly: false,
    sqliteBinding: undefined,
  })
}
