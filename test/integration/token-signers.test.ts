// Signers on smart cards and tokens from end to end: added after their key proved itself, they sign, countersign, and freeze nothing when they fail.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runTool } from '../fixtures/pdf/outside-tools.ts'
import { type Session, startWithVault } from '../support/engine-session.ts'
import { startWithExample } from '../support/example.ts'
import { addCardSigner, cardDesk, orderFor } from '../support/tokens/card-signer.ts'
import { makeOddModule } from '../support/tokens/odd-module.ts'
import { makeSoftToken, pin, type SoftToken, useSoftToken } from '../support/tokens/soft-token.ts'
import { temporaryFolder } from '../support/vault-place.ts'

const made = mkdtempSync(join(tmpdir(), 'gatehouse-cards-'))
afterAll(() => rmSync(made, { recursive: true, force: true }))
const cardIn = (name: string, wish: Omit<Parameters<typeof makeSoftToken>[0], 'folder'>) =>
  makeSoftToken({ folder: join(made, name), ...wish })

let rsa: SoftToken
let curve: SoftToken
beforeAll(() => {
  rsa = cardIn('rsa', {})
  curve = cardIn('curve', { kind: 'p384', subject: '/CN=Grace Hopper/O=Example Ltd' })
})

const refused = (code: string) => ({ ok: false, fault: expect.objectContaining({ code }) })
// openssl makes certificates for the machine's own time.
const realClock = () => new Date().toISOString()
const withDesk = { tokens: cardDesk }

async function tokensAt(session: Session, modulePath: string) {
  return (await session.do('signers.readTokens', { handle: session.grant(modulePath) })).tokens
}

async function startDecided() {
  const session = await startWithExample('supplier', realClock, withDesk)
  await session.do('decision.save', { assessmentId: session.assessment.id, decision: session.input.decision })
  return session
}

describe('a signer on a token', () => {
  test('is added with its issuer, signs a report that anybody can check, and its PIN stays nowhere', async () => {
    const session = await startDecided()
    const signer = await addCardSigner(session, rsa)
    expect(signer).toMatchObject({
      name: 'Ada Byron',
      role: 'Partner',
      organization: 'Example Ltd',
      origin: 'token',
      issuer: 'Card Root',
      issuerCount: 1,
      tokenLabel: 'Example card',
      tokenSerial: rsa.serial,
    })
    expect((await session.do('signers.tokenState', { signerId: signer.id })).token).toMatchObject({ label: 'Example card', pin: 'fine' })
    const { report, verdict } = await session.do('reports.sign', { assessmentId: session.assessment.id, signerId: signer.id, pin })
    expect(verdict).toMatchObject({
      integrity: { state: 'intact' },
      changes: { state: 'none' },
      identity: { state: 'known', knownAs: 'Ada Byron', isSelfSigned: false },
      content: { state: 'recomputes' },
    })
    const copy = join(temporaryFolder(), 'report.pdf')
    await session.do('reports.saveCopy', { reportId: report.id, handle: session.grant(copy) })
    const { text } = runTool('pdfsig', [copy])
    expect(text).toContain('Signature is Valid')
    expect(text).toContain('Total document signed')
    const everything = { before: null, limit: 200, kinds: [], objectId: null, from: null, until: null }
    const history = JSON.stringify(await session.do('history.list', everything))
    expect(history).toContain('signers.addToken')
    expect(history).not.toContain(pin)
    expect(await session.call('signers.addToken', await orderFor(session, rsa))).toEqual(refused('signer-exists'))
  })

  test('with a key on a curve signs what is left to sign: further places, files, and reports on the whole', async () => {
    const session = await startDecided()
    const signer = await addCardSigner(session, curve)
    const { report } = await session.do('reports.sign', {
      assessmentId: session.assessment.id,
      signerId: session.signer.id,
      furtherSigners: ['reviewer', 'client'],
    })
    const wish = { signerId: signer.id, reason: 'I agree', pin }
    const { versions, verdict } = await session.do('reports.countersign', { reportId: report.id, ...wish })
    expect(versions.openFields).toBe(1)
    expect(verdict).toMatchObject({ integrity: { state: 'intact' } })
    const [sent, signed] = [join(temporaryFolder(), 'sent.pdf'), join(temporaryFolder(), 'signed.pdf')]
    await session.do('reports.saveCopy', { reportId: report.id, handle: session.grant(sent) })
    const files = { handle: session.grant(sent), copyHandle: session.grant(signed) }
    expect(await session.call('verify.countersignFile', { ...files, ...wish, pin: '000000' })).toEqual(refused('token-pin-few'))
    expect((await session.do('verify.countersignFile', { ...files, ...wish })).verdict).toMatchObject({ integrity: { state: 'intact' } })
    const overview = await session.do('reports.signOverview', { kind: 'portfolio', signerId: signer.id, pin })
    expect(overview.verdict).toMatchObject({ integrity: { state: 'intact' }, identity: { state: 'known', knownAs: 'Grace Hopper' } })
  })

  test('freezes and keeps nothing when the token does not sign, and signs when it does', async () => {
    const session = await startDecided()
    const signer = await addCardSigner(session, rsa)
    const order = { assessmentId: session.assessment.id, signerId: signer.id }
    expect(await session.call('reports.sign', { ...order, pin: '111111' })).toEqual(refused('token-pin-few'))
    expect(await session.call('reports.sign', order)).toEqual(refused('token-pin-needed'))
    useSoftToken(curve)
    expect(await session.call('reports.sign', { ...order, pin })).toEqual(refused('token-other'))
    expect(await session.call('signers.tokenState', { signerId: signer.id })).toEqual(refused('token-other'))
    useSoftToken(rsa)
    const faulty = session.grant(makeOddModule(temporaryFolder(), ['FLIPS']))
    await session.do('signers.setTokenModule', { signerId: signer.id, handle: faulty })
    expect(await session.call('reports.sign', { ...order, pin })).toEqual(refused('token-signature-wrong'))
    expect((await session.do('reports.list', {})).total).toBe(0)
    await session.do('signers.setTokenModule', { signerId: signer.id, handle: session.grant(rsa.modulePath) })
    expect((await session.do('reports.sign', { ...order, pin })).verdict.integrity).toMatchObject({ state: 'intact' })
    expect(session.faults).toEqual([])
  })

  test('waits for a token that hangs only until somebody cancels', async () => {
    const session = await startDecided()
    const signer = await addCardSigner(session, rsa)
    const hangs = session.grant(makeOddModule(temporaryFolder(), ['AT_SIGN', 'HANGS']))
    await session.do('signers.setTokenModule', { signerId: signer.id, handle: hangs })
    const outcome = session.call('reports.countersign', { reportId: session.assessment.id, signerId: signer.id, reason: 'x', pin })
    expect(await outcome).toEqual(refused('not-found'))
    const signing = session.call('reports.sign', { assessmentId: session.assessment.id, signerId: signer.id, pin })
    const cancelling = setInterval(() => cardDesk.cancel(), 500)
    expect(await signing).toEqual(refused('token-cancelled'))
    clearInterval(cancelling)
    expect((await session.do('reports.list', {})).total).toBe(0)
  })
})

