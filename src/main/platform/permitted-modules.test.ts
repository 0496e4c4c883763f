// Which modules this computer loads: what a person chose here and what stands in its usual place, never what a vault names.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { TokenAnswer } from '#main/tokens/token-job.ts'
import { temporaryFolder } from '#test/support/vault-place.ts'
import { guardDesk, permittedModules } from './permitted-modules.ts'

const usual = ['/usr/lib/opensc-pkcs11.so']
const none: TokenAnswer = { kind: 'tokens', tokens: [] }

test('a module that nobody chose here is not loaded, whatever a vault says', async () => {
  const asked: string[] = []
  const permitted = permittedModules(join(temporaryFolder(), 'token-modules.json'), usual)
  const desk = guardDesk({ run: (job) => (asked.push(job.modulePath), Promise.resolve(none)), cancel: () => undefined }, permitted)
  const look = (modulePath: string) => desk.run({ kind: 'list', modulePath })
  expect(await look('/home/ada/downloads/module.so')).toEqual({ kind: 'fault', code: 'token-module-unknown' })
  expect(asked).toEqual([])
  expect(await look('/usr/lib/opensc-pkcs11.so')).toEqual(none)
  permitted.add('/home/ada/downloads/module.so')
  expect(await look('/home/ada/downloads/module.so')).toEqual(none)
  expect(asked).toEqual(['/usr/lib/opensc-pkcs11.so', '/home/ada/downloads/module.so'])
})

test('what was chosen counts after the next start, twenty at most, and a damaged file counts as none', () => {
  const path = join(temporaryFolder(), 'token-modules.json')
  const first = permittedModules(path, usual)
  for (let number = 1; number <= 21; number += 1) first.add(`/module-${number}.so`)
  const next = permittedModules(path, usual)
  expect([next.has('/module-1.so'), next.has('/module-2.so'), next.has('/module-21.so')]).toEqual([false, true, true])
  expect(readFileSync(path, 'utf8')).toContain('gatehouse.token-modules')
  writeFileSync(path, '{"format":"gatehouse.token-modules","paths":["/module-2.so"]}')
  expect(permittedModules(path, usual).has('/module-2.so')).toBe(false)
})

test('a choice that cannot be kept counts until the end of the run', () => {
  const permitted = permittedModules(join(temporaryFolder(), 'file', '\0', 'token-modules.json'), usual)
  permitted.add('/module.so')
  expect(permitted.has('/module.so')).toBe(true)
})
