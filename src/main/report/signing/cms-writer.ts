// Builds the detached CMS signature of a PAdES baseline B file.
import { createHash } from 'node:crypto'
import { readCertificate } from '#main/report/verification/certificate-reader.ts'
import { DER } from '#main/report/verification/der-reader.ts'
import { OID } from '#main/report/verification/oids.ts'
import { der, derOctetString, derOid, derSequence, derSetOf, derSmallInteger, inDerOrder } from './der-writer.ts'
import { hashOfAlgorithm, type HashOfAlgorithm, type SignBackend, type SigningAlgorithm } from './sign-backend.ts'

const HASH_OIDS: Readonly<Record<HashOfAlgorithm, string>> = { sha256: OID.sha256, sha384: OID.sha384, sha512: OID.sha512 }
const SIGNATURE_OIDS: Readonly<Record<SigningAlgorithm, string>> = {
  'ecdsa-sha256': OID.ecdsaWithSha256,
  'ecdsa-sha384': OID.ecdsaWithSha384,
  'ecdsa-sha512': OID.ecdsaWithSha512,
  'rsa-pkcs1-sha256': OID.sha256WithRsa,
}
const DER_NULL = Uint8Array.of(DER.null, 0)

/**
 * The DER of a ContentInfo with one signer over `ranges`: content-type, message-digest, signing-certificate-v2 and
 * algorithm protection as signed attributes; no signing-time, which PAdES forbids.
 * Source: EN 319 142-1, 6.3; RFC 5652; RFC 5035; RFC 6211.
 */
export async function buildCms(ranges: readonly Uint8Array[], signer: SignBackend): Promise<Uint8Array> {
  const hash = hashOfAlgorithm(signer.algorithm)
  const certificate = readCertificate(signer.certificateDer)
  const attributes = derSetOf(...signedAttributes(ranges, signer, hash))
  const signature = await signer.sign(attributes)
  const signerInfo = derSequence(
    derSmallInteger(1),
    derSequence(certificate.issuerEncoded, der(DER.integer, certificate.serialContent)),
    hashAlgorithm(hash),
    Buffer.concat([Uint8Array.of(DER.context0), attributes.subarray(1)]),
    signatureAlgorithm(signer.algorithm),
    derOctetString(signature),
  )
  const signedData = derSequence(
    derSmallInteger(1),
    derSetOf(hashAlgorithm(hash)),
    derSequence(derOid(OID.data)),
    der(DER.context0, ...inDerOrder([signer.certificateDer, ...signer.chainDer])),
    ...(signer.revocationListsDer.length === 0 ? [] : [der(DER.context1, ...inDerOrder(signer.revocationListsDer))]),
    derSetOf(signerInfo),
  )
  return derSequence(derOid(OID.signedData), der(DER.context0, signedData))
}

function signedAttributes(ranges: readonly Uint8Array[], signer: SignBackend, hash: HashOfAlgorithm): readonly Uint8Array[] {
  const protectedSignature = signatureAlgorithm(signer.algorithm)
  return [
    attribute(OID.contentType, derOid(OID.data)),
    attribute(OID.messageDigest, derOctetString(hashAll(hash, ranges))),
    attribute(OID.signingCertificateV2, signingCertificate(signer.certificateDer)),
    attribute(
      OID.cmsAlgorithmProtection,
      derSequence(hashAlgorithm(hash), Buffer.concat([Uint8Array.of(DER.context1), protectedSignature.subarray(1)])),
    ),
  ]
}

function attribute(type: string, value: Uint8Array): Uint8Array {
  return derSequence(derOid(type), derSetOf(value))
}

// SHA-256 is the default of ESSCertIDv2 and, in DER, a default is left out.
function signingCertificate(certificateDer: Uint8Array): Uint8Array {
  return derSequence(derSequence(derSequence(derOctetString(hashAll('sha256', [certificateDer])))))
}

function hashAll(hash: HashOfAlgorithm, ranges: readonly Uint8Array[]): Uint8Array {
  const state = createHash(hash)
  for (const range of ranges) state.update(range)
  return state.digest()
}

function hashAlgorithm(hash: HashOfAlgorithm): Uint8Array {
  return derSequence(derOid(HASH_OIDS[hash]))
}

function signatureAlgorithm(algorithm: SigningAlgorithm): Uint8Array {
  const isRsa = algorithm === 'rsa-pkcs1-sha256'
  return derSequence(derOid(SIGNATURE_OIDS[algorithm]), ...(isRsa ? [DER_NULL] : []))
}
