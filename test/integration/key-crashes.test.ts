// A process that dies while keys are changed, at every call into the file system and every step: the vault opens afterwards, with the old or the new.
import { execFile } from 'node:child_process'
import { cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { readAuditEntries, verifyAuditChain } from '#main/store/audit.ts'
import { readKeyListOf } from '#main/store/keys/key-store.ts'
import { rotationSteps } from '#main/store/rotate-data-key.ts'
import { command, query } from '#main/store/statement.ts'
import { createVault, openVault, type Vault } from '#main/store/vault.ts'
import { z } from 'zod'
import { buildScript } from '../support/build-script.ts'
import { passphrase, temporaryFolder, vaultEnvironment } from '../support/vault-place.ts'

const readName = query('SELECT name FROM organization', z.strictObject({ name: z.string() }))
const addName = command("INSERT INTO organization (one, name, country, activity, contact) VALUES (1, 'Brightwell', '', '', '')")

interface Ended {
  readonly wasKilled: boolean
  readonly output: string
}

let script = ''
beforeAll(async () => {
  script = await buildScript('change-keys-and-crash')
})

function run(directory: string, what: string, at: number): Promise<Ended> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [script, directory, what, String(at), passphrase], (error, output, errors) => {
      if (error !== null && error.signal !== 'SIGKILL') reject(new Error(errors))
      else resolve({ wasKilled: error !== null, output })
    })
  })
}

async function makeFilledVault() {
  const folder = temporaryFolder()
  const directory = join(folder, 'Example.gatehouse')
  const { recoveryCode } = await createVault(directory, passphrase, vaultEnvironment())
  const vault = await openVault(directory, passphrase, vaultEnvironment())
  vault.store.write({ action: 'test', subject: '', payload: {} }, (tx) => tx.run(addName))
  vault.close()
  const copyFor = (name: string) => {
    const copy = join(folder, name, 'Example.gatehouse')
    cpSync(directory, copy, { recursive: true })
    return copy
  }
  return { directory, recoveryCode, copyFor }
}

/** Everything that was in the vault is there and sound, and nothing of the change is left lying about. */
function expectWhole(vault: Vault): void {
  expect(vault.store.first(readName)?.name).toBe('Brightwell')
  expect(vault.store.findDamage()).toEqual([])
  expect(verifyAuditChain(vault.store.all(readAuditEntries), vault.auditKey)).toEqual({ ok: true })
  expect(vault.areKeysOlder).toBe(false)
  expect(readdirSync(vault.directory).sort()).toEqual(['OPEN', 'keys.json', 'keys.json.bak', 'vault.db'])
}

async function opens(directory: string, secret: string): Promise<boolean> {
  try {
    const vault = await openVault(directory, secret, vaultEnvironment())
    vault.close()
    return true
  } catch (error) {
    expect(error).toMatchObject({ code: 'wrong-secret' })
    return false
  }
}

const changesOf = (vault: Vault) => vault.store.all(readAuditEntries).filter(({ action }) => action === 'keys.change-data-key').length

async function expectOldOrNewKey(directory: string, recoveryCode: string): Promise<'old' | 'new'> {
  const vault = await openVault(directory, passphrase, vaultEnvironment())
  expectWhole(vault)
  const isNew = changesOf(vault) === 1
  vault.close()
  expect(readKeyListOf(directory).next).toBeNull()
  // The old recovery code belongs to the old key, and to it alone.
  expect(await opens(directory, recoveryCode)).toBe(!isNew)
  return isNew ? 'new' : 'old'
}

describe('a change of the data key', () => {
  test(
    'that dies at any call into the file system leaves a vault that opens with its passphrase, whole',
    { timeout: 300_000 },
    async () => {
      const { copyFor, recoveryCode } = await makeFilledVault()
      const whole = await run(copyFor('whole'), 'rotate', 0)
      const calls = Number(/calls (\d+)/.exec(whole.output)?.[1])
      expect(calls).toBeGreaterThan(20)
      const ends: string[] = []
      for (let at = 1; at <= calls; at += 1) {
        const directory = copyFor(`call ${at}`)
        expect((await run(directory, 'rotate', at)).wasKilled, `call ${at}`).toBe(true)
        ends.push(await expectOldOrNewKey(directory, recoveryCode))
      }
      // Old until the one moment, new from then on.
      expect(ends.join(' ')).toMatch(/^old( old)*( new)+$/)
    },
  )

  test.each(rotationSteps)('that dies when it comes to "%s" does, too', async (step) => {
    const { directory, recoveryCode } = await makeFilledVault()
    expect((await run(directory, `rotate until ${step}`, 0)).wasKilled).toBe(true)
    expect(await expectOldOrNewKey(directory, recoveryCode)).toBe(step === 'done' ? 'new' : 'old')
  })

  test('that comes through says each step, and opens with the passphrase and the new code alone', async () => {
    const { directory, recoveryCode } = await makeFilledVault()
    const { output } = await run(directory, 'rotate', 0)
    expect(output.trim().split('\n').slice(0, -1)).toEqual(rotationSteps)
    expect(await expectOldOrNewKey(directory, recoveryCode)).toBe('new')
  })
})

describe('a change of the passphrase', () => {
  test('that dies at any call leaves the old passphrase or the new one, and the recovery code', { timeout: 120_000 }, async () => {
    const { copyFor, recoveryCode } = await makeFilledVault()
    const whole = await run(copyFor('whole'), 'passphrase', 0)
    const calls = Number(/calls (\d+)/.exec(whole.output)?.[1])
    const ends: string[] = []
    for (let at = 1; at <= calls; at += 1) {
      const directory = copyFor(`call ${at}`)
      expect((await run(directory, 'passphrase', at)).wasKilled).toBe(true)
      const [old, fresh] = [await opens(directory, passphrase), await opens(directory, 'another passphrase')]
      expect([old, fresh]).toEqual([!fresh, !old])
      const vault = await openVault(directory, recoveryCode, vaultEnvironment())
      expectWhole(vault)
      vault.close()
      ends.push(fresh ? 'new' : 'old')
    }
    expect(ends.join(' ')).toMatch(/^old( old)*( new)+$/)
  })
})
