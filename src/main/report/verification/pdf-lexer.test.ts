import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeValue } from '#main/report/signing/pdf-writer.ts'
import { readValue } from './pdf-lexer.ts'
import { pdfArray, pdfDictionary, pdfName, pdfNumber, pdfReference, PdfSyntaxError, pdfText, textOf, type PdfValue } from './pdf-value.ts'

function read(text: string): PdfValue {
  return readValue({ bytes: Buffer.from(text, 'latin1'), budget: { valuesLeft: 1000 }, at: 0 })
}

describe('reading PDF values', () => {
  test.each([
    ['12', '12'],
    ['-.5', '-.5'],
    ['true', 'true'],
    ['null', 'null'],
    ['/Name#20with#2Fescapes', '/Name#20with#2Fescapes'],
    ['12 0 R', '12 0 R'],
    ['[1 0 R 2 3 0 R]', '[1 0 R 2 3 0 R]'],
    ['<</A[1 2]/B<</C(x)>>>>', '<< /A [1 2] /B << /C (x) >> >>'],
    ['(a\\(b\\)\\\\c(d)\\101\\\nx)', '(a\\(b\\)\\\\c\\(d\\)Ax)'],
    ['<48 65\n6C>', '<48656C>'],
    ['% a comment\n 7', '7'],
  ])('%s means %s', (text, expected) => {
    expect(writeValue(read(text))).toBe(expected)
  })

  test.each([
    ['a key twice', '<< /A 1 /A 2 >>'],
    ['a key twice in another spelling', '<< /A 1 /#41 2 >>'],
    ['an odd number of hex digits', '<123>'],
    ['something else in a hex string', '<12zz>'],
    ['a hex string without end', '<12'],
    ['a string without end', '(abc'],
    ['a dictionary without end', '<< /A 1'],
    ['a key that is no name', '<< 1 2 >>'],
    ['a malformed name', '/A#G0'],
    ['a number with an exponent', '1e5'],
    ['an unknown word', 'maybe'],
    ['nothing', ''],
    ['too deep nesting', '['.repeat(100)],
    ['more values than the budget', `[${'1 '.repeat(2000)}]`],
  ])('%s is refused', (_name, text) => {
    expect(() => read(text)).toThrow(PdfSyntaxError)
  })
})

describe('writing PDF values', () => {
  const scalar: fc.Arbitrary<PdfValue> = fc.oneof(
    fc.integer().map(pdfNumber),
    fc.string({ maxLength: 20, unit: fc.integer({ min: 1, max: 255 }).map((code) => String.fromCharCode(code)) }).map(pdfName),
    fc.string({ maxLength: 20, unit: 'grapheme' }).map(pdfText),
    fc.integer({ min: 1, max: 9999 }).map(pdfReference),
    fc.boolean().map((value) => ({ kind: 'boolean' as const, value })),
  )

  test('what was written reads back the same', () => {
    fc.assert(
      fc.property(fc.array(scalar, { maxLength: 8 }), (items) => {
        const text = writeValue(pdfDictionary({ Key: pdfArray(...items) }))
        expect(writeValue(read(text))).toBe(text)
      }),
    )
  })

  test('text in any script survives', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(textOf(read(writeValue(pdfText(text))))).toBe(text)
      }),
    )
  })
})
