// A new vault, open, with what a test of its keys needs around it.
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import type { Proof } from '#main/store/keys/open-keys.ts'
import { createVault, openVault, type Vault } from '#main/store/vault.ts'
import { type KeyChange, listWays, type SecretProof } from '#main/store/vault-keys.ts'
import { passphrase, temporaryFolder, vaultEnvironment } from './vault-place.ts'

export const environment = vaultEnvironment()
export const refusal = (code: string) => expect.objectContaining({ code })

export async function openNew() {
  const folder = temporaryFolder()
  const directory = join(folder, 'Example.gatehouse')
  const { recoveryCode } = await createVault(directory, passphrase, environment)
  const vault = await openVault(directory, passphrase, environment)
  onTestFinished(() => vault.close())
  return { folder, directory, recoveryCode, vault }
}

export const change = (vault: Vault, secret = passphrase, mediumKey: SecretProof['mediumKey'] = null): KeyChange => ({
  vault,
  proof: { kind: 'secret', secret, mediumKey },
  environment,
})

/** Opens a copy of the folder, because the vault itself is open; says how it was refused. */
export async function tryToOpen(directory: string, proof: Proof | string): Promise<string> {
  const copy = join(temporaryFolder(), 'Copy.gatehouse')
  cpSync(directory, copy, { recursive: true })
  rmSync(join(copy, 'OPEN'), { force: true })
  try {
    const vault = await openVault(copy, proof, environment)
    vault.close()
    return `opened with ${vault.openedWith}`
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'fault'
  }
}

export const firstWay = (directory: string) => listWays(directory).ways[0]?.id ?? ''
