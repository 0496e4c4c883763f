// Who vouches for a signer: authorities that may, at the time of the signature, over a chain that holds; made by openssl.
import crypto from 'node:crypto'
import { readFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { describeVerdict } from '#main/cli/verify-command.ts'
import { judgePdf } from '#main/features/reports/verdict.ts'
import { createInMemorySignBackend } from '#main/report/signing/sign-backend.ts'
import { createSignerIdentity } from '#main/report/signing/signer-identity.ts'
import { readCertificate } from '#main/report/verification/certificate-reader.ts'
import { OID } from '#main/report/verification/oids.ts'
import type { KnownCertificate } from '#main/report/verification/verdict.ts'
import { DOCUMENT_PURPOSES, type Occasion, whoKnows } from '#main/report/verification/vouching.ts'
import { identityFinding } from '#renderer/features/reports/verdict-words.ts'
import { knownAuthority, knownPerson } from '../fixtures/pdf/known-certificates.ts'
import { inFolder, runTool } from '../fixtures/pdf/outside-tools.ts'
import { stampedFile } from '../fixtures/timestamps/stamped-file.ts'
import { signed } from '../fixtures/pdf/signed-report.ts'
import { typstReport } from '../fixtures/pdf/typst-report.ts'

const dayMs = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * dayMs)
const authority = ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,keyCertSign,cRLSign']

interface Link {
  readonly extensions: readonly string[]
  readonly days: number
}

interface Wish {
  readonly root?: Partial<Link>
  /** From the root down. */
  readonly between?: readonly Partial<Link>[]
  readonly signer?: Partial<Link>
}

interface Chain {
  readonly root: Uint8Array
  readonly between: readonly Uint8Array[]
  readonly signer: Uint8Array
}

/** A root, what stands between, and a signer; each issued by the one before. */
function makeChain({ root = {}, between = [], signer = {} }: Wish): Chain {
  const links = [root, ...between].map((link) => ({ extensions: authority, days: 100, ...link }))
  const all = [...links, { extensions: ['keyUsage=critical,digitalSignature'], days: 100, ...signer }]
  return inFolder((place) => {
    const made = all.map(({ extensions, days }, index) => {
      const out = place(`${index}.der`)
      const args = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-config', place('cnf', emptyConfig)]
      const issuer = index === 0 ? [] : ['-CA', place(`${index - 1}.pem`), '-CAkey', place(`${index - 1}.key`)]
      const subject = ['-subj', `/CN=Link ${index}`, '-days', String(days), ...extensions.flatMap((one) => ['-addext', one])]
      const result = runTool('openssl', [...args, ...issuer, ...subject, '-keyout', place(`${index}.key`), '-out', place(`${index}.pem`)])
      expect(result).toMatchObject({ exitCode: 0 })
      runTool('openssl', ['x509', '-in', place(`${index}.pem`), '-outform', 'DER', '-out', out])
      return Uint8Array.from(readFileSync(out))
    })
    return { root: made[0] ?? new Uint8Array(), between: made.slice(1, -1), signer: made.at(-1) ?? new Uint8Array() }
  })
}

// So that nothing but the wished extensions is in a certificate.
const emptyConfig = Buffer.from('[req]\ndistinguished_name = name\n[name]\n')

function knownBy({ root, between, signer }: Chain, occasion: Partial<Occasion> = {}): string | null {
  const known = [knownAuthority('Our root', root)]
  const usual = { embedded: [signer, ...between], revocationData: [], at: inDays(1), purposes: DOCUMENT_PURPOSES }
  return whoKnows(readCertificate(signer), { ...usual, ...occasion }, known).knownAs
}

const limited = (length: number): Partial<Link> => ({
  extensions: [`basicConstraints=critical,CA:TRUE,pathlen:${length}`, 'keyUsage=critical,keyCertSign'],
})
const usedFor = (purposes: string): Partial<Link> => ({ extensions: ['keyUsage=digitalSignature', `extendedKeyUsage=${purposes}`] })

describe('a signer is known by an authority', () => {
  test.each<[string, Wish]>([
    ['that issued the certificate', {}],
    ['over two others, in any order', { between: [{}, {}] }],
    ['without key usage', { root: { extensions: ['basicConstraints=CA:TRUE'] } }],
    ['whose path is just long enough', { root: limited(1), between: [limited(0)] }],
    ['when the certificate is made for signing documents', { signer: usedFor(OID.documentSigning) }],
    ['when the certificate is made for mail, among others', { signer: usedFor('clientAuth,emailProtection') }],
    ['when the certificate is made for any purpose', { signer: usedFor('anyExtendedKeyUsage') }],
  ])('%s', (_name, wish) => {
    expect(knownBy(makeChain(wish))).toBe('Our root')
  })

  test('only over what the signature brings along', () => {
    const chain = makeChain({ between: [{}] })
    expect(knownBy(chain, { embedded: [] })).toBeNull()
    expect(knownBy(chain, { embedded: [Buffer.from('no certificate'), ...chain.between] })).toBe('Our root')
  })
})

