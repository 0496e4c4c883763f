// What a feature may use: the open vault, the clock, new ids, packs and the places a person granted.
import type { BackupReason } from '#shared/contract/backups.ts'
import type { EngineProcedureName, InputOf, OutputOf } from '#shared/contract/contract.ts'
import { Refusal } from '#shared/contract/refusal.ts'
import type { Purpose } from '#shared/contract/vault.ts'
import type { PackLibrary } from '#main/packs/pack-library.ts'
import type { Store } from '#main/store/store.ts'
import type { Vault, VaultEnvironment } from '#main/store/vault.ts'
import type { TokenDesk } from '#main/tokens/token-desk.ts'

/** Paths that a person chose in a dialog, by the handle the page knows them under. */
interface Grants {
  /** Refuses with `place-unknown` when the handle was never given, or for another purpose. */
  pathOf(handle: string, purpose: Purpose): string
}

export interface FeatureContext {
  readonly environment: VaultEnvironment
  readonly now: () => string
  readonly newId: () => string
  readonly resourcesDirectory: string
  /** The language that reports are printed in: one that has its words here. */
  readonly reportLanguage: string
  readonly applicationVersion: string
  readonly packs: PackLibrary
  readonly grants: Grants
  /** Has work done on smart cards and tokens, in processes of their own. */
  readonly tokens: Pick<TokenDesk, 'run'>
  /** Tells how far a long piece of work is. */
  readonly report: (progress: { readonly done: number; readonly total: number } | null) => void
  /** Whether a person wished that the piece of work of this id stops. */
  readonly isCancelled: (workId: string) => boolean
  /** Runs `work` when every call before it is done. Never awaited inside a call, which holds the turn itself. */
  readonly inTurn: <Value>(work: () => Promise<Value>) => Promise<Value>
  /** Makes a backup of the open vault, if something changed, before something that could go wrong. Throws `VaultProblem`. */
  readonly backUpNow: (reason: BackupReason) => void
  /** Makes a vault at `directory` with the made-up firm in it. Throws `VaultProblem` and `Refusal` as making any vault does. */
  readonly makeSample: (directory: string, passphrase: string) => Promise<void>
  /** The open vault or null. */
  vault(): Vault | null
  setVault(vault: Vault | null): void
}

/** One function for each procedure the engine answers. */
export type EngineHandlers = {
  readonly [Name in EngineProcedureName]: (input: InputOf<Name>) => OutputOf<Name> | Promise<OutputOf<Name>>
}

/** The open vault; refuses with `vault-locked` when there is none. */
export function requireVault(context: FeatureContext): Vault {
  const vault = context.vault()
  if (!vault) throw new Refusal('vault-locked', 'The vault is locked. Open it with its passphrase to go on.')
  return vault
}

export function requireStore(context: FeatureContext): Store {
  return requireVault(context).store
}
