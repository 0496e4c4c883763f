// Times of time-stamps: with and without fractions, and nothing else.
import { describe, expect, test } from 'vitest'
import { DerError, readDer } from './der-reader.ts'
import { readGeneralizedTime } from './generalized-time.ts'

const node = (text: string) => readDer(Buffer.concat([Uint8Array.of(0x18, text.length), Buffer.from(text, 'latin1')]))

describe('the time of a time-stamp', () => {
  test.each([
    ['20261122100000Z', '2026-11-22T10:00:00.000Z'],
    ['20261122100000.5Z', '2026-11-22T10:00:00.500Z'],
    ['20261122100000.123456Z', '2026-11-22T10:00:00.123Z'],
  ])('%s is %s', (text, expected) => {
    expect(readGeneralizedTime(node(text)).toISOString()).toBe(expected)
  })

  test.each(['202611221000Z', '20261122100000', '20261122100000.50Z', '20261122100000+0100', '20261399100000Z', ''])(
    '%s is refused',
    (text) => {
      expect(() => readGeneralizedTime(node(text))).toThrow(DerError)
    },
  )

  test('is refused when it is not there', () => {
    expect(() => readGeneralizedTime(undefined)).toThrow(DerError)
  })
})
