// The door's judgement: who may knock, what may be asked, and what comes back when something breaks.
import { describe, expect, test } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import { Refusal } from '#shared/contract/refusal.ts'
import { defaultSettings } from '#shared/contract/settings.ts'
import { VaultId } from '#shared/domain/ids.ts'
import { answerCall, type Answering, type WindowHandlers } from './answer-call.ts'

const vaultId = VaultId.parse('00000000-0000-4000-8000-000000000001')

function standAtTheDoor(changes: Partial<WindowHandlers> = {}) {
  const logged: string[] = []
  const asked: string[] = []
  const windowHandlers: WindowHandlers = {
    'app.about': () => ({ version: '0.1.0', electron: '', chromium: '', isPackaged: false, isSandboxed: true }),
    'app.copyText': () => ({}),
    'app.saveSbom': () => ({ label: '' }),
    'app.reportFault': () => ({ faultId: 'abc' }),
    'vault.chooseNew': () => ({ place: null }),
    'vault.chooseExisting': () => ({ place: null }),
    'reports.chooseCopy': () => ({ handle: null, label: '' }),
    'thirdParties.chooseExport': () => ({ handle: null, label: '' }),
    'exports.choose': () => ({ handle: null, label: '' }),
    'verify.choose': () => ({ handle: null, label: '' }),
    'signers.chooseFile': () => ({ handle: null, label: '' }),
    'signers.chooseCopy': () => ({ handle: null, label: '' }),
    'tokens.places': () => ({ modules: [] }),
    'tokens.chooseModule': () => ({ handle: null, label: '' }),
    'tokens.cancel': () => ({}),
    'evidence.chooseCopy': () => ({ handle: null, label: '' }),
    'evidence.preview': () => {
      throw new Refusal('preview-failed', 'This file could not be drawn.')
    },
    'reports.chooseLogo': () => ({ handle: null, label: '' }),
    'findings.chooseExport': () => ({ handle: null, label: '' }),
    'packs.choose': () => ({ handle: null, label: '' }),
    'imports.choose': () => ({ handle: null, label: '' }),
    'screening.chooseList': () => ({ handle: null, label: '' }),
    'keys.chooseKeyFile': () => ({ place: null }),
    'keys.chooseNewKeyFile': () => ({ place: null }),
    'keys.progress': () => ({ progress: null }),
    'reports.making': () => ({ step: null }),
    'reports.cancel': () => ({}),
    'device.look': () => ({ keyFile: 'never', isRemembered: false, canRemember: true }),
    'device.open': () => ({
      vault: { vaultId, name: 'Example', isReadOnly: false, isClockBehind: false },
      openedWith: 'device',
      areKeysOlder: false,
    }),
    'device.state': () => ({ store: 'good', wayId: null, deviceName: 'Laptop' }),
    'device.remember': () => ({}),
    'device.forget': () => ({}),
    'settings.read': () => ({ settings: defaultSettings, isDamaged: false, knowsScreenLock: true }),
    'settings.save': (settings) => ({ settings, isDamaged: false, knowsScreenLock: true }),
    'recents.list': () => ({ isKept: true, vaults: [] }),
    'recents.choose': () => ({ place: { handle: '00000000-0000-4000-8000-000000000002', label: 'Example.gatehouse' } }),
    'recents.forget': () => ({}),
    'app.nextWish': () => ({ wish: null }),
    'app.lock': () => ({}),
    'app.notePlace': () => ({}),
    'app.lastSession': () => ({ left: null, noted: null }),
    'app.copySecret': () => ({ seconds: 30 }),
    'backups.chooseFolder': () => ({ place: null }),
    'backups.chooseNewVault': () => ({ place: null }),
    'backups.choosePlace': () => ({ place: null }),
    ...changes,
  }
  const answering: Answering = {
    windowHandlers,
    callEngine: async (name) => {
      asked.push(name)
      if (name === 'vault.lock') throw new Error('the engine broke')
      return { ok: true, value: {} }
    },
    log: (where, error) => {
      logged.push(`${where}: ${error instanceof Error ? error.message : ''}`)
      return 'id000000'
    },
  }
  const knock = (name: unknown, input: unknown = {}, isFromOwnPage = true) => answerCall(answering, { isFromOwnPage, name, input })
  return { knock, logged, asked }
}

