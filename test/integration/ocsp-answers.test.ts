// What an OCSP server said of a certificate, out of the signature itself: believed when its issuer stands behind it; made by openssl.
import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { judgePdf } from '#main/features/reports/verdict.ts'
import { der, derBitString, derOctetString, derOid, derSequence, derSetOf, derTrue } from '#main/report/signing/der-writer.ts'
import { createInMemorySignBackend } from '#main/report/signing/sign-backend.ts'
import { createSignerIdentity } from '#main/report/signing/signer-identity.ts'
import { readCertificate } from '#main/report/verification/certificate-reader.ts'
import { readDer, type DerNode } from '#main/report/verification/der-reader.ts'
import { readOcspAnswer } from '#main/report/verification/ocsp-answer.ts'
import { OID } from '#main/report/verification/oids.ts'
import { DOCUMENT_PURPOSES, whoKnows } from '#main/report/verification/vouching.ts'
import { identityFinding } from '#renderer/features/reports/verdict-words.ts'
import { CMS_PLACES, type DerPath, editedCms, rebuilt, withCms } from '../fixtures/pdf/cms-edits.ts'
import { knownAuthority } from '../fixtures/pdf/known-certificates.ts'
import { makeOcspServer } from '../fixtures/pdf/ocsp-server.ts'
import { signed } from '../fixtures/pdf/signed-report.ts'
import { typstReport } from '../fixtures/pdf/typst-report.ts'

const now = new Date(Math.floor(Date.now() / 1000) * 1000)
const revokedAt = new Date(now.getTime() - 86_400_000)

const wishes = {
  revoked: { revokedAt },
  good: { revokedAt: null },
  unknown: {},
  revokedByServer: { revokedAt, by: 'server' },
  goodByServer: { revokedAt: null, by: 'server', hash: 'sha256', isNamedByKey: true },
  revokedByPlain: { revokedAt, by: 'plain' },
  revokedByStranger: { revokedAt, by: 'stranger' },
  revokedByStrangersServer: { revokedAt, by: 'strangers-server' },
} as const
type Which = keyof typeof wishes

let made: ReturnType<typeof makeOcspServer>
const answered = (which: Which) => made.answers[Object.keys(wishes).indexOf(which)] ?? new Uint8Array()

beforeAll(() => {
  made = makeOcspServer(Object.values(wishes))
})

function saidBy(...revocationData: readonly Uint8Array[]) {
  const occasion = { embedded: [made.stranger, made.authority], revocationData, at: now, purposes: DOCUMENT_PURPOSES }
  return whoKnows(readCertificate(made.signer), occasion, []).revocation
}

const part = (node: DerNode | undefined, index: number): DerNode => {
  const child = node?.children[index]
  if (child === undefined) throw new Error('There is no such part in the answer.')
  return child
}

/** The answer with one part of what was signed changed, signed anew with the key of the server. */
function signedAnew(answer: Uint8Array, path: DerPath, change: (node: DerNode) => Uint8Array): Uint8Array {
  return rebuilt(readDer(answer), [1, 0, 1], ({ content }) => {
    const basic = readDer(content)
    const body = rebuilt(part(basic, 0), path, change)
    const rest = basic.children.slice(3).map(({ encoded }) => encoded)
    const signature = crypto.sign('sha256', body, made.serverKeyPem)
    return derOctetString(derSequence(body, part(basic, 1).encoded, derBitString(signature), ...rest))
  })
}

const timeAt = (instant: Date) => der(0x18, Buffer.from(`${instant.toISOString().replaceAll(/\D/g, '').slice(0, 14)}Z`))
/** Extensions of a status or an answer, one of which everybody must understand. */
const mustBeRead = () => der(0xa1, derSequence(derSequence(derOid('1.2.3.4.5'), derTrue(), derOctetString(new Uint8Array()))))