describe('a signer stays unknown when the authority', () => {
  test.each<[string, Wish]>([
    ['says that it is none', { root: { extensions: ['basicConstraints=critical,CA:FALSE'] } }],
    ['says nothing of being one', { root: { extensions: ['keyUsage=keyCertSign'] } }],
    ['may not sign certificates', { root: { extensions: ['basicConstraints=CA:TRUE', 'keyUsage=digitalSignature,cRLSign'] } }],
    ['allows no further one', { root: limited(0), between: [{}] }],
    ['allows one less than there are', { root: limited(1), between: [{}, {}] }],
    ['goes over one that is none', { between: [{ extensions: ['basicConstraints=critical,CA:FALSE'] }] }],
    [
      'goes over one that may not sign certificates',
      { between: [{ extensions: ['basicConstraints=CA:TRUE', 'keyUsage=digitalSignature'] }] },
    ],
    ['goes over one that allows no further one', { between: [limited(0), {}] }],
    ['vouches for one that is made for something else', { signer: usedFor('clientAuth,serverAuth') }],
    ['goes over one that is made for something else', { between: [{ extensions: [...authority, 'extendedKeyUsage=serverAuth'] }] }],
    ['goes over one that limits names', { between: [{ extensions: [...authority, 'nameConstraints=permitted;DNS:example.org'] }] }],
    ['vouches for one with a limit that nobody here can read', { signer: { extensions: ['1.2.3.4.5=critical,ASN1:UTF8String:x'] } }],
  ])('%s', (_name, wish) => {
    expect(knownBy(makeChain(wish))).toBeNull()
  })

  test('or one on the way was not valid when it was signed', () => {
    const short = makeChain({ root: { days: 10 } })
    const shortBetween = makeChain({ between: [{ days: 10 }] })
    for (const chain of [short, shortBetween]) {
      expect(knownBy(chain, { at: inDays(9) })).toBe('Our root')
      expect(knownBy(chain, { at: inDays(11) })).toBeNull()
      expect(knownBy(chain, { at: inDays(-1) })).toBeNull()
    }
  })

  test('unless the certificate itself was compared', () => {
    const { signer } = makeChain({ signer: usedFor('clientAuth') })
    const known = [knownPerson('Ada', signer)]
    const occasion = { embedded: [], revocationData: [], at: inDays(1), purposes: DOCUMENT_PURPOSES }
    expect(whoKnows(readCertificate(signer), occasion, known)).toEqual({
      knownAs: 'Ada',
      vouchedBy: null,
      revocation: { state: 'not-checked' },
    })
  })
})

interface ListWish {
  /** Whether an office of the root issued the signer. */
  readonly hasOffice?: boolean
  /** Of every list, as openssl's configuration has them. */
  readonly listExtensions?: readonly string[]
}

