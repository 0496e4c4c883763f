// Makes, opens, checks and locks the vault.
import { rmSync } from 'node:fs'
import type { VaultState } from '#shared/contract/vault.ts'
import { Refusal } from '#shared/contract/refusal.ts'
import { readAuditEntries, readAuditHead, verifyAuditChain } from '#main/store/audit.ts'
import { createVault, openVault, type Vault, vaultSuffix } from '#main/store/vault.ts'
import { type EngineHandlers, type FeatureContext, requireVault } from '../feature-context.ts'

type VaultHandlers = Pick<EngineHandlers, 'vault.create' | 'vault.open' | 'vault.lock' | 'vault.check' | 'vault.state'>

const stateOf = (vault: Vault): VaultState => ({ vaultId: vault.id, name: vault.name, isReadOnly: vault.isReadOnly })

export function vaultHandlers(context: FeatureContext): VaultHandlers {
  const close = () => {
    context.vault()?.close()
    context.setVault(null)
  }
  const open = async (directory: string, secret: string) => {
    close()
    const vault = await openVault(directory, secret, context.environment)
    context.setVault(vault)
    return stateOf(vault)
  }
  return {
    'vault.create': async ({ handle, passphrase }) => {
      const directory = context.grants.pathOf(handle, 'vault')
      if (!directory.toLowerCase().endsWith(vaultSuffix))
        throw new Refusal('place-unknown', `A vault's name ends in "${vaultSuffix}". Choose the place again.`)
      const { recoveryCode } = await createVault(directory, passphrase, context.environment)
      try {
        return { recoveryCode, vault: await open(directory, passphrase) }
      } catch (error) {
        // Nobody will ever see its recovery code, and nothing is in it yet.
        rmSync(directory, { recursive: true, force: true })
        throw error
      }
    },
    'vault.open': async ({ handle, secret }) => ({ vault: await open(context.grants.pathOf(handle, 'vault'), secret) }),
    'vault.lock': () => {
      close()
      return {}
    },
    'vault.check': () => {
      const { store, auditKey } = requireVault(context)
      const damage = store.findDamage()
      const entries = store.all(readAuditEntries)
      const chain = verifyAuditChain(entries, auditKey)
      const problems = [...damage, ...(chain.ok ? [] : [chain.sentence])]
      return { isSound: problems.length === 0, problems, historyEntries: entries.length, historyHead: readAuditHead(store).head }
    },
    'vault.state': () => {
      const vault = context.vault()
      return { vault: vault ? stateOf(vault) : null }
    },
  }
}