describe('an answer of an OCSP server', () => {
  test.each<[string, Which]>([
    ['the authority', 'revoked'],
    ['a server with a certificate of the authority for that', 'revokedByServer'],
  ])('by %s says since when a certificate is revoked', (_by, which) => {
    expect(saidBy(answered(which))).toEqual({ state: 'revoked', at: revokedAt })
  })

  test('says that a certificate was not revoked, and when that was so', () => {
    for (const which of ['good', 'goodByServer'] as const) {
      const said = saidBy(answered(which))
      expect(said).toMatchObject({ state: 'not-named', listedAt: expect.any(Date) })
      const at = said.state === 'not-named' ? said.listedAt.getTime() : 0
      expect(Math.abs(at - now.getTime())).toBeLessThan(60_000)
    }
    expect(saidBy(answered('goodByServer'), answered('revoked'))).toEqual({ state: 'revoked', at: revokedAt })
  })

  test.each<[string, Which]>([
    ['a server that does not know the certificate', 'unknown'],
    ['a certificate of the authority that is made for something else', 'revokedByPlain'],
    ['another authority of the same name', 'revokedByStranger'],
    ['a server of another authority of the same name', 'revokedByStrangersServer'],
  ])('by %s says nothing', (_by, which) => {
    expect(saidBy(answered(which))).toEqual({ state: 'not-checked' })
  })

  test('about another certificate says nothing', () => {
    const serial = signedAnew(answered('revokedByServer'), [2, 0, 0, 3], () => Uint8Array.of(0x02, 0x01, 0x78))
    const nameHash = signedAnew(answered('revokedByServer'), [2, 0, 0, 1], () => derOctetString(Buffer.alloc(20)))
    const keyHash = signedAnew(answered('revokedByServer'), [2, 0, 0, 2], () => derOctetString(Buffer.alloc(20)))
    for (const answer of [serial, nameHash, keyHash]) expect(saidBy(answer)).toEqual({ state: 'not-checked' })
  })

  test('says nothing when it was changed, or holds what must be read and is not read here', () => {
    const same = signedAnew(answered('revokedByServer'), [1], ({ encoded }) => encoded)
    expect(saidBy(same)).toEqual({ state: 'revoked', at: revokedAt })
    const changed = Buffer.from(same)
    changed[changed.indexOf(Buffer.from('180f', 'hex')) + 3] = 0x39
    expect(saidBy(changed)).toEqual({ state: 'not-checked' })
    const ofStatus = signedAnew(same, [2, 0], ({ tag, children }) => der(tag, ...children.map(({ encoded }) => encoded), mustBeRead()))
    expect(saidBy(ofStatus)).toEqual({ state: 'not-checked' })
    const ofAll = signedAnew(same, [], ({ children }) => derSequence(...children.slice(0, 3).map(({ encoded }) => encoded), mustBeRead()))
    expect(saidBy(ofAll)).toEqual({ state: 'not-checked' })
  })

  test('says nothing when it names somebody else as its maker', () => {
    for (const named of [der(0xa1, derSequence()), der(0xa2, derOctetString(Buffer.alloc(20))), derSequence()])
      expect(saidBy(signedAnew(answered('revokedByServer'), [0], () => named))).toEqual({ state: 'not-checked' })
  })

  test('says nothing outside the times of its server, or when it was over before it began', () => {
    const late = new Date(now.getTime() + 200 * 86_400_000)
    for (const time of [late, new Date(0)])
      expect(saidBy(signedAnew(answered('revokedByServer'), [1], () => timeAt(time)))).toEqual({ state: 'not-checked' })
    const ended = signedAnew(answered('goodByServer'), [2, 0, 3], () => der(0xa0, timeAt(revokedAt)))
    expect(saidBy(ended)).toEqual({ state: 'not-checked' })
  })

  test('says nothing when a list of the authority revokes its server', () => {
    expect(saidBy(answered('revokedByServer'), made.serverRevoked)).toEqual({ state: 'not-named', listedAt: expect.any(Date) })
    expect(saidBy(answered('revoked'), made.serverRevoked)).toEqual({ state: 'revoked', at: revokedAt })
  })

  test.each<[string, (answer: DerNode) => Uint8Array]>([
    ['is a refusal', () => derSequence(Uint8Array.of(0x0a, 1, 6))],
    ['has a refusal beside its content', (answer) => derSequence(Uint8Array.of(0x0a, 1, 1), part(answer, 1).encoded)],
    ['is of another type', (answer) => rebuilt(answer, [1, 0, 0], () => derOid('1.2.3.4.5'))],
    ['has no content', (answer) => rebuilt(answer, [1, 0, 1], () => derOctetString(derSequence()))],
    ['is followed by something', (answer) => Buffer.concat([answer.encoded, Uint8Array.of(0)])],
  ])('that %s is not read', (_what, change) => {
    const wrong = change(readDer(answered('revoked')))
    expect(() => readOcspAnswer(wrong)).toThrow(/\.$/)
    expect(saidBy(wrong)).toEqual({ state: 'not-checked' })
  })

  test('takes few checks with a key, however many came along', () => {
    const imported = vi.spyOn(crypto, 'createPublicKey')
    syncBuiltinESMExports()
    onTestFinished(() => {
      imported.mockRestore()
      syncBuiltinESMExports()
    })
    const embedded = Array.from({ length: 40 }, () => made.authority)
    const revocationData = Array.from({ length: 200 }, () => answered('revokedByServer'))
    whoKnows(readCertificate(made.signer), { embedded, revocationData, at: now, purposes: DOCUMENT_PURPOSES }, [])
    expect(imported.mock.calls.length).toBeGreaterThan(500)
    expect(imported.mock.calls.length).toBeLessThan(4_000)
  })
})

