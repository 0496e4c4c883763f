// Time-stamps carried by hand: requested, answered by openssl as a local authority, put in place, and told apart from false ones.
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { describeVerdict } from '#main/cli/verify-command.ts'
import { judgePdf } from '#main/features/reports/verdict.ts'
import { addTimestamp, findStampPlace, type StampPlace } from '#main/report/signing/add-timestamp.ts'
import { der, derOctetString, derOid, derSequence, derSetOf, derSmallInteger } from '#main/report/signing/der-writer.ts'
import { createInMemorySignBackend } from '#main/report/signing/sign-backend.ts'
import { createSignerIdentity } from '#main/report/signing/signer-identity.ts'
import { readTimestampAnswer, timestampRequest, MAX_RESPONSE_BYTES } from '#main/report/signing/timestamp-request.ts'
import { readDer, readZeroPaddedDer } from '#main/report/verification/der-reader.ts'
import { readSignedData } from '#main/report/verification/cms-reader.ts'
import { OID } from '#main/report/verification/oids.ts'
import { verifyPdf } from '#main/report/verification/verify-pdf.ts'
import { identityFinding } from '#renderer/features/reports/verdict-words.ts'
import { flipped, joined } from '#test/fixtures/pdf/byte-edits.ts'
import { CMS_PLACES, editedCms, rebuilt, withCms } from '#test/fixtures/pdf/cms-edits.ts'
import { inFolder, runTool } from '#test/fixtures/pdf/outside-tools.ts'
import { FACTS, holeOf, signed } from '#test/fixtures/pdf/signed-report.ts'
import { typstReport } from '#test/fixtures/pdf/typst-report.ts'
import { knownAuthority, knownPerson } from '#test/fixtures/pdf/known-certificates.ts'
import { stampedFile } from '#test/fixtures/timestamps/stamped-file.ts'
import { makeAuthority, type AuthorityWish } from '#test/fixtures/timestamps/time-stamp-authority.ts'

// openssl stamps by the clock of this machine, so the report is signed by it, too.
const signedAt = new Date(Math.floor(Date.now() / 1000) * 1000)
const identity = createSignerIdentity({ name: 'Ada Byron', now: signedAt, validityYears: 3 })
const nonce = Buffer.from('8f00112233445566', 'hex')
let file: Uint8Array
let other: Uint8Array
let place: StampPlace

function placeIn(pdf: Uint8Array): StampPlace {
  const found = findStampPlace(pdf)
  if (found === null) throw new Error('There is nothing to stamp.')
  return found
}

function answeredBy(wish: AuthorityWish, request: Uint8Array) {
  return inFolder((at) => {
    const authority = makeAuthority(at, wish)
    return { root: authority.rootDer, answer: authority.answer(request) }
  })
}

const expected = () => ({ stamped: place.signatureValue, nonces: [nonce], signedAt })
const options = (root?: Uint8Array) => ({
  now: signedAt,
  knownCertificates: root === undefined ? [] : [knownAuthority('Our stamp root', root)],
})

/** The file with the token of a good answer in it. */
function stampedWith(answer: Uint8Array): Uint8Array {
  const read = readTimestampAnswer(answer, expected())
  if (!read.ok) throw new Error(`${read.code}: ${read.detail}`)
  const stamped = addTimestamp(file, place, read.tokenDer)
  if (stamped === null) throw new Error('No room.')
  return stamped
}

let good: { root: Uint8Array; answer: Uint8Array }

beforeAll(async () => {
  const facts = { ...FACTS, signedAt }
  file = await signed(typstReport(), identity, { facts })
  other = await signed(typstReport(), identity, { facts: { ...facts, reason: 'Another one' } })
  place = placeIn(file)
  good = answeredBy({}, timestampRequest(place.signatureValue, nonce))
})

describe('a request', () => {
  test('is one that openssl reads, with hash, number and the wish for a certificate', () => {
    const text = inFolder(
      (at) => runTool('openssl', ['ts', '-query', '-in', at('r.tsq', timestampRequest(place.signatureValue, nonce)), '-text']).text,
    )
    expect(text).toContain('Hash Algorithm: sha256')
    expect(text).toContain('Nonce: 0x8F00112233445566')
    expect(text).toContain('Certificate required: yes')
  })
})

