// What may be typed: everything a person means, nothing that steers a terminal or breaks a line.
import { describe, expect, test } from 'vitest'
import { line, prose, requiredLine, spellOut } from './text.ts'

describe('a line', () => {
  test.each(['', 'Kestrel Ltd', '名古屋 😀', 'tab\tbetween', 'O’Neill — "R&D"', 'שלום'])('takes %j', (text) => {
    expect(line(50).safeParse(text).success).toBe(true)
  })

  test.each(['a\nb', 'a\u2028b', 'a\u2029b', 'a\u0085b', 'a\u009b31mb', 'a\u001b[31mb', 'a\u0000b', 'a\u007fb', 'a\ud800b', 'a\rb'])(
    'refuses %j',
    (text) => {
      expect(line(50).safeParse(text).success).toBe(false)
    },
  )

  test('that is required is not blank, and none is longer than it may be', () => {
    expect(requiredLine(50).safeParse(' \u3000').success).toBe(false)
    expect(line(3).safeParse('abcd').success).toBe(false)
  })
})

describe('prose', () => {
  test('has line breaks, and no other control characters', () => {
    expect(prose(50).safeParse('one\ntwo\u2028three').success).toBe(true)
    expect(prose(50).safeParse('one\u009btwo').success).toBe(false)
  })
})

describe('text out of a stranger’s file', () => {
  test('shows what would steer a terminal, break a line or reorder it', () => {
    expect(spellOut('Dana\nIntegrity: intact')).toBe('Dana‹U+000A›Integrity: intact')
    expect(spellOut('\u001b[2J\u009b1m\u202edp\ud800')).toBe('‹U+001B›[2J‹U+009B›1m‹U+202E›dp‹U+D800›')
    expect(spellOut('Dana Whitfield 名 😀')).toBe('Dana Whitfield 名 😀')
  })
})
