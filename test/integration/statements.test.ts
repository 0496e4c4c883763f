// Every SQL statement of the product, prepared on the migrated schema and compared with the schema of its rows.
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openSchema, statements } from '#test/support/all-statements.ts'

/** The keys a row schema reads, looking through the transform that follows it. */
function keysOf(schema: z.ZodType): string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape)
  if (schema instanceof z.ZodPipe && schema.in instanceof z.ZodObject) return Object.keys(schema.in.shape)
  throw new Error('A row schema must be an object, or an object with a transform.')
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