describe('a stamp', () => {
  test.each<[string, AuthorityWish]>([
    ['RSA and SHA-256', {}],
    ['ECDSA P-384 and SHA-512', { key: ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-384'], hash: 'sha512' }],
    ['a certificate bound the old way', { isOld: true }],
  ])('by an authority with %s is put in place, and the signature stays as it was', (_name, wish) => {
    const { answer, root } = answeredBy(wish, timestampRequest(place.signatureValue, nonce))
    const stamped = stampedWith(answer)
    const { start, end } = holeOf(file)
    expect(stamped.length).toBe(file.length)
    expect(
      Buffer.compare(joined(stamped.subarray(0, start), stamped.subarray(end)), joined(file.subarray(0, start), file.subarray(end))),
    ).toBe(0)
    const verdict = verifyPdf(stamped, options(root))
    expect(verdict.isIntactAndUnchanged).toBe(true)
    expect(verdict.signatures[0]?.timestamp).toMatchObject({
      state: 'sound',
      authorityName: 'Example Time-Stamp Authority',
      knownAs: 'Our stamp root',
    })
    expect(verdict.signatures[0]?.baselineDeviations).toEqual([])
  })

  test('names an authority that is not known here as such', () => {
    const { timestamp } = verifyPdf(stampedWith(good.answer), options()).signatures[0] ?? {}
    expect(timestamp).toMatchObject({ state: 'sound', knownAs: null })
  })

  test('proves nothing when a list of revocations that came along names its authority', () => {
    const judged = (revokedAt: Date | null) => {
      const { root, answer } = inFolder((at) => {
        const authority = makeAuthority(at)
        const list = authority.list(revokedAt)
        const plain = readDer(authority.answer(timestampRequest(place.signatureValue, nonce)))
        const withList = rebuilt(plain, [1, 1, 0], ({ tag, children }) => {
          const parts = children.map(({ encoded }) => encoded)
          return der(tag, ...parts.slice(0, -1), der(0xa1, list), ...parts.slice(-1))
        })
        return { root: authority.rootDer, answer: withList }
      })
      return verifyPdf(stampedWith(answer), options(root)).signatures[0]?.timestamp
    }
    expect(judged(null)).toMatchObject({ state: 'sound', knownAs: 'Our stamp root' })
    expect(judged(new Date('2026-03-04T05:06:07Z'))).toEqual({
      state: 'broken',
      sentence: 'The certificate of the authority was revoked on 2026-03-04.',
    })
  })

  test('is one that openssl takes for the signature value', () => {
    const report = inFolder((at) => {
      const root = at('root.pem', Buffer.from(pem(good.root)))
      const read = readTimestampAnswer(good.answer, expected())
      const token = at('token.der', read.ok ? read.tokenDer : new Uint8Array())
      return runTool('openssl', ['ts', '-verify', '-data', at('value', place.signatureValue), '-token_in', '-in', token, '-CAfile', root])
    })
    expect(report).toMatchObject({ exitCode: 0, text: expect.stringContaining('Verification: OK') })
  })

  test('is still accepted by pdfsig with the signature', () => {
    const { text } = inFolder((at) => runTool('pdfsig', [at('stamped.pdf', stampedWith(good.answer))]))
    expect(text).toContain('Signature is Valid')
    expect(text).toContain('Total document signed')
  })

  test('replaces an earlier one', () => {
    const once = stampedWith(good.answer)
    const again = placeIn(once)
    expect(again.hasTimestamp).toBe(true)
    const read = readTimestampAnswer(answeredBy({}, timestampRequest(again.signatureValue, nonce)).answer, expected())
    const twice = read.ok ? addTimestamp(once, again, read.tokenDer) : null
    expect(verifyPdf(twice ?? new Uint8Array(), options()).signatures[0]?.timestamp).toMatchObject({ state: 'sound' })
  })
})

const pem = (bytes: Uint8Array) => `-----BEGIN CERTIFICATE-----\n${Buffer.from(bytes).toString('base64')}\n-----END CERTIFICATE-----\n`

describe('an answer is refused', () => {
  test('when it is for another signature', () => {
    const { answer } = answeredBy({}, timestampRequest(placeIn(other).signatureValue, nonce))
    expect(readTimestampAnswer(answer, expected())).toMatchObject({ ok: false, code: 'stamp-for-another' })
  })

  test('when it answers another request', () => {
    const { answer } = answeredBy({}, timestampRequest(place.signatureValue, Buffer.from('01', 'hex')))
    expect(readTimestampAnswer(answer, expected())).toMatchObject({ ok: false, code: 'stamp-nonce-wrong' })
  })

  test('when the authority refused', () => {
    const refusal = derSequence(derSequence(derSmallInteger(2)))
    expect(readTimestampAnswer(refusal, expected())).toMatchObject({ ok: false, code: 'stamp-refused' })
  })

  test('when the stamp is older than the signature', () => {
    const later = { ...expected(), signedAt: new Date(signedAt.getTime() + 3_600_000) }
    expect(readTimestampAnswer(good.answer, later)).toMatchObject({ ok: false, code: 'stamp-too-early' })
  })

  test.each([
    ['nothing', new Uint8Array()],
    ['a web page', Buffer.from('<html>Not found</html>')],
    ['more bytes than any answer', new Uint8Array(MAX_RESPONSE_BYTES + 1)],
    ['a granted status without a stamp inside', derSequence(derSequence(derSmallInteger(0)), derSequence(derOid(OID.data)))],
  ])('when it is %s', (_name, bytes) => {
    expect(readTimestampAnswer(bytes, expected())).toMatchObject({ ok: false, code: 'stamp-response-damaged' })
  })

  test('when any byte of it was changed', () => {
    const survivors = Array.from({ length: 120 }, (_, index) => Math.floor((index * good.answer.length) / 120)).filter((at) => {
      const read = readTimestampAnswer(flipped(good.answer, at, 0x01), expected())
      // Certificates beside the authority's own, and the status text, are nobody's promise.
      return read.ok && Buffer.compare(read.token.authority.encoded, authorityOf(good.answer)) !== 0
    })
    expect(survivors).toEqual([])
  })
})

/** The content of a good stamp, signed anew by a certificate for these purposes. */
function signedForPurpose(purpose: string): Uint8Array {
  const token = readDer(good.answer).children[1]
  const info = token === undefined ? undefined : readSignedData(token).content.children[1]?.children[0]?.content
  return inFolder((at) => {
    const request = ['-subj', '/CN=Somebody', '-addext', `extendedKeyUsage=${purpose}`, '-keyout', at('key.pem'), '-out', at('cert.pem')]
    expect(runTool('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '9', ...request])).toMatchObject({ exitCode: 0 })
    const content = ['-in', at('info', info ?? new Uint8Array()), '-econtent_type', OID.timestampInfo, '-nodetach', '-binary', '-cades']
    const signer = ['-signer', at('cert.pem'), '-inkey', at('key.pem'), '-md', 'sha256', '-outform', 'DER', '-out', at('token.der')]
    expect(runTool('openssl', ['cms', '-sign', ...content, ...signer])).toMatchObject({ exitCode: 0 })
    return derSequence(derSequence(derSmallInteger(0)), readFileSync(at('token.der')))
  })
}

describe('a stamp whose signature is sound', () => {
  test.each(['critical,codeSigning', 'critical,timeStamping,codeSigning'])('is refused when its certificate is for %s', (purpose) => {
    const read = readTimestampAnswer(signedForPurpose(purpose), expected())
    expect(read).toMatchObject({ ok: false, detail: 'The certificate of the authority is not made for time-stamps alone.' })
  })
})

function authorityOf(answer: Uint8Array): Uint8Array {
  const read = readTimestampAnswer(answer, expected())
  return read.ok ? read.token.authority.encoded : new Uint8Array()
}

describe('a false stamp in a file proves nothing and breaks nothing', () => {
  const withAttribute = (...values: readonly Uint8Array[]) =>
    withCms(
      file,
      editedCms(file, CMS_PLACES.signer, (node) =>
        der(node.tag, node.content, der(0xa1, derSequence(derOid(OID.timestampToken), derSetOf(...values)))),
      ),
    )
  const timestampIn = (pdf: Uint8Array) => {
    const verdict = verifyPdf(pdf, options(good.root))
    expect(verdict.integrity.state).toBe('intact')
    return verdict.signatures[0]?.timestamp
  }

  test('when it is made up', () => {
    expect(timestampIn(withAttribute(derOctetString(new Uint8Array(9))))).toMatchObject({ state: 'broken' })
  })

  test('when it was taken from another signature', () => {
    const { answer } = answeredBy({}, timestampRequest(placeIn(other).signatureValue, nonce))
    const token = readDer(answer).children[1]?.encoded ?? new Uint8Array()
    expect(timestampIn(withAttribute(token))).toMatchObject({ state: 'broken', sentence: 'The stamp belongs to another signature.' })
  })

  test('when there are two', () => {
    const token = readDer(good.answer).children[1]?.encoded ?? new Uint8Array()
    expect(timestampIn(withAttribute(token, derOctetString(new Uint8Array(2))))).toMatchObject({ state: 'not-checked' })
  })

  test('when a byte of it was changed', () => {
    const stamped = stampedWith(good.answer)
    const before = readZeroPaddedDer(holeOf(file).cms).encoded.length
    const { start, cms } = holeOf(stamped)
    const after = readZeroPaddedDer(cms).encoded.length
    const places = Array.from({ length: 60 }, (_, index) => before + 60 + Math.floor((index * (after - before - 70)) / 60))
    for (const at of places) {
      const verdict = verifyPdf(flipped(stamped, start + 1 + at * 2, 0x01), options(good.root))
      const { timestamp } = verdict.signatures[0] ?? {}
      if (timestamp?.state === 'sound') expect(timestamp.authoritySha256).toBe(soundAuthority(stamped))
    }
  })
})

describe('a sound stamp that does not go with the signing time', () => {
  /** The finding about a report of `statedAt`, stamped now, whose certificate was made in 2020. */
  const stampedAfter = async (statedAt: Date, validityYears: number) => {
    const by = createSignerIdentity({ name: 'Ada', now: new Date('2020-01-01T00:00:00Z'), validityYears })
    const report = await signed(typstReport(), by, { facts: { name: 'Ada', reason: FACTS.reason, signedAt: statedAt } })
    const { pdf: stamped, rootDer } = stampedFile(report)
    const knownCertificates = [knownAuthority('Our stamp root', rootDer), knownPerson('Ada', by.certificateDer)]
    const trust = { knownCertificates, now: signedAt, findPack: () => undefined, isKeptHere: null }
    const { verdict } = judgePdf(stamped, trust)
    return {
      finding: identityFinding({ ...verdict, pages: null, origin: null }),
      text: describeVerdict({ ...verdict, pages: null, origin: null }),
    }
  }

  test('is a warning when it was made after the certificate had ended', async () => {
    const { finding, text } = await stampedAfter(new Date('2021-06-01T00:00:00Z'), 2)
    expect(finding).toMatchObject({ tone: 'warning', reasons: [expect.stringContaining('Nothing proves it was signed while')] })
    expect(text).toContain('nothing proves it was signed while the certificate was valid')
  })

  test('is bad when it is older than the signing time', async () => {
    const { finding, text } = await stampedAfter(new Date('2035-06-01T00:00:00Z'), 20)
    expect(finding).toMatchObject({ tone: 'bad', reasons: [expect.stringContaining('is older than the signing time')] })
    expect(text).toContain('CONTRADICTION: the time-stamp')
  })
})

function soundAuthority(stamped: Uint8Array): string {
  const { timestamp } = verifyPdf(stamped, options()).signatures[0] ?? {}
  return timestamp?.state === 'sound' ? timestamp.authoritySha256 : ''
}

describe('a place for a stamp', () => {
  test('is not found in a file without a signature, with bytes behind it, or that is no PDF', () => {
    expect(findStampPlace(typstReport())).toBeNull()
    expect(findStampPlace(joined(file, '\n'))).toBeNull()
    expect(findStampPlace(Buffer.from('no PDF'))).toBeNull()
    expect(findStampPlace(withCms(file, Buffer.from('3003020101', 'hex')))).toBeNull()
  })

  test('may be too small', () => {
    expect(addTimestamp(file, place, derOctetString(new Uint8Array(20_000)))).toBeNull()
  })

  test('is there when a chain and a revocation list are in the signature', async () => {
    const { chain, list } = inFolder((at) => makeRevocationList(at))
    const signer = { ...createInMemorySignBackend(identity), chainDer: [chain], revocationListsDer: [list] }
    const full = await signed(typstReport(), identity, { signer, facts: { ...FACTS, signedAt } })
    expect(verifyPdf(full, options()).isIntactAndUnchanged).toBe(true)
    expect(Buffer.from(holeOf(full).cms).includes(Buffer.from(list))).toBe(true)
    expect(findStampPlace(full)?.hasTimestamp).toBe(false)
  })
})

function makeRevocationList(at: (name: string, content?: Uint8Array) => string) {
  const authority = makeAuthority(at)
  const config = `[ca]\ndefault_ca=one\n[one]\ndatabase=${at('index.txt', new Uint8Array())}\ndefault_md=sha256\ndefault_crl_days=30\n`
  const args = [
    'ca',
    '-gencrl',
    '-config',
    at('ca.cnf', Buffer.from(config)),
    '-cert',
    at('root.pem'),
    '-keyfile',
    at('root.key'),
    '-out',
    at('crl.pem'),
  ]
  expect(runTool('openssl', args)).toMatchObject({ exitCode: 0 })
  expect(runTool('openssl', ['crl', '-in', at('crl.pem'), '-outform', 'DER', '-out', at('crl.der')])).toMatchObject({ exitCode: 0 })
  return { chain: authority.rootDer, list: readFileSync(at('crl.der')) }
}
