import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { der, derOid, derSmallInteger, derUnsigned } from '#main/report/signing/der-writer.ts'
import { BerError, DER, DerError, readDer, readOid, readSmallInteger, readZeroPaddedDer } from './der-reader.ts'

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'))

describe('strict DER', () => {
  test.each([
    ['nothing', ''],
    ['a tag without a length', '30'],
    ['content that is cut short', '30 03 02 01'],
    ['a length that is not minimal', '04 81 01 00'],
    ['a length with a leading zero', `04 82 00 80 ${'00'.repeat(128)}`],
    ['a long tag', '1f 81 00 00'],
    ['bytes behind the value', '05 00 00'],
    ['an empty integer', '02 00'],
    ['an integer with a needless zero', '02 02 00 01'],
    ['an integer with a needless sign', '02 02 ff ff'],
    ['a boolean that is neither 00 nor ff', '01 01 01'],
    ['a null with content', '05 01 00'],
    ['a child that passes its parent', '30 03 04 05 00'],
  ])('%s is refused', (_name, hex) => {
    expect(() => readDer(bytes(hex))).toThrow(DerError)
  })

  test('an indefinite length is told apart as BER', () => {
    expect(() => readDer(bytes('30 80 05 00 00 00'))).toThrow(BerError)
  })

  test('nesting beyond forty levels is refused', () => {
    let deep: Uint8Array = bytes('05 00')
    for (let level = 0; level < 40; level += 1) deep = der(DER.sequence, deep)
    expect(() => readDer(deep)).toThrow('too deeply')
  })

  test('zero padding is accepted where it may be, anything else is not', () => {
    expect(readZeroPaddedDer(bytes('05 00 00 00')).encoded).toEqual(bytes('05 00'))
    expect(() => readZeroPaddedDer(bytes('05 00 00 01'))).toThrow('not zero')
  })

  test('random bytes throw nothing but DerError', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (random) => {
        try {
          expect(readDer(random).encoded).toEqual(random)
        } catch (error) {
          expect(error).toBeInstanceOf(DerError)
        }
      }),
    )
  })
})

describe('values', () => {
  test('object identifiers survive writing and reading', () => {
    const arcs = fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 39 }), fc.array(fc.nat(), { maxLength: 8 }))
    fc.assert(
      fc.property(arcs, ([first, second, rest]) => {
        const dotted = [first, second, ...rest].join('.')
        expect(readOid(readDer(derOid(dotted)), 'name')).toBe(dotted)
      }),
    )
  })

  test('an object identifier with a padded arc is refused', () => {
    expect(() => readOid(readDer(bytes('06 03 2a 80 01')), 'name')).toThrow('not minimal')
    expect(() => readOid(readDer(bytes('06 02 2a 80')), 'name')).toThrow(DerError)
  })

  test('small integers survive writing and reading; negative ones are refused', () => {
    fc.assert(
      fc.property(fc.nat(), (value) => {
        expect(readSmallInteger(readDer(derSmallInteger(value)), 'number')).toBe(value)
      }),
    )
    expect(() => readSmallInteger(readDer(bytes('02 01 ff')), 'number')).toThrow('out of range')
  })

  test('a magnitude with a high first bit stays positive', () => {
    expect(derUnsigned(bytes('00 00 80'))).toEqual(Buffer.from(bytes('02 02 00 80')))
    expect(derUnsigned(bytes('00'))).toEqual(Buffer.from(bytes('02 01 00')))
  })
})
