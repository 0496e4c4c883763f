// Lists as text: every usual encoding and separator gives the same rows, and what is no list is refused.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCsvTable, separatorOf, separators } from './csv-table.ts'
import { decodeText } from '#main/records/decode-text.ts'
import { listLimits } from './limits.ts'

const text = 'Name,Città\r\n"Müller, Söhne – KG",Köln\r\n'
const utf16le = Buffer.from(text, 'utf16le')
const utf16be = Buffer.from(utf16le).swap16()
const windows1252 = Buffer.from([...text].map((character) => (character === '–' ? 0x96 : character.charCodeAt(0))))

describe('a text file', () => {
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 LE', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16le])],
    ['UTF-16 BE', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16be])],
    ['UTF-16 LE', utf16le],
    ['UTF-16 BE', utf16be],
    ['Windows-1252', windows1252],
  ])('in %s reads the same', (encoding, bytes) => {
    const read = decodeText(bytes)
    expect(read.encoding).toBe(encoding)
    expect(readCsvTable(read.text, separatorOf(read.text)).rows).toEqual([
      { number: 1, cells: ['Name', 'Città'] },
      { number: 2, cells: ['Müller, Söhne – KG', 'Köln'] },
    ])
  })

  test.each([
    ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1, 2, 0xff, 0])],
    ['half of UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from([0x00, 0xd8])])],
    ['a mark of UTF-8 before what is none', Buffer.from([0xef, 0xbb, 0xbf, 0xff, 0xff])],
  ])('is not %s', (_, bytes) => {
    expect(() => decodeText(bytes)).toThrow('not a text file')
  })
})

describe('a CSV file', () => {
  test.each(separators)('may separate its cells by %j', (separator) => {
    const list = [
      ['Name', 'Country'],
      ['Kestrel, Ltd; of | Cork', 'IE'],
    ]
    const csv = list.map((row) => row.map((cell) => `"${cell}"`).join(separator)).join('\n')
    expect(separatorOf(csv)).toBe(separator)
    expect(readCsvTable(csv, separator).rows.map(({ cells }) => cells)).toEqual(list)
  })

  test('of one column has the comma', () => {
    expect(separatorOf('Name\nKestrel\n')).toBe(',')
    expect(separatorOf('')).toBe(',')
    expect(separatorOf('x'.repeat(100_000))).toBe(',')
  })

  test('comes back as it was written, whatever stands in its cells', () => {
    const cell = fc.string({ unit: 'binary' }).map((value) =>
      value
        .toWellFormed()
        .replaceAll(/[\u0000\u001A\uFEFF\r\n]/gu, '')
        .trim(),
    )
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 10 })
    fc.assert(
      fc.property(table, fc.constantFrom(...separators), (rows, separator) => {
        const csv = rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(separator)).join('\n')
        const read = readCsvTable(csv, separator)
        expect(read.badLines).toEqual([])
        expect(read.rows.map(({ cells }) => cells)).toEqual(rows.filter((row) => row.some((value) => value !== '')))
      }),
      { numRuns: 300 },
    )
  })

  test('keeps lines within a cell, numbers rows by their first line and names lines that are broken', () => {
    const { rows, badLines } = readCsvTable('Name,Note\n"Kestrel","two\nlines"\nbro"ken,x\nHarrier,\n', ',')
    expect(rows).toEqual([
      { number: 1, cells: ['Name', 'Note'] },
      { number: 2, cells: ['Kestrel', 'two\nlines'] },
      { number: 5, cells: ['Harrier', ''] },
    ])
    expect(badLines).toEqual([4])
  })

  test('keeps formulas as text and cuts a huge cell', () => {
    const { rows } = readCsvTable(`=1+1,@SUM(1)\n${'x'.repeat(20_000)},y`, '|')
    expect(rows.map(({ cells }) => cells[0])).toEqual(['=1+1,@SUM(1)', 'x'.repeat(listLimits.cellLength + 1)])
  })

  test('with too much of anything is refused', () => {
    expect(() => readCsvTable('x\n'.repeat(listLimits.rows + 1), ',')).toThrow('50,000 rows')
    expect(() => readCsvTable('\n'.repeat(listLimits.lines + 1), ',')).toThrow('50,000 rows')
    expect(() => readCsvTable(`${','.repeat(listLimits.columns)}x`, ',')).toThrow('200 columns')
    expect(readCsvTable(`x${','.repeat(listLimits.columns + 50)}`, ',').rows[0]?.cells).toHaveLength(listLimits.columns)
    expect(() => readCsvTable('a"b\n'.repeat(60), ',')).toThrow('could not be read as a list')
  })
})
