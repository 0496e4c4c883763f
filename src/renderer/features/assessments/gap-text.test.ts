import { expect, test } from 'vitest'
import { gapText } from './gap-text.ts'

const gaps: readonly (readonly [number, number, string])[] = [
  [3929, 6071, '39–61 %'],
  [0, 10_000, '0–100 %'],
  [4000, 4000, '40 %'],
  [1075, 1075, '11 %'],
  [3901, 3999, '39–40 %'],
  [5556, 7143, '56–71 %'],
  [2037, 2037, '20.4 %'],
  [2004, 7049, '20.04–70.5 %'],
]

test.each(gaps)('a gap from %i to %i basis points reads as in the report: %s', (loBp, hiBp, text) => {
  expect(gapText({ loBp, hiBp })).toBe(text)
})
