// Salvage against every kind of rot: whatever stands on intact pages is in the new vault, and nothing else is.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { lostPartyName } from '#main/store/salvage/stand-ins.ts'
import { pageSizeBytes, saltSizeBytes } from '#main/store/salvage/encrypted-pages.ts'
import { type DamagedDatabase, openDamagedDatabase, type Salvaged } from '../support/damaged-database.ts'
import { recordFigure } from '../trust/support/figures.ts'
import { rounds, seededRandom, spread } from '../trust/support/rounds.ts'

let sound: DamagedDatabase

beforeAll(async () => {
  sound = await openDamagedDatabase()
})
afterAll(() => sound.remove())

// Made anew or kept as evidence, not taken over as they are.
const apart = new Set(['migration', 'audit', 'vault'])
const Aside = z.object({ table_name: z.string(), content: z.string() })
const HistoryRow = z.object({ sequence: z.int(), hash: z.string() })
const historyOf = (rows: readonly string[] = []) => rows.map((row) => JSON.stringify(HistoryRow.parse(JSON.parse(row))))

/** Rows that were saved, kept aside or kept as evidence, each with its table; throws when one is not as it was. */
function countKept({ rows, report }: Salvaged): Map<string, number> {
  const kept = new Map<string, number>()
  // Put in for lost ones: the relationship that the one third party was assessed in.
  const standInRelationships = new Set(report.standIns.relationships > 0 ? rows.get('relationship') : [])
  for (const [table, before] of sound.rows) {
    if (apart.has(table)) continue
    const after = (rows.get(table) ?? []).filter((row) => !row.includes(lostPartyName) && !standInRelationships.has(row))
    expect(
      after.filter((row) => !before.includes(row)),
      table,
    ).toEqual([])
    kept.set(table, after.length)
  }
  const entries = historyOf(rows.get('salvage_history'))
  const oldEntries = historyOf(sound.rows.get('audit'))
  expect(entries.filter((entry) => !oldEntries.includes(entry))).toEqual([])
  kept.set('audit', entries.length)
  for (const row of rows.get('salvage_remainder') ?? []) {
    const { table_name: table } = Aside.parse(JSON.parse(row))
    kept.set(table, (kept.get(table) ?? 0) + 1)
  }
  return kept
}

/** How many rows may be lost with these pages, by SQLite's own account of what is on them. */
function mostLost(numbers: Iterable<number>): number {
  let lost = 0
  for (const number of numbers) {
    const page = sound.pages.get(number)
    if (page === undefined || page.name.startsWith('sqlite_') || page.name === 'assessment_by_third_party') continue
    const isRowidTable = ['report', 'signer', 'pack', 'organization', 'audit', 'vault', 'migration'].includes(page.name)
    if (apart.has(page.name) && page.name !== 'audit') continue
    if (page.pagetype === 'leaf') lost += page.ncell
    // The inner pages of a table without rowid hold rows; those of others only the way to them.
    if (page.pagetype === 'internal') lost += isRowidTable ? 0 : page.ncell
    if (page.pagetype === 'overflow') lost += 1
  }
  return lost
}

const sum = (counts: Map<string, number>) => [...counts.values()].reduce((total, count) => total + count, 0)
const allRows = () => [...sound.rows].reduce((total, [table, rows]) => total + (apart.has(table) && table !== 'audit' ? 0 : rows.length), 0)

const zeroed = (numbers: Iterable<number>) => {
  const damaged = Buffer.from(sound.bytes)
  for (const number of numbers) damaged.fill(0, (number - 1) * pageSizeBytes, number * pageSizeBytes)
  return damaged
}
const flipBit = (bytes: Buffer, at: number, bit: number) => bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << bit), at)
/** Flips a bit of a page, zeroes it or puts another one in its place; never its salt, which is tried by itself. */
function harm(bytes: Buffer, number: number, how: { readonly random: () => number; readonly other: number }): void {
  const at = (number - 1) * pageSizeBytes
  const start = number === 1 ? saltSizeBytes : 0
  const kind = Math.floor(how.random() * 3)
  if (kind === 0) flipBit(bytes, at + start + Math.floor(how.random() * (pageSizeBytes - start)), Math.floor(how.random() * 8))
  if (kind === 1) bytes.fill(0, at + start, at + pageSizeBytes)
  if (kind === 2) sound.bytes.copy(bytes, at + start, (how.other - 1) * pageSizeBytes + start, how.other * pageSizeBytes)
}
const salts = () => [sound.bytes.subarray(0, saltSizeBytes)]

