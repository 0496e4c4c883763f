// A table as CSV comes back as it was, and does nothing in a spreadsheet.
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvText } from './csv-text.ts'

const read = (text: string): string[][] => parse(text, { bom: true, relax_column_count: false })
const cells = fc.array(
  fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('a,b', '"', '=1+1', ' =1', '\n', "'x")), {
    minLength: 2,
    maxLength: 2,
  }),
  {
    minLength: 1,
  },
)

describe('a table as CSV', () => {
  test('comes back cell by cell, but for the apostrophe before what would be a formula', () => {
    fc.assert(
      fc.property(cells, (rows) => {
        const back = read(csvText(rows))
        expect(back.map((row) => row.map((text, index) => (text.startsWith("'") && index >= 0 ? text.slice(1) : text)))).toEqual(
          rows.map((row) => row.map((text) => (text.startsWith("'") ? text.slice(1) : text))),
        )
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

  test.each(['=cmd|calc!A1', '+1', '-1', '@SUM(A1)', '\t=1', '  =HYPERLINK("x")'])('takes the formula out of %j', (text) => {
    expect(read(csvText([[text, '']]))).toEqual([[`'${text}`, '']])
  })
})
