// Signers from end to end: imported ones sign, what cannot sign is refused in a sentence, and others become known here.
import { createHash, X509Certificate } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ListedSigner } from '#shared/domain/signer.ts'
import { createSignerIdentity } from '#main/report/signing/signer-identity.ts'
import { legacyFile, makeKeyFile, type KeyFileWish } from '../fixtures/pkcs12/make-key-file.ts'
import { inFolder, runTool } from '../fixtures/pdf/outside-tools.ts'
import { type Session, startEngine, startWithVault } from '../support/engine-session.ts'
import { startWithExample, startWithSignedExample } from '../support/example.ts'
import { passphrase, temporaryFolder } from '../support/vault-place.ts'

const refused = (code: string) => ({ ok: false, fault: expect.objectContaining({ code }) })
const realClock = () => new Date().toISOString()

function fileWith(bytes: Uint8Array, name = 'key.p12'): string {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, bytes)
  return path
}

/** A vault whose clock is the machine's, as openssl's is. */
async function startNow(now = realClock): Promise<Session> {
  const session = startEngine(now)
  await session.do('vault.create', { handle: session.grant(join(temporaryFolder(), 'Example.gatehouse')), passphrase })
  return session
}

const importing = (session: Session, file: Uint8Array, secret = 'secret') =>
  session.call('signers.import', { handle: session.grant(fileWith(file)), passphrase: secret, role: 'Partner' })

async function imported(session: Session, file: Uint8Array): Promise<ListedSigner> {
  return (await session.do('signers.import', { handle: session.grant(fileWith(file)), passphrase: 'secret', role: 'Partner' })).signer
}

describe('an imported signer', () => {
  test('is listed with issuer and chain, signs a report, and is known here', async () => {
    const session = await startWithExample('supplier')
    const signer = await imported(session, legacyFile('legacy-3des-rc2-40'))
    expect(signer).toMatchObject({
      name: 'Ada Byron',
      role: 'Partner',
      organization: 'Example Ltd',
      origin: 'imported',
      issuer: 'Test Root',
      issuerCount: 1,
    })
    expect((await session.do('signers.list', {})).signers.map(({ origin }) => origin).toSorted()).toEqual(['imported', 'made-here'])
    await session.do('decision.save', { assessmentId: session.assessment.id, decision: session.input.decision })
    const { verdict } = await session.do('reports.sign', { assessmentId: session.assessment.id, signerId: signer.id })
    expect(verdict).toMatchObject({
      integrity: { state: 'intact' },
      changes: { state: 'none' },
      identity: { state: 'known', knownAs: 'Ada Byron', isSelfSigned: false },
      content: { state: 'recomputes' },
    })
  })

  test('cannot be imported twice', async () => {
    const session = await startWithVault()
    await imported(session, legacyFile('legacy-3des-rc2-40'))
    expect(await importing(session, legacyFile('legacy-3des-rc2-40'))).toEqual(refused('signer-exists'))
  })

  test('leaves its passphrase nowhere, and its key only in the encrypted vault', async () => {
    const session = await startWithVault()
    await imported(session, legacyFile('legacy-3des-rc2-40'))
    const everything = { before: null, limit: 50, kinds: [], objectId: null, from: null, until: null }
    const { entries } = await session.do('history.list', everything)
    expect(JSON.stringify(entries)).not.toContain('secret')
    expect(entries.map(({ action }) => action)).toContain('signers.import')
  })
})

describe('a certificate file is refused', () => {
  const P256K = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:secp256k1']
  test.each<[string, KeyFileWish]>([
    ['certificate-cannot-sign', { extensions: ['keyUsage=critical,keyEncipherment'] }],
    ['certificate-key-weak', { newKey: ['-newkey', 'rsa:1024'] }],
    ['certificate-key-weak', { newKey: P256K }],
    ['certificate-nameless', { subject: '/C=GB' }],
    ['certificate-file-no-key', { exportOptions: ['-nokeys'] }],
    ['certificate-too-large', { extensions: [`nsComment=${'x'.repeat(9_000)}`] }],
  ])('with %s', async (code, wish) => {
    const session = await startNow()
    expect(await importing(session, makeKeyFile(wish))).toEqual(refused(code))
    expect((await session.do('signers.list', {})).signers).toEqual([])
  })

  test.each([
    ['certificate-expired', 40 * 365],
    ['certificate-not-yet-valid', -40 * 365],
  ])('with %s when the clock says so', async (code, days) => {
    const session = await startNow(() => new Date(Date.now() + days * 86_400_000).toISOString())
    expect(await importing(session, makeKeyFile({ days: 365 }))).toEqual(refused(code))
  })

  test('is refused without a described organization when a signer is to be made here', async () => {
    const session = await startNow()
    expect(await session.call('signers.create', { name: 'Dana Whitfield', role: '' })).toEqual(refused('no-organization'))
  })

  test('with a wrong passphrase, when it is something else, too large, or not there', async () => {
    const session = await startNow()
    expect(await importing(session, legacyFile('legacy-3des-rc2-40'), 'Secret')).toEqual(refused('certificate-passphrase-wrong'))
    expect(await importing(session, Buffer.from('%PDF-1.7'))).toEqual(refused('certificate-file-damaged'))
    expect(await importing(session, new Uint8Array(1024 * 1024 + 1))).toEqual(refused('file-too-large'))
    const gone = session.grant(join(temporaryFolder(), 'gone.p12'))
    expect(await session.call('signers.import', { handle: gone, passphrase: '', role: '' })).toEqual(refused('file-not-readable'))
  })
})