describe('salvage', () => {
  test('of a sound vault loses nothing, begins a new history that says so and keeps the old one', () => {
    const salvaged = sound.salvage(sound.bytes)
    expect(salvaged.report).toMatchObject({ isAnythingLost: false, pages: { damaged: 0 }, history: { isUnbroken: true, missing: [] } })
    for (const [table, rows] of sound.rows)
      if (!apart.has(table)) expect(salvaged.rows.get(table)?.toSorted(), table).toEqual(rows.toSorted())
    expect(salvaged.rows.get('audit')).toHaveLength(1)
    expect(salvaged.rows.get('audit')?.[0]).toContain('vault.salvage')
    expect(historyOf(salvaged.rows.get('salvage_history'))).toEqual(historyOf(sound.rows.get('audit')))
    expect(salvaged.rows.get('salvage_remainder')).toEqual([])
  })

  test('gives back every row that is not on the one damaged page, whichever page that is', () => {
    const total = allRows()
    const tried = spread(rounds({ short: 60, long: sound.pageCount }), sound.pageCount)
    for (const number of tried) {
      const salvaged = sound.salvage(zeroed([number]), salts())
      const place = `page ${number}: ${JSON.stringify(sound.pages.get(number))}`
      expect(sum(countKept(salvaged)), place).toBeGreaterThanOrEqual(total - mostLost([number]))
      expect(salvaged.report.pages, place).toMatchObject({ all: sound.pageCount, damaged: 1 })
      const { isAnythingLost } = salvaged.report
      expect(isAnythingLost || mostLost([number]) === 0, place).toBe(true)
    }
    recordFigure({
      requirement: 'F11',
      measure: 'faults injected',
      count: tried.length,
      what: 'pages lost one at a time, all other rows salvaged',
    })
  }, 300_000)

  test('gives back every row on intact pages when several are flipped, zeroed, swapped or cut off, and never a wrong one', () => {
    const random = seededRandom(21)
    const total = allRows()
    const anyPage = () => 1 + Math.floor(random() * sound.pageCount)
    const tries = rounds({ short: 40, long: 1_000 })
    for (let turn = 0; turn < tries; turn += 1) {
      const pages = new Set(Array.from({ length: 1 + Math.floor(random() * 12) }, anyPage))
      const damaged = Buffer.from(sound.bytes)
      for (const number of pages) harm(damaged, number, { random, other: anyPage() })
      const kept = countKept(sound.salvage(damaged))
      expect(sum(kept), `turn ${turn}: ${[...pages].join(' ')}`).toBeGreaterThanOrEqual(total - mostLost(pages))
    }
    recordFigure({ requirement: 'F11', measure: 'faults injected', count: tries, what: 'salvages of up to 12 damaged pages' })
    recordFigure({ requirement: 'F11', measure: 'wrong data shown', count: 0, what: 'rows of salvaged vaults' })
  }, 600_000)

  test('gives back what is before the place where a file was cut off', () => {
    const total = allRows()
    for (const share of [0.2, 0.5, 0.9]) {
      const length = Math.floor(sound.bytes.length * share)
      const lost = Array.from({ length: sound.pageCount }, (_, index) => index + 1).filter((number) => number * pageSizeBytes > length)
      const kept = countKept(sound.salvage(sound.bytes.subarray(0, length)))
      expect(sum(kept)).toBeGreaterThanOrEqual(total - mostLost(lost))
    }
  })
})

/** The pages of a table, as SQLite names them. */
const pagesOf = (table: string) => [...sound.pages].flatMap(([number, page]) => (page.name === table ? [number] : []))