describe('a signature with an answer of an OCSP server in it', () => {
  const signedWith = (...revocationListsDer: readonly Uint8Array[]) => {
    const { signer: certificateDer, authority, privateKeyPkcs8 } = made
    const signer = createInMemorySignBackend({ certificateDer, privateKeyPkcs8, chainDer: [authority], revocationListsDer })
    const facts = { name: 'Mallory', reason: 'Approved', signedAt: new Date(now.getTime() + 60_000) }
    return signed(typstReport(), createSignerIdentity({ name: 'Nobody', now, validityYears: 1 }), { signer, facts })
  }
  const finding = (pdf: Uint8Array) => {
    const knownCertificates = [knownAuthority('Acme Root CA', made.authority)]
    const { verdict } = judgePdf(pdf, { knownCertificates, now, findPack: () => undefined, isKeptHere: null })
    expect(verdict.integrity.state).toBe('intact')
    return identityFinding({ ...verdict, pages: null, origin: null })
  }
  /** The file with one more signed attribute, signed anew. */
  const withAttribute = (pdf: Uint8Array, attribute: Uint8Array) =>
    withCms(
      pdf,
      editedCms(pdf, CMS_PLACES.signer, (signer) => {
        const all = derSetOf(...part(signer, 3).children.map(({ encoded }) => encoded), attribute)
        const key = crypto.createPrivateKey({ key: Buffer.from(made.privateKeyPkcs8), format: 'der', type: 'pkcs8' })
        const parts = [0, 1, 2].map((index) => part(signer, index).encoded)
        const attributes = Buffer.concat([Uint8Array.of(0xa0), all.subarray(1)])
        return derSequence(...parts, attributes, part(signer, 4).encoded, derOctetString(crypto.sign('sha256', all, key)))
      }),
    )

  test('beside its certificates is bad when the answer calls its certificate revoked, and dated when it does not', async () => {
    const beside = (which: Which) => der(0xa1, derOid(OID.ocspInCms), answered(which))
    const revoked = finding(await signedWith(beside('revokedByServer')))
    expect(revoked).toMatchObject({ tone: 'bad', reasons: [expect.stringContaining('Its issuer revoked the certificate on')] })
    const good = finding(await signedWith(beside('goodByServer')))
    expect(good).toMatchObject({ tone: 'good', reasons: [expect.stringContaining('does not name the certificate as revoked')] })
    const other = der(0xa1, derOid('1.2.3.4.5'), answered('revokedByServer'))
    expect(finding(await signedWith(other)).reasons).toEqual(['Whether it was revoked was not checked.'])
  })

  test('among what was signed, as Acrobat has it, is read as well', async () => {
    const file = await signedWith()
    const archived = (content: Uint8Array) =>
      derSequence(derOid(OID.adobeRevocation), derSetOf(derSequence(der(0xa0, derSequence()), der(0xa1, derSequence(content)))))
    expect(finding(withAttribute(file, archived(answered('revoked')))).tone).toBe('bad')
    expect(finding(withAttribute(file, archived(answered('good'))))).toMatchObject({
      tone: 'good',
      reasons: [expect.stringContaining('does not name the certificate as revoked')],
    })
  })
})
