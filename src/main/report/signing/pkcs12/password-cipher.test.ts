// Ways of encryption that are not read, and parameters that nobody means.
import { describe, expect, test } from 'vitest'
import { DerError, readDer } from '#main/report/verification/der-reader.ts'
import { der, derOctetString, derOid, derSequence, derSmallInteger } from '../der-writer.ts'
import { decryptWithPassword, newOpening, UnsupportedCipherError } from './password-cipher.ts'
import { decryptRc2 } from './rc2.ts'

const salt = derOctetString(new Uint8Array(8))
const AES = '2.16.840.1.101.3.4.1.42'
const HMAC_SHA256 = '1.2.840.113549.2.9'

interface Wish {
  readonly derivation?: string
  readonly hash?: string | null
  readonly cipher?: string
  readonly rounds?: number
  readonly saltBytes?: number
  readonly ivBytes?: number
}

/** A PBES2 AlgorithmIdentifier. */
function pbes2({ derivation = '1.2.840.113549.1.5.12', hash = HMAC_SHA256, cipher = AES, rounds = 10, saltBytes = 8, ivBytes = 16 }: Wish) {
  const prf = hash === null ? [] : [derSequence(derOid(hash), der(0x05))]
  const parameters = derSequence(derOctetString(new Uint8Array(saltBytes)), derSmallInteger(rounds), ...prf)
  const scheme = derSequence(derOid(cipher), derOctetString(new Uint8Array(ivBytes)))
  return readDer(derSequence(derOid('1.2.840.113549.1.5.13'), derSequence(derSequence(derOid(derivation), parameters), scheme)))
}

const decrypting = (wish: Wish) => () => decryptWithPassword(pbes2(wish), new Uint8Array(16), newOpening('secret'))

describe('a way of encryption', () => {
  test.each<[string, Wish]>([
    ['another derivation of the key, such as scrypt', { derivation: '1.3.6.1.4.1.11591.4.11' }],
    ['another hash', { hash: '1.2.643.7.1.1.4.2' }],
    ['another cipher', { cipher: '1.2.840.113549.3.2' }],
    ['more rounds than anybody needs', { rounds: 6_000_000 }],
    ['no rounds', { rounds: 0 }],
  ])('is refused with %s', (_name, wish) => {
    expect(decrypting(wish)).toThrow(UnsupportedCipherError)
  })

  test('is refused with a salt of kilobytes', () => {
    expect(decrypting({ saltBytes: 2000 })).toThrow(DerError)
  })

  test('gives nothing for a wrong start value, a wrong passphrase, or the old default hash', () => {
    expect(decrypting({ ivBytes: 7 })()).toBeNull()
    expect(decrypting({})()).toBeNull()
    expect(decrypting({ hash: null })()).toBeNull()
  })

  test('that is not known at all is refused', () => {
    const other = readDer(derSequence(derOid('1.2.840.113549.1.12.1.1'), derSequence(salt, derSmallInteger(1))))
    expect(() => decryptWithPassword(other, new Uint8Array(8), newOpening(''))).toThrow(UnsupportedCipherError)
  })

  test('counts the rounds of a whole file', () => {
    const opening = newOpening('secret')
    opening.work.iterationsLeft = 15
    const once = () => decryptWithPassword(pbes2({}), new Uint8Array(16), opening)
    expect(once()).toBeNull()
    expect(once).toThrow('too many rounds')
  })
})

describe('RC2', () => {
  test('gives nothing for blocks that end in no padding, half blocks, or half a start value', () => {
    const key = { bytes: new Uint8Array(8), effectiveBits: 63 }
    expect(decryptRc2(Buffer.from('ebb773f993278eff', 'hex'), key, new Uint8Array(8))).toBeNull()
    expect(decryptRc2(new Uint8Array(7), key, new Uint8Array(8))).toBeNull()
    expect(decryptRc2(new Uint8Array(0), key, new Uint8Array(8))).toBeNull()
    expect(decryptRc2(new Uint8Array(8), key, new Uint8Array(7))).toBeNull()
  })

  test('decrypts the vector of its standard', () => {
    const key = { bytes: new Uint8Array(8), effectiveBits: 63 }
    // RFC 2268, section 5: 63 effective bits, key and plain text zero. With this start value, zero becomes eight bytes of padding.
    expect(decryptRc2(Buffer.from('ebb773f993278eff', 'hex'), key, Buffer.alloc(8, 8))).toEqual(Buffer.alloc(0))
  })
})
