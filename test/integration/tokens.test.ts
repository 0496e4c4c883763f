// The process that is started for a smart card or token: it signs with SoftHSM's keys, and no module can do more to the app than fail.
import { verify, X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTokenDesk, type TokenDesk } from '#main/tokens/token-desk.ts'
import type { TokenJob } from '#main/tokens/token-job.ts'
import { nodeTokenChild } from '../support/tokens/node-token-child.ts'
import { makeOddModule } from '../support/tokens/odd-module.ts'
import { type KeyKind, makeSoftToken, pin, type SoftToken, useSoftToken } from '../support/tokens/soft-token.ts'
import { temporaryFolder } from '../support/vault-place.ts'

type SignJob = Extract<TokenJob, { kind: 'sign' }>
const content = Buffer.from('signed attributes')
const made = mkdtempSync(join(tmpdir(), 'gatehouse-tokens-'))
afterAll(() => rmSync(made, { recursive: true, force: true }))

let card: SoftToken
const pids: number[] = []
const newDesk = (patienceMs = { list: 5_000, sign: 5_000 }): TokenDesk =>
  createTokenDesk(
    nodeTokenChild((id) => pids.push(id)),
    patienceMs,
  )

beforeAll(() => {
  card = makeSoftToken({ folder: made })
})

const isRunning = (id: number) => {
  try {
    return process.kill(id, 0)
  } catch {
    return false
  }
}

function signing(token: SoftToken, changes: Partial<SignJob> = {}): SignJob {
  const { modulePath, serial, label } = token
  return { kind: 'sign', modulePath, serial, label, keyId: '02', algorithm: 'rsa-pkcs1-sha256', content, pin: Buffer.from(pin), ...changes }
}

/** What signing with a module comes to that misbehaves in these ways. */
async function signWithOdd(ways: readonly string[], changes: Partial<SignJob> = {}, desk = newDesk()) {
  useSoftToken(card)
  const answer = await desk.run(signing(card, { modulePath: makeOddModule(temporaryFolder(), ways), ...changes }))
  return answer.kind === 'fault' ? answer.code : answer.kind
}