describe('a certificate on a token', () => {
  test.each([
    ['certificate-cannot-sign', { extensions: ['keyUsage=critical,keyEncipherment'] }, 0],
    ['certificate-nameless', { subject: '/C=GB' }, 0],
    ['certificate-expired', {}, 400],
    ['certificate-not-yet-valid', {}, -1],
  ])('is shown with its obstacle and not added: %s', async (problem, wish, days) => {
    const session = await startWithVault(() => new Date(Date.now() + days * 86_400_000).toISOString(), withDesk)
    const card = cardIn(problem, { kind: 'p256', ...wish })
    const tokens = await tokensAt(session, card.modulePath)
    const certificates = tokens.find(({ serial }) => serial === card.serial)?.certificates
    expect(certificates).toEqual([expect.objectContaining({ problem, issuerCount: 1 })])
    expect(await session.call('signers.addToken', await orderFor(session, card))).toEqual(refused(problem))
    expect((await session.do('signers.list', {})).signers).toEqual([])
  })

  test('is not added when the token does not prove that it has the key', async () => {
    const session = await startWithVault(realClock, withDesk)
    const order = await orderFor(session, rsa)
    expect(await session.call('signers.addToken', { ...order, pin: '222222' })).toEqual(refused('token-pin-few'))
    expect(await session.call('signers.addToken', { ...order, sha256: '0'.repeat(64) })).toEqual(refused('token-key-missing'))
    expect(await session.call('signers.addToken', { ...order, serial: 'other' })).toEqual(refused('token-other'))
    const odd = await orderFor(session, rsa, makeOddModule(temporaryFolder(), ['FLIPS']))
    expect(await session.call('signers.addToken', odd)).toEqual(refused('token-signature-wrong'))
    expect((await session.do('signers.list', {})).signers).toEqual([])
    const { signer } = await session.do('signers.addToken', { ...order, withIssuers: false })
    expect(signer.issuerCount).toBe(0)
  })

  test('is not looked for in what is no module', async () => {
    const session = await startWithVault(realClock, withDesk)
    const path = join(temporaryFolder(), 'module.so')
    writeFileSync(path, 'text')
    expect(await session.call('signers.readTokens', { handle: session.grant(path) })).toEqual(refused('token-module-unusable'))
    const elsewhere = await startWithVault()
    expect(await elsewhere.call('signers.readTokens', { handle: elsewhere.grant(path) })).toEqual(refused('tokens-unavailable'))
  })
})
