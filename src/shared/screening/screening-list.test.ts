// Reading lists: by column name, failing closed, and with every row that could not be read named.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { csvOf, listOf } from '#test/generators/screening.ts'
import { readScreeningList } from './screening-list.ts'

const header = 'name,source,type,alt_names'

function codeOf(text: string): string {
  const read = readScreeningList(text)
  return read.ok ? 'read' : read.problem.code
}

function rejected(...lines: readonly string[]): string[] {
  return listOf([header, ...lines].join('\n')).rejected.map(({ line, reason }) => `${line} ${reason}`)
}

function namesOf(cells: { readonly name: string; readonly alt_names?: string }): string[] {
  const [entry] = listOf(csvOf([{ source: 'S', type: '', alt_names: '', ...cells }])).entries
  return entry?.names.map(({ text, kind }) => `${kind} ${text}`) ?? []
}

describe('a list', () => {
  test('of the publisher’s layout is read by column name', () => {
    const sample = readFileSync(new URL('../../../test/fixtures/screening/consolidated-sample.csv', import.meta.url), 'utf8')
    const { entries, rejected: none, rowCount, sources } = listOf(sample)
    expect([entries.length, rowCount, none, sources.length]).toEqual([7, 7, [], 5])
    expect(entries[0]).toMatchObject({
      type: 'not-stated',
      line: 2,
      programs: 'INKSNA',
      names: [{ text: 'Sinobright Import and Export Company', kind: 'primary' }],
    })
    expect(JSON.stringify(entries)).not.toContain('Komitas')
    expect(entries.map(({ addressCountries }) => addressCountries.join(' '))[1]).toBe('AM')
  })

  test('with tabs between its cells is read as well, and a column like any other may hold commas', () => {
    const [entry] = listOf('name\tsource\taddresses\nAcme\tS\t"1 Way, Town, CH; 2 Way, CH; Oslo, NO; at sea"\n').entries
    expect(entry?.addressCountries).toEqual(['CH', 'NO'])
  })

  test('longer than a piece is read as if it were one: rows over several lines, blank lines and broken ones', () => {
    const rows = Array.from({ length: 5_000 }, (_, at) =>
      at % 7 === 0 ? `"Firm ${at}\n\nWorks",S,,` : at % 499 === 0 ? 'b"ad,S,,' : `Firm ${at},S,,`,
    )
    const { entries, rejected: holes, rowCount } = listOf([header, ...rows].join('\n'))
    expect([entries.length, holes.length, rowCount]).toEqual([4_991, 9, 5_000])
    const lines = [header, ...rows].join('\n').split('\n')
    for (const { line, names } of entries)
      expect(lines[line - 1]?.replace('"', '')).toContain(names[0]?.text.split(' Works')[0]?.trim() ?? '?')
    for (const { line } of holes) expect(lines[line - 1]).toBe('b"ad,S,,')
  })

  test('with a quote that is never closed loses that row and no other, at the end of a piece too', () => {
    const firms = (from: number, count: number) => Array.from({ length: count }, (_, at) => `Firm ${from + at},S,,`)
    for (const before of [1_998, 1_999]) {
      const { entries, rejected: holes } = listOf([header, ...firms(0, before), '"open,S,,', ...firms(9_000, 18_000)].join('\n'))
      expect([before, entries.length, holes]).toEqual([before, before + 18_000, [{ line: before + 2, reason: 'not-csv' }]])
    }
  })

  test.each([
    ['without a name column', 'source,type\nA,B', 'column-missing'],
    ['without a source column', 'name\nA', 'column-missing'],
    ['with two name columns', 'name,source,Name\nA,B,C', 'column-twice'],
    ['that is empty', '', 'no-header'],
    ['that is only a header', header, 'empty'],
    ['that is only quotes', '"'.repeat(3), 'no-header'],
    ['with too many bad rows', `${header}\n${'too,few\n'.repeat(11)}`, 'too-many-rejected'],
    ['with too many broken quotes', `${header}\n${'a"b,c,d,e\n'.repeat(11)}`, 'too-many-rejected'],
  ])('%s is refused', (_, text, code) => {
    expect(codeOf(text)).toBe(code)
  })

  test('longer than any list is not read', () => {
    expect(codeOf('x'.repeat(200_000_001))).toBe('too-large')
  })

  test('names each row it could not read, and reads the next', () => {
    expect(
      rejected('A,S,,', '"open,S,,', 'B,S,,', 'few,S', '', ' ,S,,', 'b"ad,S,,', '"two\nlines",S,,', `"${'x'.repeat(300_000)}`, 'C,S,,'),
    ).toEqual(['3 not-csv', '5 other-length', '7 no-name', '8 not-csv', '11 not-csv'])
    const { entries } = listOf(`${header}\nA,S,,\n"open,S,,\n\n"bad"ly,S,,\nB,S,Starship,\n`)
    expect(entries.map(({ line, type, names }) => [line, type, names[0]?.text])).toEqual([
      [2, 'not-stated', 'A'],
      [6, 'not-stated', 'B'],
    ])
  })

  test('may repeat its header, use capitals in it, and write a blank before a name', () => {
    const { entries, rowCount } = listOf('NAME,Source, Type \nName,Source,Type\nNAME,Source, Type \n ACME,S,Individual\n')
    expect(entries.map(({ type, names }) => [type, names[0]?.text])).toEqual([
      ['not-stated', 'Name'],
      ['individual', 'ACME'],
    ])
    expect(rowCount).toBe(2)
  })

  test('knows its entries by the column it has for that', () => {
    const ids = (column: string) => listOf(`name,source,${column}\nA,S,7`).entries.map((entry) => entry.id)
    expect(['_id', 'id', 'entity_number', 'other'].map(ids)).toEqual([['7'], ['7'], ['7'], ['']])
  })
})

describe('the names of an entry', () => {
  test('are the primary one, those in brackets and the aliases, each once', () => {
    expect(namesOf({ name: 'Acme (f.k.a. Zenith Works) AG', alt_names: 'Acme Works; Zenith Works;and Engineer Co; ' })).toEqual([
      'primary Acme AG',
      'alias Zenith Works',
      'alias Acme Works',
      'alias Engineer Co',
    ])
  })

  test.each([
    ['Acme; and any successor, sub-unit, or subsidiary thereof', 'Acme'],
    ['Acme and its sub-units and successors', 'Acme'],
    ['Acme and Sons', 'Acme and Sons'],
  ])('leave out who comes after: %s', (name, expected) => {
    expect(namesOf({ name })).toEqual([`primary ${expected}`])
  })
})