/** A signer under a root, with lists of the root in which signer and office are revoked at these times, or not named. */
function makeRevocable(times: readonly (Date | null)[], { hasOffice = false, listExtensions = [] }: ListWish = {}) {
  return inFolder((place) => {
    const openssl = (...args: readonly string[]) => expect(runTool('openssl', args)).toMatchObject({ exitCode: 0 })
    const config = place(
      'cnf',
      Buffer.from(
        [`${emptyConfig.toString()}[ca]`, 'default_ca=one', '[one]', `database=${place('index')}`, 'default_md=sha256']
          .concat(listExtensions.length === 0 ? [] : ['crl_extensions=listed', '[listed]', ...listExtensions], '')
          .join('\n'),
      ),
    )
    const make = (name: string, ...args: readonly string[]) => {
      const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', place(`${name}.key`)]
      openssl('req', '-x509', ...key, '-config', config, '-days', '100', '-subj', `/CN=${name}`, ...args, '-out', place(`${name}.pem`))
      openssl('x509', '-in', place(`${name}.pem`), '-outform', 'DER', '-out', place(`${name}.der`))
      return Uint8Array.from(readFileSync(place(`${name}.der`)))
    }
    const mayIssue = authority.flatMap((one) => ['-addext', one])
    const issuedBy = (name: string) => ['-CA', place(`${name}.pem`), '-CAkey', place(`${name}.key`)]
    const root = make('Acme Root', ...mayIssue)
    const [rootPem, rootKey] = [place('Acme Root.pem'), place('Acme Root.key')]
    const office = hasOffice ? make('Acme Office', '-set_serial', '0x55', ...mayIssue, ...issuedBy('Acme Root')) : root
    const above = issuedBy(hasOffice ? 'Acme Office' : 'Acme Root')
    const certificate = make('Mallory', '-set_serial', '0x77', '-addext', 'keyUsage=digitalSignature', ...above)
    openssl('pkcs8', '-topk8', '-nocrypt', '-in', place('Mallory.key'), '-outform', 'DER', '-out', place('key.der'))
    const lists = times.map((at, index) => {
      const utc = at?.toISOString().replaceAll(/\D/g, '').slice(2, 14)
      const rows = ['77', '55'].map((serial) => `R\t350101000000Z\t${utc}Z\t${serial}\tunknown\t/CN=Number ${serial}\n`)
      place('index', Buffer.from(at === null ? '' : rows.join('')))
      openssl('ca', '-gencrl', '-config', config, '-cert', rootPem, '-keyfile', rootKey, '-crldays', '9', '-out', place(`${index}.pem`))
      openssl('crl', '-in', place(`${index}.pem`), '-outform', 'DER', '-out', place(`${index}.der`))
      return Uint8Array.from(readFileSync(place(`${index}.der`)))
    })
    const identity = { certificateDer: certificate, privateKeyPkcs8: Uint8Array.from(readFileSync(place('key.der'))) }
    return { root, office, identity, lists }
  })
}

describe('an authority that its own issuer revoked vouches for nobody', () => {
  const { root, office, identity, lists } = makeRevocable([inDays(-1), null], { hasOffice: true })
  const [revoked, unnamed] = lists
  const knows = (authority: KnownCertificate, list: Uint8Array | undefined) => {
    const occasion = {
      embedded: [root, office],
      revocationData: list === undefined ? [] : [list],
      at: inDays(1),
      purposes: DOCUMENT_PURPOSES,
    }
    return whoKnows(readCertificate(identity.certificateDer), occasion, [authority]).knownAs
  }

  test.each([
    ['on the way to a known one', knownAuthority('Acme', root)],
    ['known itself', knownAuthority('Acme', office)],
  ])('%s', (_name, authority) => {
    expect(knows(authority, undefined)).toBe('Acme')
    expect(knows(authority, unnamed)).toBe('Acme')
    expect(knows(authority, revoked)).toBeNull()
  })
})

test('a signature with as many certificates and lists as are read takes few checks with a key, whoever is known', () => {
  const own = makeRevocable([null])
  // By the same names, with other keys.
  const foreign = makeRevocable([null])
  const imported = vi.spyOn(crypto, 'createPublicKey')
  syncBuiltinESMExports()
  onTestFinished(() => {
    imported.mockRestore()
    syncBuiltinESMExports()
  })
  const most = (content: Uint8Array | undefined, count: number) => Array.from({ length: count }, () => content ?? new Uint8Array())
  for (const [brought, listed, known] of [
    [own, foreign, []],
    [foreign, own, []],
    [own, own, [knownAuthority('Acme', foreign.root)]],
    [foreign, foreign, [knownAuthority('Acme', own.root)]],
  ] as const) {
    imported.mockClear()
    const revocationData = most(listed.lists[0], 20)
    const occasion = { embedded: most(brought.root, 40), revocationData, at: inDays(1), purposes: DOCUMENT_PURPOSES }
    whoKnows(readCertificate(own.identity.certificateDer), occasion, known)
    expect(imported.mock.calls.length).toBeGreaterThan(500)
    expect(imported.mock.calls.length).toBeLessThan(4_000)
  }
})

test('a list of another authority of the same name is no word on a certificate, even with that authority in the signature', () => {
  const [own, foreign] = [makeRevocable([]), makeRevocable([inDays(-1)])]
  const occasion = { embedded: [own.root, foreign.root], revocationData: foreign.lists, at: inDays(1), purposes: DOCUMENT_PURPOSES }
  expect(whoKnows(readCertificate(own.identity.certificateDer), occasion, []).revocation).toEqual({ state: 'not-checked' })
})

