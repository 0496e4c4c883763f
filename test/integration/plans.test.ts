// How SQLite carries out the statements of the product: no list, however long, reads through what grows with the answers.
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openSchema, statements } from '#test/support/all-statements.ts'

/** A vault may hold a million rows of these. */
const longTables = ['answer', 'answer_revision', 'open_finding']
const PlanRows = z.array(z.looseObject({ detail: z.string() }))

/** Statements that may read through one of them, and why. */
const exceptions: Readonly<Record<string, string>> = {
  'store/backup.ts readRecordCounts reads all of answer': 'a backup copies every page of the file anyway, and counts what it copied',
}

type Schema = Awaited<ReturnType<typeof openSchema>>

function planOf(connection: Schema, sql: string): string[] {
  const parameters = Object.fromEntries([...sql.matchAll(/:([a-zA-Z]\w*)/g)].map(([, name]) => [name ?? '', null]))
  return PlanRows.parse(connection.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(parameters)).map(({ detail }) => detail)
}

/** The long tables that a plan reads from end to end, without an index that leads to the rows that are wanted. */
function scannedIn(plan: readonly string[]): string[] {
  return longTables.filter((table) => plan.some((step) => new RegExp(`^SCAN ${table}( |$)`).test(step)))
}

/** What a search as one types reads through: ten thousand narrow rows, in under a millisecond. */
const searches = new Set(['findThirdParties'])

/** Every table that a plan reads row by row without an index; what it made itself does not count. */
function readThrough(plan: readonly string[]): string[] {
  const made = new Set(plan.flatMap((step) => /^(?:CO-ROUTINE|MATERIALIZE) (.+)$/.exec(step)?.[1] ?? []))
  return plan.filter((step) => {
    const name = /^SCAN (\S+|\(.+?\))$/.exec(step)?.[1]
    return name !== undefined && !made.has(name)
  })
}

describe('the plan of every statement', () => {
  test('reads no table through that grows with the answers', async () => {
    const connection = await openSchema()
    const scans = statements.flatMap(({ place, statement }) =>
      scannedIn(planOf(connection, statement.sql)).map((table) => `${place} reads all of ${table}`),
    )
    expect(scans).toEqual(Object.keys(exceptions))
    connection.close()
  })

  test('of Home finds what it shows by an index, because Home is read anew after every change', async () => {
    const connection = await openSchema()
    const ofHome = statements.filter(({ place }) => place.startsWith('features/home/') && !searches.has(place.split(' ').at(-1) ?? ''))
    expect(ofHome.length).toBeGreaterThan(10)
    const scans = ofHome.flatMap(({ place, statement }) =>
      readThrough(planOf(connection, statement.sql)).map((step) => `${place}: ${step}`),
    )
    expect(scans).toEqual([])
    expect(readThrough(planOf(connection, 'SELECT count(*) FROM third_party_summary WHERE country = :id'))).toEqual([
      'SCAN third_party_summary',
    ])
    connection.close()
  })

  test('would tell of one that does', async () => {
    const connection = await openSchema()
    expect(scannedIn(planOf(connection, 'SELECT count(*) FROM answer WHERE instr(content, :id) > 0'))).toEqual(['answer'])
    expect(scannedIn(planOf(connection, 'SELECT content FROM answer WHERE assessment_id = :id'))).toEqual([])
    connection.close()
  })
})