describe('a token', () => {
  test.each<[KeyKind, SignJob['algorithm']]>([
    ['rsa', 'rsa-pkcs1-sha256'],
    ['p256', 'ecdsa-sha256'],
    ['p384', 'ecdsa-sha384'],
    ['p521', 'ecdsa-sha512'],
  ])('with a key of kind %s is listed and signs', async (kind, algorithm) => {
    const token = makeSoftToken({ folder: temporaryFolder(), kind })
    const listed = await newDesk().run({ kind: 'list', modulePath: token.modulePath })
    const wanted = { label: 'Example card', serial: token.serial, isReady: true, pin: 'fine', hasPinPad: false }
    if (listed.kind !== 'tokens') throw new Error(listed.kind)
    const found = listed.tokens.find(({ serial }) => serial === token.serial)
    expect(found).toMatchObject(wanted)
    expect(found?.certificates.map(({ keyId }) => keyId).toSorted()).toEqual(['02', 'ca'])
    const signed = await newDesk().run(signing(token, { algorithm }))
    if (signed.kind !== 'signature') throw new Error(JSON.stringify(signed))
    const { publicKey: key } = new X509Certificate(token.certificateDer)
    expect(verify(algorithm.slice(-6), content, { key, dsaEncoding: 'ieee-p1363' }, signed.value)).toBe(true)
  })

  test('whose key wants its PIN before each signature gets it twice', async () => {
    const token = makeSoftToken({ folder: temporaryFolder(), keyWords: ['--always-auth'] })
    expect(await newDesk().run(signing(token))).toMatchObject({ kind: 'signature' })
  })

  test.each([
    ['0x40', 'signature'],
    ['0x250', 'token-key-refused'],
  ])('that knows mechanism %s only comes to: %s', async (mechanism, outcome) => {
    expect(await signWithOdd([`ONLY_MECHANISM=${mechanism}`])).toBe(outcome)
  })

  test('with keys for the PIN on its reader is asked to take it there, whatever was typed here', async () => {
    const pad = ['FLAGS=0x100UL', `PIN_PAD="${pin}"`]
    expect(await signWithOdd(pad, { pin: null })).toBe('signature')
    expect(await signWithOdd(pad)).toBe('signature')
  })

  test.each<[string, string, { ways?: readonly string[]; changes?: Partial<SignJob> }]>([
    ['a PIN of the wrong length', 'token-pin-unusable', { ways: ['LOGIN_RETURNS=0xA2UL'] }],
    ['a PIN that is wrong once more', 'token-pin-wrong', { ways: ['LOGIN_RETURNS=0xA0UL'] }],
    ['the last try but one', 'token-pin-final', { ways: ['LOGIN_RETURNS=0xA0UL', 'FLAGS=0x20000UL'] }],
    ['the PIN that locks it', 'token-pin-locked', { ways: ['LOGIN_RETURNS=0xA4UL'] }],
    ['a PIN that is locked already', 'token-pin-locked', { ways: ['FLAGS=0x40000UL'] }],
    ['no PIN', 'token-pin-needed', { changes: { pin: null } }],
    ['a cancel on its own keys', 'token-cancelled', { ways: ['LOGIN_RETURNS=0x50UL'] }],
    ['another key', 'token-key-missing', { changes: { keyId: '77' } }],
    ['a key that may not sign', 'token-key-refused', { ways: ['NO_SIGN'] }],
    ['another token', 'token-other', { changes: { serial: 'other' } }],
    ['the same card, shown for another of its PINs', 'token-other', { changes: { label: 'other' } }],
    ['a token that is pulled out', 'token-removed', { ways: ['AT_SIGN', 'SIGN_RETURNS=0x30UL', 'GONE_AFTER=2'] }],
  ])('says so: %s (%s)', async (_, code, { ways = [], changes = {} }) => {
    expect(await signWithOdd(ways, changes)).toBe(code)
  })

  test('counts a wrong PIN, and forgets it with the next right one', async () => {
    expect(await signWithOdd([], { pin: Buffer.from('000000') })).toBe('token-pin-few')
    const counted = await newDesk().run({ kind: 'list', modulePath: card.modulePath })
    expect(counted).toMatchObject({ kind: 'tokens', tokens: expect.arrayContaining([expect.objectContaining({ pin: 'few-tries' })]) })
    expect(await newDesk().run(signing(card))).toMatchObject({ kind: 'signature' })
  })

  test('that vanishes between login and signature is gone, and nothing was signed', async () => {
    const token = makeSoftToken({ folder: temporaryFolder() })
    const modulePath = makeOddModule(temporaryFolder(), [`REMOVES="${token.tokensFolder}"`, 'GONE_AFTER=2'])
    expect(await newDesk().run(signing(token, { modulePath }))).toMatchObject({ kind: 'fault', code: 'token-removed' })
    expect(await newDesk().run(signing(token))).toMatchObject({ kind: 'fault', code: 'token-absent' })
  })
})

