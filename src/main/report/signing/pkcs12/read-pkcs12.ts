// Opens a certificate file (PKCS#12: .p12, .pfx) and takes one key with its certificate and chain out of it.
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { readCertificate, type CertificateDetails } from '#main/report/verification/certificate-reader.ts'
import {
  DER,
  DerError,
  equalBytes,
  expectChildren,
  expectTag,
  readOid,
  readSmallInteger,
  type DerNode,
} from '#main/report/verification/der-reader.ts'
import { OID } from '#main/report/verification/oids.ts'
import { chainOf } from '#main/report/verification/certificate-chain.ts'
import { BerSyntaxError } from './definite-lengths.ts'
import { type Bags, readBags, readLenient, WrongPassphraseError } from './key-bags.ts'
import { UnsupportedCipherError } from './password-cipher.ts'
import { openSeal } from './pkcs12-mac.ts'

/** Largest certificate file that is looked at, bytes. */
export const MAX_PKCS12_BYTES = 1024 * 1024

type OpenedKey = {
  readonly certificate: CertificateDetails
  /** PKCS#8 DER, unencrypted: encrypt it before it is stored anywhere. */
  readonly privateKeyPkcs8: Uint8Array
  /** Issuers that were in the file, nearest first. */
  readonly chainDer: readonly Uint8Array[]
  readonly revocationListsDer: readonly Uint8Array[]
}

type Pkcs12RefusalCode =
  | 'certificate-file-damaged'
  | 'certificate-file-unsupported'
  | 'certificate-passphrase-wrong'
  | 'certificate-file-no-key'
  | 'certificate-file-no-certificate'

export type Pkcs12Result =
  | { readonly ok: true; readonly key: OpenedKey }
  | { readonly ok: false; readonly code: Pkcs12RefusalCode; readonly detail: string }

/**
 * The first private key of the file that has its certificate beside it. Refuses, never throws, on hostile bytes;
 * a file is at most 1 MiB and may ask for at most five million rounds of hashing. Source: RFC 7292.
 */
export function readPkcs12(file: Uint8Array, passphrase: string): Pkcs12Result {
  try {
    if (file.length > MAX_PKCS12_BYTES) return refusal('certificate-file-unsupported', 'The file is larger than 1 MiB.')
    return opened(readLenient(file), passphrase)
  } catch (error) {
    if (error instanceof WrongPassphraseError) return refusal('certificate-passphrase-wrong', error.message)
    if (error instanceof UnsupportedCipherError) return refusal('certificate-file-unsupported', error.message)
    if (error instanceof DerError || error instanceof BerSyntaxError) return refusal('certificate-file-damaged', error.message)
    throw error
  }
}

function refusal(code: Pkcs12RefusalCode, detail: string): Extract<Pkcs12Result, { ok: false }> {
  return { ok: false, code, detail }
}

function opened(root: DerNode, passphrase: string): Pkcs12Result {
  const [version, safe, seal] = expectTag(root, DER.sequence, 'certificate file').children
  if (readSmallInteger(version, 'version') !== 3) throw new DerError('The file is of another version than 3.')
  const [type, wrapper] = expectChildren(expectTag(safe, DER.sequence, 'safe'), 2, 'safe')
  if (readOid(type, 'type of the safe') !== OID.data) {
    throw new UnsupportedCipherError('The file is sealed with a signature, not with a passphrase.')
  }
  const content = expectTag(expectTag(wrapper, DER.context0, 'safe').children[0], DER.octetString, 'safe').content
  if (seal === undefined) throw new UnsupportedCipherError('The file has no seal, so nobody can say whether it is whole.')
  const opening = openSeal(expectTag(seal, DER.sequence, 'seal'), content, passphrase)
  if (opening === null) return refusal('certificate-passphrase-wrong', 'The seal does not fit this passphrase.')
  return chosen(readBags(content, opening))
}

function chosen(bags: Bags): Pkcs12Result {
  if (bags.keys.length === 0) return refusal('certificate-file-no-key', 'There is no private key in the file.')
  const certificates = bags.certificates.map(readCertificate)
  for (const key of bags.keys.map(importedKey)) {
    const spki = key === null ? null : createPublicKey(key).export({ format: 'der', type: 'spki' })
    const certificate = certificates.find((one) => spki !== null && equalBytes(one.publicKeyInfo, spki))
    if (key !== null && certificate !== undefined) {
      const privateKeyPkcs8 = Uint8Array.from(key.export({ format: 'der', type: 'pkcs8' }))
      const chainDer = chainOf(certificate, certificates)
      return { ok: true, key: { certificate, privateKeyPkcs8, chainDer, revocationListsDer: bags.revocationLists } }
    }
  }
  return refusal('certificate-file-no-certificate', 'No certificate in the file belongs to its private key.')
}

function importedKey(pkcs8: Uint8Array): KeyObject | null {
  try {
    return createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' })
  } catch {
    return null
  }
}