describe('what clients get', () => {
  test('is the certificate that openssl reads, and a page with its fingerprint; never the key', async () => {
    const session = await startWithVault()
    const signer = await imported(session, legacyFile('legacy-3des-rc2-40'))
    const [pem, page] = [join(temporaryFolder(), 'signer.pem'), join(temporaryFolder(), 'signer.txt')]
    await session.do('signers.saveCopy', { signerId: signer.id, kind: 'certificate', handle: session.grant(pem) })
    await session.do('signers.saveCopy', { signerId: signer.id, kind: 'guide', handle: session.grant(page) })
    const text = readFileSync(pem, 'utf8')
    expect(text.match(/BEGIN/g)).toHaveLength(2)
    expect(text).not.toContain('KEY')
    const openssl = runTool('openssl', ['x509', '-in', pem, '-noout', '-fingerprint', '-sha256']).text
    expect(openssl.replaceAll(':', '').toLowerCase()).toContain(signer.certificateSha256)
    expect(new X509Certificate(text).fingerprint256.replaceAll(':', '').toLowerCase()).toBe(signer.certificateSha256)
    expect(readFileSync(page, 'utf8').replace(/\s/g, '').toLowerCase()).toContain(signer.certificateSha256)
  })

  test('cannot be had for a signer who is not there', async () => {
    const session = await startWithVault()
    const order = { signerId: '00000000-0000-4000-8000-000000000009', kind: 'guide', handle: session.grant(join(temporaryFolder(), 'x')) }
    expect(await session.call('signers.saveCopy', order)).toEqual(refused('not-found'))
  })
})

/** An authority with a certificate for a person, and lists that name nobody or that person, as files. */
function makeAuthorityWithLists() {
  return inFolder((at) => {
    const openssl = (...args: string[]) => expect(runTool('openssl', args)).toMatchObject({ exitCode: 0 })
    const ca = ['-subj', '/CN=Example Authority', '-addext', 'basicConstraints=critical,CA:TRUE', '-days', '4000']
    openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', at('ca.key'), ...ca, '-out', at('ca.pem'))
    openssl('req', '-newkey', 'rsa:2048', '-nodes', '-keyout', at('key.pem'), '-subj', '/CN=Grace Hopper', '-out', at('csr.pem'))
    openssl('x509', '-req', '-in', at('csr.pem'), '-CA', at('ca.pem'), '-CAkey', at('ca.key'), '-days', '900', '-out', at('cert.pem'))
    const bundle = [
      '-inkey',
      at('key.pem'),
      '-in',
      at('cert.pem'),
      '-certfile',
      at('ca.pem'),
      '-passout',
      'pass:secret',
      '-out',
      at('out.p12'),
    ]
    openssl('pkcs12', '-export', ...bundle)
    const config = [
      '[ca]',
      'default_ca=one',
      '[one]',
      `database=${at('index', new Uint8Array())}`,
      'default_md=sha256',
      'default_crl_days=30',
      // A list with an extension is of version 2, one without of version 1.
      '[extended]',
      'authorityKeyIdentifier=keyid',
    ]
    const own = ['-config', at('ca.cnf', Buffer.from(config.join('\n'))), '-cert', at('ca.pem'), '-keyfile', at('ca.key')]
    openssl('ca', '-gencrl', ...own, '-out', at('good.crl'))
    openssl('ca', '-revoke', at('cert.pem'), ...own)
    openssl('ca', '-gencrl', ...own, '-crlexts', 'extended', '-out', at('revoked.crl'))
    const read = (name: string) => readFileSync(at(name))
    return { keyFile: read('out.p12'), authority: read('ca.pem'), good: read('good.crl'), revoked: read('revoked.crl') }
  })
}

