// Bags of a certificate file that hold other things, nothing, or each other.
import { describe, expect, test } from 'vitest'
import { DerError } from '#main/report/verification/der-reader.ts'
import { der, derOctetString, derOid, derSequence } from '../der-writer.ts'
import { readBags } from './key-bags.ts'
import { newOpening, UnsupportedCipherError } from './password-cipher.ts'

const PREFIX = '1.2.840.113549.1.12.10.1'
const wrapped = (...parts: readonly Uint8Array[]) => der(0xa0, ...parts)
const bag = (type: string, ...value: readonly Uint8Array[]) => derSequence(derOid(type), wrapped(...value))
const plain = (...bags: readonly Uint8Array[]) => derSequence(derOid('1.2.840.113549.1.7.1'), wrapped(derOctetString(derSequence(...bags))))
const read = (...parts: readonly Uint8Array[]) => readBags(derSequence(...parts), newOpening(''))
const nested = (depth: number): Uint8Array => bag(`${PREFIX}.6`, derSequence(...(depth === 0 ? [] : [nested(depth - 1)])))

describe('the bags of a certificate file', () => {
  test('may hold an open key, a certificate of another kind, a secret, and other bags', () => {
    const key = bag(`${PREFIX}.1`, derSequence())
    const sdsi = bag(`${PREFIX}.3`, derSequence(derOid('1.2.840.113549.1.9.22.2'), wrapped(derOctetString(new Uint8Array(2)))))
    const list = bag(`${PREFIX}.4`, derSequence(derOid('1.2.840.113549.1.9.23.1'), wrapped(derOctetString(Uint8Array.of(7)))))
    const secret = bag(`${PREFIX}.5`, derSequence())
    const bags = read(plain(bag(`${PREFIX}.6`, derSequence(key, list))), plain(sdsi, secret))
    expect(bags).toEqual({ keys: [Buffer.from(derSequence())], certificates: [], revocationLists: [Buffer.of(7)] })
  })

  test('are refused when they hold nothing, are nested without end, or have a piece missing', () => {
    expect(() => read(plain(bag(`${PREFIX}.1`)))).toThrow(DerError)
    expect(() => read(plain(nested(6)))).toThrow('nested too deeply')
    const cut = derSequence(
      derOid('1.2.840.113549.1.7.6'),
      wrapped(derSequence(derOid(PREFIX), derSequence(derOid(PREFIX), derSequence()))),
    )
    expect(() => read(cut)).toThrow(DerError)
  })

  test('are refused when they are encrypted for a key', () => {
    expect(() => read(derSequence(derOid('1.2.840.113549.1.7.3'), wrapped(derSequence())))).toThrow(UnsupportedCipherError)
  })
})