describe('the door', () => {
  test('answers a window procedure itself and hands an engine procedure on', async () => {
    const { knock, asked } = standAtTheDoor()
    expect(await knock('app.about')).toMatchObject({ ok: true, value: { version: '0.1.0' } })
    expect(await knock('vault.state')).toEqual({ ok: true, value: {} })
    expect(asked).toEqual(['vault.state'])
  })

  test('sends a foreign frame away before it looks at anything, and says so in the log', async () => {
    const { knock, logged, asked } = standAtTheDoor()
    expect(await knock('vault.state', {}, false)).toMatchObject({ ok: false, fault: { code: 'foreign-sender' } })
    expect(logged).toEqual(['door: A foreign frame knocked.'])
    expect(asked).toEqual([])
  })

  test.each(['nope', '', '__proto__', 'constructor', 7, null, undefined, {}, ['app.about']])(
    'does not know %j, and says so in the log',
    async (name) => {
      const { knock, logged } = standAtTheDoor()
      expect(await knock(name)).toMatchObject({ ok: false, fault: { code: 'unknown-procedure' } })
      expect(logged).toEqual(['door: An unknown procedure was asked for.'])
    },
  )

  test('keeps what goes between the processes from the page', async () => {
    const inner = Object.entries(contract).flatMap(([name, { side }]) => (side === 'inner' ? [name] : []))
    expect(inner).toContain('vault.openWithDevice')
    for (const name of inner) {
      const { knock, asked } = standAtTheDoor()
      expect(await knock(name)).toMatchObject({ ok: false, fault: { code: 'unknown-procedure' } })
      expect(asked).toEqual([])
    }
  })

  test('hands on a refusal that the contract declares, and takes any other for a fault', async () => {
    const refusing = (code: string) =>
      standAtTheDoor({
        'settings.save': () => {
          throw new Refusal(code, 'A sentence.')
        },
      })
    const { knock, logged } = refusing('settings-not-saved')
    expect(await knock('settings.save', defaultSettings)).toEqual({
      ok: false,
      fault: { code: 'settings-not-saved', detail: 'A sentence.' },
    })
    expect(logged).toEqual([])
    expect(await refusing('vault-busy').knock('settings.save', defaultSettings)).toMatchObject({ ok: false, fault: { code: 'internal' } })
  })

  test('refuses input that the contract does not describe', async () => {
    const { knock } = standAtTheDoor()
    expect(await knock('reports.chooseCopy', { fileName: 7 })).toMatchObject({
      ok: false,
      fault: { code: 'invalid-input', detail: expect.stringContaining('fileName') },
    })
    expect(await knock('app.about', { extra: 1 })).toMatchObject({ ok: false, fault: { code: 'invalid-input' } })
    expect(await knock('app.about', 'x'.repeat(1_000_000))).toMatchObject({ ok: false, fault: { code: 'invalid-input' } })
  })

  test('answers a fault of its own with an id, and keeps the reason to the log', async () => {
    const { knock, logged } = standAtTheDoor({
      'vault.chooseNew': () => {
        throw new Error('secret detail')
      },
    })
    const outcome = await knock('vault.chooseNew')
    expect(outcome).toMatchObject({ ok: false, fault: { code: 'internal', detail: expect.stringContaining('id000000') } })
    expect(JSON.stringify(outcome)).not.toContain('secret detail')
    expect(logged).toEqual(['vault.chooseNew: secret detail'])
    expect(await knock('vault.lock')).toMatchObject({ ok: false, fault: { code: 'internal' } })
  })

  test('never hands out what the contract does not describe', async () => {
    const { knock } = standAtTheDoor({ 'app.reportFault': () => ({ faultId: 'abc', path: '/home/somebody' }) as { faultId: string } })
    expect(await knock('app.reportFault', { where: '', kind: '' })).toMatchObject({ ok: false, fault: { code: 'internal' } })
  })
})
