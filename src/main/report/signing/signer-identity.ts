// Makes a signer's identity: a fresh ECDSA P-256 key and a self-signed certificate that fits PDF signatures.
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { readCertificate } from '#main/report/verification/certificate-reader.ts'
import { namePart } from '#main/report/verification/holder-name.ts'
import { OID } from '#main/report/verification/oids.ts'
import { DER } from '#main/report/verification/der-reader.ts'
import {
  der,
  derBitString,
  derOctetString,
  derOid,
  derSequence,
  derSetOf,
  derSmallInteger,
  derTime,
  derTrue,
  derUnsigned,
  derUtf8,
} from './der-writer.ts'

export type SignerIdentity = {
  readonly certificateDer: Uint8Array
  /** PKCS#8 DER, unencrypted: encrypt it before it is stored anywhere. */
  readonly privateKeyPkcs8: Uint8Array
  /** Upper-case hex. */
  readonly serial: string
  /** 64 lower-case hex digits. */
  readonly fingerprintSha256: string
  /** UTC instants, ISO 8601. */
  readonly notBefore: string
  readonly notAfter: string
}

export type SignerIdentityInput = {
  readonly name: string
  readonly role?: string | undefined
  readonly organization?: string | undefined
  readonly now: Date
  readonly validityYears: number
}

const SERIAL_BYTES = 16
const CLOCK_SKEW_MINUTES = 5

/**
 * A new identity, valid from five minutes before `now` for `validityYears` years.
 * Name parts longer than 64 characters are cut, as X.520 limits them. Throws Error on an empty name.
 */
export function createSignerIdentity(input: SignerIdentityInput): SignerIdentity {
  if (input.name.trim() === '') throw new Error('A signer needs a name.')
  const keys = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const publicKeyInfo = keys.publicKey.export({ format: 'der', type: 'spki' })
  const body = certificateBody(input, publicKeyInfo)
  const signature = sign('sha256', body, { key: keys.privateKey, dsaEncoding: 'der' })
  const certificateDer = Uint8Array.from(derSequence(body, ecdsaWithSha256(), derBitString(signature)))
  const details = readCertificate(certificateDer)
  return {
    certificateDer,
    privateKeyPkcs8: Uint8Array.from(keys.privateKey.export({ format: 'der', type: 'pkcs8' })),
    serial: details.serial,
    fingerprintSha256: details.fingerprintSha256,
    notBefore: details.notBefore.toISOString(),
    notAfter: details.notAfter.toISOString(),
  }
}

function certificateBody(input: SignerIdentityInput, publicKeyInfo: Uint8Array): Uint8Array {
  const name = distinguishedName(input)
  const version3 = der(DER.context0, derSmallInteger(2))
  const { notBefore, notAfter } = validity(input)
  return derSequence(
    version3,
    derUnsigned(serialNumber()),
    ecdsaWithSha256(),
    name,
    derSequence(derTime(notBefore), derTime(notAfter)),
    name,
    publicKeyInfo,
    der(DER.context3, derSequence(...extensions(publicKeyInfo))),
  )
}

function ecdsaWithSha256(): Uint8Array {
  return derSequence(derOid(OID.ecdsaWithSha256))
}

// Positive, without a leading zero octet, so that every reader prints the same 32 digits.
function serialNumber(): Uint8Array {
  const bytes = Uint8Array.from(randomBytes(SERIAL_BYTES))
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40
  return bytes
}

function validity(input: SignerIdentityInput): { notBefore: Date; notAfter: Date } {
  const notBefore = new Date(input.now.getTime() - CLOCK_SKEW_MINUTES * 60_000)
  const notAfter = new Date(input.now)
  notAfter.setUTCFullYear(notAfter.getUTCFullYear() + input.validityYears)
  return { notBefore, notAfter }
}

function distinguishedName({ name, role, organization }: SignerIdentityInput): Uint8Array {
  const parts: readonly (readonly [string, string | undefined])[] = [
    [OID.organizationName, organization],
    [OID.title, role],
    [OID.commonName, name],
  ]
  return derSequence(
    ...parts.flatMap(([type, text]) =>
      text === undefined || text.trim() === '' ? [] : [derSetOf(derSequence(derOid(type), derUtf8(namePart(text))))],
    ),
  )
}

function extensions(publicKeyInfo: Uint8Array): readonly Uint8Array[] {
  const digitalSignatureAndNonRepudiation = derBitString(Uint8Array.of(0xc0), 6)
  const purposes = [OID.emailProtection, OID.documentSigning, OID.adobeAuthenticDocuments]
  return [
    extension(OID.basicConstraints, derSequence(), true),
    extension(OID.keyUsage, digitalSignatureAndNonRepudiation, true),
    extension(OID.extendedKeyUsage, derSequence(...purposes.map(derOid)), false),
    extension(OID.subjectKeyIdentifier, derOctetString(keyIdentifier(publicKeyInfo)), false),
  ]
}

function extension(type: string, value: Uint8Array, isCritical: boolean): Uint8Array {
  return derSequence(derOid(type), ...(isCritical ? [derTrue()] : []), derOctetString(value))
}

// RFC 5280, 4.2.1.2 leaves the method open; RFC 7093, method 4 hashes the whole SubjectPublicKeyInfo.
function keyIdentifier(publicKeyInfo: Uint8Array): Uint8Array {
  return createHash('sha256').update(publicKeyInfo).digest().subarray(0, 20)
}
