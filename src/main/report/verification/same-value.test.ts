// Two PDF values say the same only when every part does.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PDF_NULL, pdfArray, pdfDictionary, pdfName, pdfNumber, pdfReference, pdfText, type PdfValue } from './pdf-value.ts'
import { isSameValue } from './same-value.ts'

const scalars = [
  PDF_NULL,
  { kind: 'boolean', value: true },
  { kind: 'boolean', value: false },
  pdfNumber(1),
  pdfNumber(2),
  pdfName('A'),
  pdfName('B'),
  pdfText('A'),
  pdfText('B'),
  pdfReference(1),
  pdfReference(2),
  { kind: 'reference', objectNumber: 1, generation: 1 },
] as const satisfies readonly PdfValue[]
const composed: readonly PdfValue[] = [
  pdfArray(),
  pdfArray(pdfNumber(1)),
  pdfArray(pdfNumber(1), pdfNumber(2)),
  pdfDictionary({}),
  pdfDictionary({ A: pdfNumber(1) }),
  pdfDictionary({ B: pdfNumber(1) }),
  pdfDictionary({ A: pdfArray(pdfNumber(1)) }),
]
const values: readonly PdfValue[] = [...scalars, ...composed]

describe('two values', () => {
  test('are the same with themselves and with nothing else', () => {
    const index = fc.integer({ min: 0, max: values.length - 1 })
    fc.assert(
      fc.property(index, index, (left, right) => {
        expect(isSameValue(values[left], values[right])).toBe(left === right)
      }),
      { numRuns: 500 },
    )
  })

  test('are the same however a number or a text is written', () => {
    expect(isSameValue(pdfNumber(1), { kind: 'number', value: 1, source: '1.0' })).toBe(true)
    expect(isSameValue(pdfText('A'), { ...pdfText('A'), isHex: true })).toBe(true)
  })

  test('are not the same when one is missing, and streams never are', () => {
    const stream: PdfValue = { kind: 'stream', dictionary: pdfDictionary({}), data: new Uint8Array() }
    expect(isSameValue(undefined, undefined)).toBe(true)
    expect(isSameValue(pdfNumber(1), undefined)).toBe(false)
    expect(isSameValue(stream, stream)).toBe(false)
  })
})