describe('revocation lists', () => {
  test('of an issuer are kept, one for each issuer; others, damaged ones and those that name the signer are refused', async () => {
    const session = await startNow()
    const { keyFile, good, revoked } = makeAuthorityWithLists()
    const signer = await imported(session, keyFile)
    const add = (bytes: Uint8Array) =>
      session.call('signers.addRevocationList', { signerId: signer.id, handle: session.grant(fileWith(bytes, 'list.crl')) })
    expect(await add(good)).toMatchObject({ ok: true, value: { signer: { revocationListCount: 1 } } })
    expect(await add(good)).toMatchObject({ ok: true, value: { signer: { revocationListCount: 1 } } })
    expect(await add(revoked)).toEqual(refused('revocation-list-names-signer'))
    expect(await add(makeAuthorityWithLists().good)).toEqual(refused('revocation-list-foreign'))
    expect(await add(Buffer.from('hello'))).toEqual(refused('revocation-list-damaged'))
    expect((await session.do('signers.list', {})).signers[0]).toMatchObject({ revocationListCount: 1 })
  })
})

describe('certificates known here', () => {
  test('make a report from another vault known, by person or by authority, until they are taken out', async () => {
    const sender = await startWithExample('supplier')
    const signer = await imported(sender, legacyFile('legacy-3des-rc2-40'))
    await sender.do('decision.save', { assessmentId: sender.assessment.id, decision: sender.input.decision })
    const { report } = await sender.do('reports.sign', { assessmentId: sender.assessment.id, signerId: signer.id })
    const [pdf, pem] = [join(temporaryFolder(), 'report.pdf'), join(temporaryFolder(), 'chain.pem')]
    await sender.do('reports.saveCopy', { reportId: report.id, handle: sender.grant(pdf) })
    await sender.do('signers.saveCopy', { signerId: signer.id, kind: 'certificate', handle: sender.grant(pem) })
    const [leaf, issuer] = readFileSync(pem, 'utf8').split(/(?=-----BEGIN)/)
    const reader = await startWithVault()
    const identity = async () => (await reader.do('verify.file', { handle: reader.grant(pdf) })).verdict.identity
    const add = async (text: string, kind: 'person' | 'authority') => {
      const handle = reader.grant(fileWith(Buffer.from(text), 'one.pem'))
      const { certificate } = await reader.do('signers.inspectCertificate', { handle })
      return reader.do('signers.addKnown', { handle, sha256: certificate.sha256, kind, name: `Known ${kind}` })
    }
    expect(await identity()).toMatchObject({ state: 'unknown' })
    const { certificates } = await add(leaf ?? '', 'person')
    expect(certificates).toMatchObject([{ name: 'Known person', subject: 'Ada Byron', kind: 'person' }])
    expect(await identity()).toMatchObject({ state: 'known', knownAs: 'Known person' })
    await reader.do('signers.removeKnown', { sha256: certificates[0]?.sha256 ?? '' })
    expect(await identity()).toMatchObject({ state: 'unknown' })
    await add(issuer ?? '', 'authority')
    expect(await identity()).toMatchObject({ state: 'known', knownAs: 'Known authority' })
  })

  test('are refused when the file changed since it was compared, holds none, or may not vouch', async () => {
    const session = await startWithSignedExample('partner')
    const pem = join(temporaryFolder(), 'own.pem')
    await session.do('signers.saveCopy', { signerId: session.signer.id, kind: 'certificate', handle: session.grant(pem) })
    const handle = session.grant(pem)
    const { certificate } = await session.do('signers.inspectCertificate', { handle })
    expect(certificate).toMatchObject({ isSelfSigned: true, isAuthority: false, sha256: session.signer.certificateSha256 })
    const known = { handle, sha256: certificate.sha256, kind: 'person', name: 'Somebody' }
    expect(await session.call('signers.addKnown', { ...known, sha256: createHash('sha256').digest('hex') })).toEqual(
      refused('certificate-changed'),
    )
    expect(await session.call('signers.addKnown', { ...known, kind: 'authority' })).toEqual(refused('certificate-no-authority'))
    const junk = session.grant(fileWith(Buffer.from('-----BEGIN NOTHING-----'), 'junk.pem'))
    expect(await session.call('signers.inspectCertificate', { handle: junk })).toEqual(refused('certificate-file-damaged'))
    // Its last algorithm is named by something that is no name; the rest of it reads.
    const odd = Uint8Array.from(
      new X509Certificate(createSignerIdentity({ name: 'Eve', now: new Date(), validityYears: 1 }).certificateDer).raw,
    )
    odd[Buffer.from(odd).lastIndexOf(Buffer.from('06082a8648ce3d040302', 'hex'))] = 0x04
    const oddHandle = session.grant(fileWith(odd, 'odd.cer'))
    expect(await session.call('signers.inspectCertificate', { handle: oddHandle })).toEqual(refused('certificate-file-damaged'))
    expect(session.faults).toEqual([])
    expect(await session.call('signers.removeKnown', { sha256: certificate.sha256 })).toEqual(refused('not-found'))
  })
})
