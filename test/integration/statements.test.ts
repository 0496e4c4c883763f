// Every SQL statement of the product, prepared on the migrated schema and compared with the schema of its rows.
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openConnection } from '#main/store/connection.ts'
import { openDataKey } from '#main/store/keys/open-keys.ts'
import { readKeyListOf } from '#main/store/keys/key-store.ts'
import { deriveSubKeys } from '#main/store/keys/sub-keys.ts'
import type { Command, Query } from '#main/store/statement.ts'
import { createVault } from '#main/store/vault.ts'
import { passphrase, temporaryFolder, vaultEnvironment } from '../support/vault-place.ts'

const modules = import.meta.glob<Record<string, unknown>>(
  ['../../src/main/features/*/queries.ts', '../../src/main/records/*.ts', '../../src/main/store/*.ts', '../../src/main/store/salvage/*.ts'],
  { eager: true },
)

type Statement = Command | Query<z.ZodType>

function isStatement(value: unknown): value is Statement {
  return (
    typeof value === 'object' && value !== null && 'sql' in value && 'kind' in value && (value.kind === 'query' || value.kind === 'command')
  )
}

const statements = Object.entries(modules).flatMap(([file, exported]) =>
  Object.entries(exported).flatMap(([name, value]) =>
    isStatement(value) ? [{ place: `${file.replace('../../src/main/', '')} ${name}`, statement: value }] : [],
  ),
)

/** The keys a row schema reads, looking through the transform that follows it. */
function keysOf(schema: z.ZodType): string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape)
  if (schema instanceof z.ZodPipe && schema.in instanceof z.ZodObject) return Object.keys(schema.in.shape)
  throw new Error('A row schema must be an object, or an object with a transform.')
}

async function openSchema() {
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

describe('every statement', () => {
  test('is found', () => {
    expect(statements.length).toBeGreaterThan(40)
  })

  test('prepares on the schema, and a query gives the columns its rows are read by', async () => {
    const connection = await openSchema()
    for (const { place, statement } of statements) {
      const prepared = connection.prepare(statement.sql)
      expect(prepared.reader, place).toBe(statement.kind === 'query')
      if (statement.kind === 'query') {
        expect(
          prepared
            .columns()
            .map((column) => column.name)
            .sort(),
          place,
        ).toEqual(keysOf(statement.row).sort())
      }
    }
    connection.close()
  })

  test('works on STRICT tables only', async () => {
    const connection = await openSchema()
    const Table = z.looseObject({ name: z.string(), strict: z.int(), schema: z.string(), type: z.string() })
    const tables = z.array(Table).parse(connection.pragma('table_list'))
    const own = tables.filter((table) => table.schema === 'main' && table.type === 'table' && !table.name.startsWith('sqlite_'))
    expect(own.length).toBeGreaterThan(10)
    expect(own.filter((table) => table.strict !== 1)).toEqual([])
    connection.close()
  })
})
