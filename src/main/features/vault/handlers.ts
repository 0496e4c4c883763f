// Makes, opens, checks and locks the vault.
import { rmSync } from 'node:fs'
import { basename } from 'node:path'
import type { Opened, VaultState } from '#shared/contract/vault.ts'
import { Refusal } from '#shared/contract/refusal.ts'
import { tidyEvidence } from '#main/records/removed-evidence.ts'
import { readAuditEntries, readAuditHead, readLastAuditEntry, verifyAuditChain } from '#main/store/audit.ts'
import { isBackupId } from '#main/store/backup-list.ts'
import type { Proof } from '#main/store/keys/open-keys.ts'
import { createVault, openVault, type Vault, vaultSuffix } from '#main/store/vault.ts'
import { VaultProblem } from '#main/store/vault-problem.ts'
import { type EngineHandlers, type FeatureContext, requireVault } from '../feature-context.ts'
import { proofOf } from './key-handlers.ts'

type VaultHandlers = Pick<
  EngineHandlers,
  'vault.create' | 'vault.open' | 'vault.openWithDevice' | 'vault.lock' | 'vault.check' | 'vault.state'
>

/** A clock that was put right by a little is no news. */
const clockToleranceMs = 5 * 60_000

function isBehind(now: string, vault: Vault): boolean {
  const last = vault.store.first(readLastAuditEntry)
  return last !== undefined && Date.parse(now) < Date.parse(last.at) - clockToleranceMs
}

const stateOf = (vault: Vault, now: string): VaultState => ({
  vaultId: vault.id,
  name: vault.name,
  isReadOnly: vault.isReadOnly,
  isClockBehind: isBehind(now, vault),
})

/** A backup that was worked in is no longer what its manifest says, and the rotation of its vault takes it away with all that is new in it. */
function refuseBackup(directory: string): void {
  if (!isBackupId(basename(directory))) return
  throw new VaultProblem(
    'is-backup',
    'This folder is a backup of a vault and stays as it was made. Restore it instead: that makes a new vault of it.',
  )
}

function tidy({ store, isReadOnly }: Vault, now: string): void {
  if (isReadOnly) return
  try {
    tidyEvidence(store, now)
  } catch {
    // On a full or failing disk, or damaged pages, it can wait; opening the vault, to check or copy it, cannot.
  }
}

export function vaultHandlers(context: FeatureContext): VaultHandlers {
  const close = () => {
    context.vault()?.close()
    context.setVault(null)
  }
  const open = async (directory: string, secret: string | Proof): Promise<Opened> => {
    refuseBackup(directory)
    close()
    const vault = await openVault(directory, secret, context.environment)
    context.setVault(vault)
    tidy(vault, context.now())
    const { openedWith, areKeysOlder } = vault
    return { vault: stateOf(vault, context.now()), openedWith, areKeysOlder }
  }
  return {
    'vault.create': async ({ handle, passphrase }) => {
      const directory = context.grants.pathOf(handle, 'vault')
      if (!directory.toLowerCase().endsWith(vaultSuffix))
        throw new Refusal('place-unknown', `A vault's name ends in "${vaultSuffix}". Choose the place again.`)
      const { recoveryCode } = await createVault(directory, passphrase, context.environment)
      try {
        const { vault } = await open(directory, passphrase)
        return { recoveryCode, vault }
      } catch (error) {
        // Nobody will ever see its recovery code, and nothing is in it yet.
        rmSync(directory, { recursive: true, force: true })
        throw error
      }
    },
    'vault.open': ({ handle, ...given }) => open(context.grants.pathOf(handle, 'vault'), proofOf(context, given)),
    'vault.openWithDevice': ({ handle, wayId, deviceSecret }) =>
      open(context.grants.pathOf(handle, 'vault'), { kind: 'device', slotId: wayId, secret: Buffer.from(deviceSecret, 'hex') }),
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
      return { vault: vault ? stateOf(vault, context.now()) : null }
    },
  }
}
