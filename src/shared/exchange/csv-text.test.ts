// A table as CSV comes back as it was, and does nothing in a spreadsheet.
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvText } from './csv-text.ts'

const read = (text: string): string[][] => parse(text, { bom: true, relax_column_count: false })
const cells = fc.array(
  fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('a,b', '"', '=1+1', ' =1', '\n', "'x", 'a; =1', '\n-1', 'b\t"@c')), {
    minLength: 2,
    maxLength: 2,
  }),
  {
    minLength: 1,
  },
)

describe('a table as CSV', () => {
  test('comes back cell by cell, but for the apostrophe before what would be a formula', () => {
    const plain = (rows: readonly (readonly string[])[]) => rows.map((row) => row.map((text) => text.replaceAll("'", '')))
    fc.assert(
      fc.property(cells, (rows) => {
        expect(plain(read(csvText(rows)))).toEqual(plain(rows))
      }),
    )
  })

  test('holds no cell that a spreadsheet would work out', () => {
    fc.assert(
      fc.property(cells, (rows) => {
        expect(
          read(csvText(rows))
            .flat()
            .filter((text) => /^\s*[=+\-@]/.test(text) || /^[\t\r\n]/.test(text)),
        ).toEqual([])
      }),
    )
  })

  test('holds none for a spreadsheet that parts cells at semicolons or tabs, and so knows no quotes in the middle of a line', () => {
    fc.assert(
      fc.property(cells, (rows) => {
        expect(
          csvText(rows)
            .slice(1)
            .split(/[;\t\r\n]/)
            .filter((part) => /^\s*[=+\-@]/.test(part)),
        ).toEqual([])
      }),
    )
    const inside = 'critical; =HYPERLINK("x")\n- 1+cmd|calc!A1;"@SUM(A1)"'
    expect(read(csvText([[inside, '']]))).toEqual([['critical; \'=HYPERLINK("x")\n\'- 1+cmd|calc!A1;"\'@SUM(A1)"', '']])
  })

  test.each(['=cmd|calc!A1', '+1', '-1', '@SUM(A1)', '\t1', '  =HYPERLINK("x")', '\uFF1D1+1', '\uFF0B1'])(
    'takes the formula out of %j',
    (text) => {
      expect(read(csvText([[text, '']]))).toEqual([[`'${text}`, '']])
    },
  )
})