describe('a list that speaks', () => {
  test.each<{ kind: string; extensions: readonly string[]; states: readonly ('revoked' | 'not-checked' | 'not-named')[] }>([
    {
      kind: 'of some certificates names those, and is no word on others',
      extensions: ['issuingDistributionPoint=critical,@point', '[point]', 'onlyuser=TRUE'],
      states: ['revoked', 'not-checked'],
    },
    {
      kind: 'of other issuers, too, is not used',
      extensions: ['issuingDistributionPoint=critical,@point', '[point]', 'indirectCRL=TRUE'],
      states: ['not-checked', 'not-checked'],
    },
    { kind: 'of changes to another is not used', extensions: ['2.5.29.27=critical,DER:020101'], states: ['not-checked', 'not-checked'] },
    { kind: 'in a way that is not critical counts', extensions: ['1.2.3.4.5=ASN1:UTF8String:x'], states: ['revoked', 'not-named'] },
  ])('$kind', ({ extensions: listExtensions, states }) => {
    const { root, identity, lists } = makeRevocable([inDays(-1), null], { listExtensions })
    const found = lists.map((list) => {
      const occasion = { embedded: [root], revocationData: [list], at: inDays(1), purposes: DOCUMENT_PURPOSES }
      return whoKnows(readCertificate(identity.certificateDer), occasion, []).revocation.state
    })
    expect(found).toEqual(states)
  })
})

describe('what became of a certificate that a known authority issued', () => {
  const now = new Date(Math.floor(Date.now() / 1000) * 1000)
  const { root, identity, lists } = makeRevocable([inDays(-1), null, inDays(2)])
  const [revoked, unnamed, later] = lists
  const signedWith = (list: Uint8Array | undefined) => {
    const signer = createInMemorySignBackend({ ...identity, chainDer: [root], revocationListsDer: list === undefined ? [] : [list] })
    return signed(typstReport(), createSignerIdentity({ name: 'Nobody', now, validityYears: 1 }), {
      signer,
      facts: { name: 'Mallory', reason: 'Approved', signedAt: new Date(now.getTime() + 60_000) },
    })
  }
  const judged = (pdf: Uint8Array, authorities: readonly KnownCertificate[] = [knownAuthority('Acme Root CA', root)], at = now) => {
    const { verdict } = judgePdf(pdf, { knownCertificates: authorities, now: at, findPack: () => undefined, isKeptHere: null })
    return { ...verdict, pages: null, origin: null }
  }

  test('is said not to have been checked, and who is known is the authority', async () => {
    const verdict = judged(await signedWith(undefined))
    expect(identityFinding(verdict)).toMatchObject({
      tone: 'good',
      answer: expect.stringContaining('The certificate says Mallory; Acme Root CA, known here, issued it.'),
      reasons: ['Whether it was revoked was not checked.'],
    })
    expect(describeVerdict(verdict)).toContain('whether it was revoked was not checked')
    expect(identityFinding(judged(await signedWith(unnamed))).reasons).toEqual([expect.stringContaining('does not name the certificate')])
  })

  test('is bad when the list that came along names it, whoever knows it', async () => {
    const file = await signedWith(revoked)
    expect(identityFinding(judged(file))).toMatchObject({
      tone: 'bad',
      reasons: [expect.stringContaining('Its issuer revoked the certificate on')],
    })
    expect(describeVerdict(judged(file))).toContain('REVOKED: its issuer revoked the certificate on')
    const compared = knownPerson('Mallory', identity.certificateDer)
    expect(identityFinding(judged(file, [knownAuthority('Acme Root CA', root), compared])).tone).toBe('bad')
    // A list of somebody else says nothing.
    const foreign = makeRevocable([inDays(-1)])
    expect(identityFinding(judged(await signedWith(foreign.lists[0]))).reasons).toEqual(['Whether it was revoked was not checked.'])
  })

  test('is a warning when a known time-stamp is older than that', async () => {
    const file = await signedWith(later)
    expect(identityFinding(judged(file)).tone).toBe('bad')
    const { pdf: stamped, rootDer: stampRoot } = stampedFile(file)
    const verdict = judged(stamped, [knownAuthority('Acme Root CA', root), knownAuthority('Our stamp root', stampRoot)])
    expect(identityFinding(verdict)).toMatchObject({ tone: 'warning', reasons: [expect.stringContaining('after the time-stamp')] })
    expect(describeVerdict(verdict)).toContain('issued by Our stamp root, which is known here')
    expect(identityFinding(judged(stamped)).tone).toBe('bad')
    // The stamp shows that it was there while the certificate was valid; a clock of the signer alone shows nothing.
    const afterwards = (authorities: readonly KnownCertificate[]) =>
      judged(stamped, authorities, inDays(200)).signatures[0]?.doubts.map(({ kind }) => kind)
    expect(afterwards([knownAuthority('Our stamp root', stampRoot)])).toEqual(['revoked-later'])
    expect(afterwards([])).toEqual(['revoked', 'time-unproven'])
  })
})
