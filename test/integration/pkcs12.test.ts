// Certificate files of other programs: opened with the right passphrase, refused with a reason otherwise, whatever bytes they hold.
import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { derSequence, derSmallInteger, derOctetString, derOid, der } from '#main/report/signing/der-writer.ts'
import { BerSyntaxError, withDefiniteLengths } from '#main/report/signing/pkcs12/definite-lengths.ts'
import { MAX_PKCS12_BYTES, readPkcs12, type Pkcs12Result } from '#main/report/signing/pkcs12/read-pkcs12.ts'
import { readDer } from '#main/report/verification/der-reader.ts'
import { ACCENTED_PASSPHRASE, inLooseEncoding, LEGACY_PASSPHRASE, legacyFile, makeKeyFile } from '#test/fixtures/pkcs12/make-key-file.ts'

function summary(result: Pkcs12Result): string {
  if (!result.ok) return result.code
  const { certificate, privateKeyPkcs8, chainDer } = result.key
  const key = createPrivateKey({ key: Buffer.from(privateKeyPkcs8), format: 'der', type: 'pkcs8' })
  const isPair = createPublicKey(key).equals(new X509Certificate(certificate.encoded).publicKey)
  return `${certificate.subject.get('2.5.4.3') ?? ''} ${key.asymmetricKeyType ?? ''} ${isPair ? 'pair' : 'NO PAIR'} chain ${chainDer.length}`
}

const P384 = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-384']
const modern = makeKeyFile({ hasIssuer: true })

describe('a certificate file', () => {
  test.each([
    ['AES-256, the way openssl 3 writes it, with its issuer', modern, 'Ada Byron rsa pair chain 1'],
    ['an elliptic curve', makeKeyFile({ newKey: P384 }), 'Ada Byron ec pair chain 0'],
    [
      'AES-128 and AES-192, sealed with SHA-512',
      makeKeyFile({ exportOptions: ['-certpbe', 'AES-128-CBC', '-keypbe', 'AES-192-CBC', '-macalg', 'sha512'] }),
      'Ada Byron rsa pair chain 0',
    ],
    [
      'nothing encrypted, only sealed',
      makeKeyFile({ exportOptions: ['-certpbe', 'NONE', '-keypbe', 'NONE'] }),
      'Ada Byron rsa pair chain 0',
    ],
    ['3DES and 40-bit RC2, the way Windows and openssl 1 write it', legacyFile('legacy-3des-rc2-40'), 'Ada Byron rsa pair chain 1'],
  ])('is read with %s', (_name, file, expected) => {
    expect(summary(readPkcs12(file, LEGACY_PASSPHRASE))).toBe(expected)
  })

  test('is read with a passphrase that has accents, 128-bit RC2 and two-key 3DES', () => {
    expect(summary(readPkcs12(legacyFile('legacy-2des-rc2-128'), ACCENTED_PASSPHRASE))).toBe('Ada Byron rsa pair chain 0')
  })

  test('is read with an empty passphrase', () => {
    expect(summary(readPkcs12(makeKeyFile({ passphrase: '' }), ''))).toBe('Ada Byron rsa pair chain 0')
  })

  test.each([
    ['made by openssl', modern],
    ['of the legacy kind', legacyFile('legacy-3des-rc2-40')],
  ])('%s is read in the loose encoding, too', (_name, file) => {
    const lax = inLooseEncoding(file)
    expect(() => readDer(lax)).toThrow()
    expect(summary(readPkcs12(lax, LEGACY_PASSPHRASE))).toBe('Ada Byron rsa pair chain 1')
  })

  test.each(['Secret', 'secret ', '', ACCENTED_PASSPHRASE])('is refused with the passphrase "%s"', (wrong) => {
    for (const file of [modern, legacyFile('legacy-3des-rc2-40')]) {
      expect(summary(readPkcs12(file, wrong))).toBe('certificate-passphrase-wrong')
    }
  })

  test.each([
    ['without a key', ['-nokeys'], 'certificate-file-no-key'],
    ['without a certificate', ['-nocerts'], 'certificate-file-no-certificate'],
    ['without a seal', ['-nomac'], 'certificate-file-unsupported'],
  ])('is refused %s', (_name, exportOptions, code) => {
    expect(summary(readPkcs12(makeKeyFile({ exportOptions }), LEGACY_PASSPHRASE))).toBe(code)
  })

  test('is refused when it asks for more hashing than anybody needs', () => {
    const costly = Buffer.from(modern)
    // The seal's number of rounds is the last integer of the file: 2048.
    const at = costly.lastIndexOf(Buffer.from('02020800', 'hex'))
    const rounds = readDer(derSmallInteger(0x7fff0000)).encoded
    expect(at).toBe(costly.length - 4)
    const [version, safe, seal] = readDer(modern).children.map((child) => child)
    const [digest, salt] = seal?.children ?? []
    const file = derSequence(
      ...[version, safe].map((part) => part?.encoded ?? rounds),
      derSequence(digest?.encoded ?? rounds, salt?.encoded ?? rounds, rounds),
    )
    expect(readPkcs12(file, LEGACY_PASSPHRASE)).toMatchObject({ ok: false, code: 'certificate-file-unsupported' })
  })

  test('is refused when it is larger than any certificate file', () => {
    expect(summary(readPkcs12(new Uint8Array(MAX_PKCS12_BYTES + 1), ''))).toBe('certificate-file-unsupported')
  })

  test('is refused when it is sealed by a signature or of another version', () => {
    const seal = derSequence(derOctetString(new Uint8Array()))
    const part = (oid: string) => derSequence(derOid(oid), der(0xa0, derOctetString(new Uint8Array())))
    expect(summary(readPkcs12(derSequence(derSmallInteger(3), part('1.2.840.113549.1.7.2'), seal), ''))).toBe(
      'certificate-file-unsupported',
    )
    expect(summary(readPkcs12(derSequence(derSmallInteger(2), part('1.2.840.113549.1.7.1'), seal), ''))).toBe('certificate-file-damaged')
  })
})

