// What a hostile report can make us print again has an end, wherever it is put.
import { describe, expect, test } from 'vitest'
import { portfolioCase } from '#test/golden/portfolio-case.ts'
import { isTooLargeToPrint } from './printable-size.ts'

const rows = (count: number, row: unknown = {}) => Array.from({ length: count }, () => row)

describe('the data of a report', () => {
  test('is not too large with as many third parties as a portfolio of ours that is printed again', () => {
    expect(isTooLargeToPrint(portfolioCase(2_000))).toBe(false)
  })

  test.each([
    ['a long list', { comments: rows(2_001) }],
    ['a long list deep inside', { result: { domains: [{ contributions: rows(2_001) }] } }],
    ['many lists', { parties: rows(11, { flags: rows(1_900) }) }],
    ['much text', { comments: rows(900, { text: 'x'.repeat(5_000) }) }],
  ])('is too large with %s', (_name, document) => {
    expect(isTooLargeToPrint(document)).toBe(true)
  })
})
