// Every SQL statement of the product, prepared on the migrated schema and compared with the schema of its rows.
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { standingTables } from '#main/records/kept-by-party.ts'
import { partyTables } from '#main/records/kept-reading.ts'
import { changedTable } from '#main/store/derived-tables.ts'
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

  test('that changes rows begins with the table, and the rows that lists of third parties and assessments rest on change by no other way', async () => {
    const commands = statements.flatMap(({ statement }) => (statement.kind === 'command' ? [statement.sql] : []))
    const kept = [...new Set([...partyTables, ...standingTables])]
    expect(commands.map(changedTable)).not.toContain(null)
    expect(commands.map(changedTable)).toEqual(expect.arrayContaining(kept))
    const connection = await openSchema()
    const Cells = z.array(z.looseObject({ cell: z.string() }))
    const read = (sql: string) => Cells.parse(connection.prepare(sql).all()).map(({ cell }) => cell)
    const named = kept.join('|')
    const byTrigger = (sql: string) => new RegExp(`(INTO|UPDATE|DELETE FROM) (${named}) `).test(sql.slice(sql.indexOf('BEGIN')))
    const triggers = read("SELECT sql AS cell FROM sqlite_schema WHERE type = 'trigger'")
    expect(triggers.length).toBeGreaterThan(40)
    expect(triggers.filter(byTrigger)).toEqual([])
    expect(byTrigger('CREATE TRIGGER one AFTER INSERT ON answer BEGIN UPDATE third_party SET note = 1; END')).toBe(true)
    // An assessment takes its outcome along, but none is ever removed.
    expect(commands.filter((sql) => sql.includes('DELETE FROM assessment ') || sql.includes('REPLACE INTO assessment '))).toEqual([])
    for (const table of kept) {
      const parents = read(
        `SELECT "table" AS cell FROM pragma_foreign_key_list('${table}') WHERE on_delete <> 'NO ACTION' OR on_update <> 'NO ACTION'`,
      )
      expect(parents, table).toEqual(parents.map(() => (table === 'assessment_outcome' ? 'assessment' : 'third_party')))
    }
    expect(read("SELECT on_delete AS cell FROM pragma_foreign_key_list('assessment') WHERE \"table\" = 'third_party'")).toEqual([
      'NO ACTION',
    ])
    connection.close()
  })

  test('that names the third party whose rows alone it changes finds them by it', () => {
    const naming = statements.flatMap(({ place, statement: { kind, sql, ...rest } }) =>
      kind === 'command' && 'ofParty' in rest && rest.ofParty !== undefined ? [{ place, sql, ofParty: rest.ofParty }] : [],
    )
    expect(naming.length).toBeGreaterThan(5)
    const finds = ({ sql, ofParty }: { readonly sql: string; readonly ofParty: string }) =>
      new RegExp(`(third_party_id|\\bid) = :${ofParty}\\b|INSERT INTO \\w+ \\([^)]*third_party_id`).test(sql)
    expect(naming.filter((one) => !finds(one)).map(({ place }) => place)).toEqual([])
    expect(finds({ sql: 'UPDATE assessment SET as_of = :asOf WHERE relationship = :kind', ofParty: 'kind' })).toBe(false)
  })
})
