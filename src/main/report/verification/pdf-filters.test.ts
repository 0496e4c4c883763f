import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { decodeStream, PdfSizeError } from './pdf-filters.ts'
import { pdfArray, pdfDictionary, pdfName, pdfNumber, PdfSyntaxError, type PdfStream, type PdfValue } from './pdf-value.ts'

function flate(data: Uint8Array, parameters: Readonly<Record<string, number>> = {}): PdfStream {
  const numbers: Readonly<Record<string, PdfValue>> = Object.fromEntries(
    Object.entries(parameters).map(([key, value]) => [key, pdfNumber(value)] as const),
  )
  const dictionary = pdfDictionary({ Filter: pdfName('FlateDecode'), DecodeParms: pdfDictionary(numbers) })
  return { kind: 'stream', dictionary, data: deflateSync(data) }
}

describe('stream filters', () => {
  test('a compressed stream comes back as it was', () => {
    const data = Buffer.from('the same again '.repeat(50))
    expect(Buffer.from(decodeStream(flate(data), 10_000))).toEqual(data)
  })

  test('a compression bomb stops at the cap', () => {
    expect(() => decodeStream(flate(new Uint8Array(5_000_000)), 1_000_000)).toThrow(PdfSizeError)
  })

  test.each([
    [0, [1, 2, 3], [1, 2, 3]],
    [1, [1, 1, 1], [1, 2, 3]],
    [2, [1, 1, 1], [2, 3, 4]],
    [3, [1, 1, 1], [1, 2, 3]],
    [4, [1, 1, 1], [2, 3, 4]],
  ])('predictor row %i is undone', (type, row, expected) => {
    const rows = Uint8Array.from([0, 1, 2, 3, type, ...row])
    expect([...decodeStream(flate(rows, { Predictor: 12, Columns: 3 }), 100)].slice(0, 3)).toEqual([1, 2, 3])
    expect([...decodeStream(flate(rows, { Predictor: 12, Columns: 3 }), 100)].slice(3)).toEqual(expected)
  })

  test.each<[string, PdfStream]>([
    ['a row of an unknown kind', flate(Uint8Array.of(9, 1, 2, 3), { Predictor: 12, Columns: 3 })],
    ['a row that is cut short', flate(Uint8Array.of(0, 1, 2), { Predictor: 12, Columns: 3 })],
    ['another predictor', flate(Uint8Array.of(0), { Predictor: 2 })],
    ['damaged data', { ...flate(Uint8Array.of(0)), data: Uint8Array.of(1, 2, 3) }],
    ['another filter', { kind: 'stream', dictionary: pdfDictionary({ Filter: pdfName('LZWDecode') }), data: new Uint8Array() }],
    [
      'two filters',
      {
        kind: 'stream',
        dictionary: pdfDictionary({ Filter: pdfArray(pdfName('FlateDecode'), pdfName('FlateDecode')) }),
        data: new Uint8Array(),
      },
    ],
  ])('%s is refused', (_name, stream) => {
    expect(() => decodeStream(stream, 1000)).toThrow(PdfSyntaxError)
  })
})
