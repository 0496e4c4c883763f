// Text on paper: every character is either set by one bundled font or spelled out so that a reader sees it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { resourcesDirectory } from '#test/golden/report-case.ts'
import { createTextPrinter, printableJson } from './printable-text.ts'

const fonts = z
  .object({ families: z.array(z.object({ id: z.string(), ranges: z.array(z.int()) })) })
  .parse(JSON.parse(readFileSync(join(resourcesDirectory, 'fonts', 'fonts.json'), 'utf8')))
const printer = createTextPrinter(fonts.families.filter((family) => family.id !== 'serif' && family.id !== 'mono'))

describe('printable text', () => {
  test.each([
    ['plain words and punctuation!', 'plain words and punctuation!'],
    ['Ünïcode: Ελληνικά Кириллица Tiếng Việt', 'Ünïcode: Ελληνικά Кириллица Tiếng Việt'],
    ['你好 漢字 かな 한국어', '你好 漢字 かな 한국어'],
    ['مرحبا שלום हिन्दी ไทย', 'مرحبا שלום हिन्दी ไทย'],
    ['e\u0301', 'e\u0301'],
    ['smile 😀', 'smile ‹U+1F600›'],
    ['left\u202Eright', 'left‹U+202E›right'],
    ['zero\u200Bwidth', 'zero‹U+200B›width'],
    ['soft\u00ADhyphen', 'soft‹U+00AD›hyphen'],
    ['private \uE000', 'private ‹U+E000›'],
    ['lone \uD800', 'lone ‹U+D800›'],
    ['rare 𠀀', 'rare ‹U+20000›'],
    ['two\nlines\tand a tab', 'two\nlines\tand a tab'],
    ['two\nlines with ü', 'two\nlines with ü'],
  ])('%j prints as %j', (text, expected) => {
    expect(printer.print(text).text).toBe(expected)
  })

  test('a mark that no font has together with its letter is spelled out', () => {
    expect(printer.print('界\u05B0').text).toBe('界‹U+05B0›')
    expect(printer.print('א\u05B0').text).toBe('א\u05B0')
    expect(printer.print('😀\u0301').text).toBe('‹U+1F600›‹U+0301›')
  })

  test('joiners stay where a script needs them and show everywhere else', () => {
    expect(printer.print('क्\u200Dष').text).toBe('क्\u200Dष')
    expect(printer.print('pay\u200Dment é').text).toBe('pay‹U+200D›ment é')
    expect(printer.print('\u200D é').text).toBe('‹U+200D› é')
  })

  test('names each character it spelled out once', () => {
    expect(printer.print('😀😀\u202E').spelledOut).toEqual(['😀', '\u202E'])
    expect(printer.print('nothing').spelledOut).toEqual([])
  })

  test('whatever is typed, no hidden or reordering character is left, and printing again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        const { text } = printer.print(typed)
        expect(text).not.toMatch(/[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/)
        expect(text.isWellFormed()).toBe(true)
        expect(printer.print(text).text).toBe(text)
      }),
    )
  })
})

test('a JSON value keeps its shape; only strings change', () => {
  expect(printableJson({ a: ['x😀', 1, null, true], b: { c: '\u202E' } }, printer)).toEqual({
    value: { a: ['x‹U+1F600›', 1, null, true], b: { c: '‹U+202E›' } },
    spelledOut: ['‹U+1F600›', '‹U+202E›'],
  })
})