describe('hostile bytes', () => {
  const refused = (file: Uint8Array) => {
    const result = readPkcs12(file, LEGACY_PASSPHRASE)
    expect(result.ok).toBe(false)
    if (!result.ok) expect(result.detail.length).toBeGreaterThan(10)
  }

  test('never throw and never give a key: random ones', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 600 }), refused), { numRuns: 500 })
  })

  test('never throw: a file with one byte changed gives the same key or none', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: modern.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, mask) => {
        const copy = Uint8Array.from(modern)
        copy[at] = (copy[at] ?? 0) ^ mask
        const result = readPkcs12(copy, LEGACY_PASSPHRASE)
        if (result.ok) expect(summary(result)).toContain('rsa pair')
      }),
      { numRuns: 150 },
    )
  })

  test('never throw: a file cut anywhere', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: modern.length - 1 }), (at) => refused(modern.subarray(0, at))),
      { numRuns: 200 },
    )
  })

  test.each([
    ['nesting without end', Buffer.alloc(3000, Uint8Array.of(0x30, 0x80))],
    ['parts without number', Buffer.concat([Uint8Array.of(0x30, 0x80), Buffer.alloc(120_000, Uint8Array.of(5, 0))])],
    ['a string of things that are no strings', Buffer.from('2480020101 0000'.replace(' ', ''), 'hex')],
    ['a length of a gigabyte', Buffer.from('30843fffffff', 'hex')],
    ['a part longer than the whole', Buffer.from('3003040500', 'hex')],
    ['a long tag', Buffer.from('1f8100', 'hex')],
    ['bytes behind the value', Buffer.from('050000', 'hex')],
  ])('are refused: %s', (_name, bytes) => {
    expect(() => withDefiniteLengths(bytes)).toThrow(BerSyntaxError)
    refused(bytes)
  })
})