describe('records that belong together', () => {
  test('stay readable under a stand-in when their third party is lost, and the report says so', () => {
    const { report, rows } = sound.salvage(zeroed(pagesOf('third_party')))
    const tableOf = (name: string) => report.tables.find((table) => table.name === name)
    expect(tableOf('third_party')).toMatchObject({ saved: 0, damagedPages: 1 })
    expect(rows.get('third_party')).toEqual([expect.stringContaining('(lost in the damage of the vault)')])
    for (const name of ['assessment', 'answer', 'report'])
      expect(tableOf(name)).toMatchObject({ saved: sound.rows.get(name)?.length, keptAside: 0 })
    expect(report).toMatchObject({ standIns: { thirdParties: 1, relationships: 0 }, isAnythingLost: true })
  })

  test('are given a relationship again, the one they were assessed in', () => {
    const { report, rows } = sound.salvage(zeroed(pagesOf('relationship')))
    expect(rows.get('relationship')).toEqual(sound.rows.get('relationship'))
    expect(report.standIns).toEqual({ thirdParties: 0, relationships: 1 })
  })

  test('are kept aside as text when what they belong to is lost, and the report says so', () => {
    const { report, rows } = sound.salvage(zeroed(pagesOf('assessment')))
    const tableOf = (name: string) => report.tables.find((table) => table.name === name)
    expect(tableOf('assessment')).toMatchObject({ saved: 0, damagedPages: 1 })
    expect(tableOf('answer')).toMatchObject({ saved: 0, keptAside: sound.rows.get('answer')?.length })
    expect(tableOf('crown_jewel')).toMatchObject({ saved: sound.rows.get('crown_jewel')?.length, keptAside: 0 })
    expect(rows.get('salvage_remainder')?.filter((row) => row.includes('what it belongs to is lost')).length).toBeGreaterThan(50)
  })

  test('stand again when only their question pack is lost and the program has it', () => {
    const Pack = z.object({ sha256: z.string(), pack_id: z.string(), version: z.string(), content: z.string() })
    const packs = (sound.rows.get('pack') ?? []).map((row) => Pack.parse(JSON.parse(row)))
    const damaged = zeroed(pagesOf('pack'))
    expect(sound.salvage(damaged).rows.get('assessment')).toEqual([])
    const helped = sound.salvage(damaged, [], (sha256) => packs.find((pack) => pack.sha256 === sha256) ?? null)
    expect(helped.rows.get('assessment')?.toSorted()).toEqual(sound.rows.get('assessment')?.toSorted())
    expect(helped.rows.get('answer')).toHaveLength(sound.rows.get('answer')?.length ?? -1)
  })

  test('of which only a part is lost are named as far as they can be read', () => {
    const [number] = [...sound.pages].find(([, page]) => page.name === 'report' && page.pagetype === 'overflow') ?? []
    const { report } = sound.salvage(zeroed([number ?? 0]))
    const cut = report.tables.find(({ name }) => name === 'report')
    expect(cut).toMatchObject({ saved: 0, cutOff: 1, damagedPages: 1, cutOffKeys: [expect.stringMatching(/^1 [0-9a-f-]{36}/)] })
  })
})

describe('the first bytes of the file, without which no page opens', () => {
  test('are put right when one bit is wrong, or taken from a backup', () => {
    for (const bit of [0, 77, 127]) {
      const damaged = Buffer.from(sound.bytes)
      flipBit(damaged, bit >> 3, bit & 7)
      expect(sound.reader(damaged)?.page(2)).not.toBeNull()
    }
    expect(sound.reader(zeroed([1]))).toBeNull()
    expect(sound.reader(zeroed([1]), [Buffer.alloc(16), ...salts()])).not.toBeNull()
  })

  test('of nothing, or of another file, open nothing', () => {
    expect(sound.reader(Buffer.alloc(0))).toBeNull()
    expect(sound.reader(Buffer.alloc(8_192, 7))).toBeNull()
  })
})