describe('a module', () => {
  test.each([
    ['crashes when it starts', ['AT_START', 'CRASHES'], 'token-module-failed'],
    ['crashes while it signs', ['AT_SIGN', 'CRASHES'], 'token-module-failed'],
    ['leaves while it signs', ['AT_SIGN', 'LEAVES'], 'token-module-failed'],
    ['says that it has countless slots', ['SLOTS=0xFFFFFFFFFFFFFFFFUL'], 'token-module-failed'],
    ['says that it has a few slots too many', ['SLOTS=65UL'], 'token-module-failed'],
    ['writes a signature of any length', ['SIGN_LENGTH=0xFFFFFFFFUL'], 'token-module-failed'],
    ['writes attributes of any length', ['ATTRIBUTE_LENGTH=0xFFFFFFFFFFFFFFFFUL'], 'token-module-failed'],
    ['describes its token in bytes that are no text', ['GARBLES'], 'token-other'],
    ['has no list of functions', ['NO_LIST'], 'token-module-unusable'],
    ['points anywhere for its functions', ['WILD_LIST'], 'token-module-failed'],
    ['lacks a function', ['HOLE=43'], 'token-module-unusable'],
    ['fails in general', ['LOGIN_RETURNS=0x5UL'], 'token-module-failed'],
  ])('that %s does no more than fail', async (_, ways, code) => {
    expect(await signWithOdd(ways)).toBe(code)
  })

  test.each([
    ['a text', () => Buffer.from('not a library'), 'token-module-unusable'],
    ['another library', () => readFileSync(process.execPath).subarray(0, 4_096), 'token-module-unusable'],
  ])('that is %s is not loaded', async (_, bytes, code) => {
    const modulePath = join(temporaryFolder(), 'module.so')
    writeFileSync(modulePath, bytes())
    expect(await newDesk().run({ kind: 'list', modulePath })).toEqual({ kind: 'fault', code })
  })

  test('that is missing, or a folder, is said to be missing', async () => {
    for (const modulePath of [join(temporaryFolder(), 'gone.so'), temporaryFolder()])
      expect(await newDesk().run({ kind: 'list', modulePath })).toEqual({ kind: 'fault', code: 'token-module-missing' })
  })

  test('that hangs and ignores the polite signal is ended after its time, and its process with it', async () => {
    expect(await signWithOdd(['AT_SIGN', 'HANGS'], {}, newDesk({ list: 1_500, sign: 1_500 }))).toBe('token-time-out')
    expect(pids.filter(isRunning)).toEqual([])
  })

  test('that hangs is ended by a cancel at once', async () => {
    const desk = newDesk({ list: 50_000, sign: 50_000 })
    const outcome = signWithOdd(['AT_SIGN', 'HANGS'], {}, desk)
    setTimeout(() => desk.cancel(), 1_000)
    expect(await outcome).toBe('token-cancelled')
    expect(pids.filter(isRunning)).toEqual([])
  })

  test('gets a process that knows neither the environment nor the files of the app, and is gone after the job', async () => {
    process.env['EXAMPLE_SECRET'] = 'opensesame'
    const [folder, told] = [temporaryFolder(), join(made, 'told.txt')]
    const modulePath = makeOddModule(folder, ['AT_START', `TELLS="${told}"`])
    useSoftToken(card)
    expect((await newDesk().run(signing(card, { modulePath }))).kind).toBe('signature')
    delete process.env['EXAMPLE_SECRET']
    const seen = readFileSync(told, 'utf8')
    expect(seen).toContain('SOFTHSM2_CONF=')
    for (const secret of ['opensesame', 'EXAMPLE_SECRET', pin, '.gatehouse', 'vault.db']) expect(seen).not.toContain(secret)
    expect(pids.length).toBeGreaterThan(0)
    expect(pids.filter(isRunning)).toEqual([])
  })

  test('is not called where the part that calls modules is missing, and that is said', async () => {
    const without = `import { registerHooks } from 'node:module'
      registerHooks({ resolve(name, context, next) { if (name === 'koffi') throw new Error('gone'); return next(name, context) } })`
    const child = nodeTokenChild(undefined, ['--import', `data:text/javascript,${encodeURIComponent(without)}`])
    const answer = await createTokenDesk(child).run({ kind: 'list', modulePath: card.modulePath })
    expect(answer).toEqual({ kind: 'fault', code: 'tokens-unavailable' })
  })

  test('leaves no PIN in the memory of who asked', async () => {
    const job = signing(card)
    await newDesk().run(job)
    expect([...(job.pin ?? [])]).toEqual([...pin].map(() => 0))
  })
})
