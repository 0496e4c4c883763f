import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { certificateSelfCheck } from '#main/report/verification/certificate-self-check.ts'
import { readCertificate } from '#main/report/verification/certificate-reader.ts'
import { createSignerIdentity } from './signer-identity.ts'

const NOW = new Date('2026-11-22T10:00:00Z')
const identity = createSignerIdentity({ name: 'Zoë 王', role: 'Assessor', organization: 'Example Ltd', now: NOW, validityYears: 3 })
const certificate = new X509Certificate(identity.certificateDer)

describe('a signer identity made here', () => {
  test('is read the same way by Node', () => {
    expect(certificate.subject).toBe('O=Example Ltd\ntitle=Assessor\nCN=Zoë 王')
    expect(certificate.serialNumber).toBe(identity.serial)
    expect(certificate.fingerprint256.replaceAll(':', '').toLowerCase()).toBe(identity.fingerprintSha256)
    expect(new Date(certificate.validFrom).toISOString()).toBe(identity.notBefore)
    expect(new Date(certificate.validTo).toISOString()).toBe(identity.notAfter)
  })

  test('is a self-signed leaf, not an authority', () => {
    expect(certificate.ca).toBe(false)
    expect(certificate.verify(certificate.publicKey)).toBe(true)
    expect(certificateSelfCheck(readCertificate(identity.certificateDer))).toBe(true)
  })

  test('may sign e-mail, documents and authentic PDF documents', () => {
    expect(certificate.keyUsage).toEqual(['1.3.6.1.5.5.7.3.4', '1.3.6.1.5.5.7.3.36', '1.2.840.113583.1.1.5'])
    expect(readCertificate(identity.certificateDer).maySign).toBe(true)
  })

  test('has the private key that belongs to it', () => {
    const key = createPrivateKey({ key: Buffer.from(identity.privateKeyPkcs8), format: 'der', type: 'pkcs8' })
    expect(createPublicKey(key).equals(certificate.publicKey)).toBe(true)
  })

  test('is another one each time', () => {
    const other = createSignerIdentity({ name: 'Zoë 王', now: NOW, validityYears: 3 })
    expect(other.serial).not.toBe(identity.serial)
    expect(other.fingerprintSha256).not.toBe(identity.fingerprintSha256)
  })

  test('cuts a name part at the 64 characters X.520 allows, and refuses an empty name', () => {
    const long = createSignerIdentity({ name: 'é'.repeat(200), now: NOW, validityYears: 1 })
    expect(new X509Certificate(long.certificateDer).subject).toBe(`CN=${'é'.repeat(64)}`)
    expect(() => createSignerIdentity({ name: ' ', now: NOW, validityYears: 1 })).toThrow('needs a name')
  })

  test('is valid past 2049, when the date form changes', () => {
    const long = createSignerIdentity({ name: 'A', now: NOW, validityYears: 40 })
    expect(long.notAfter).toBe('2066-11-22T10:00:00.000Z')
  })
})
