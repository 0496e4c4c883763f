// Vaults of any size for the bench: made once for each size, and kept in the system's folder for temporary files.
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createPackLibrary, type PackLibrary } from '#main/packs/pack-library.ts'
import { readPage } from '#main/features/assessments/queries.ts'
import { refreshOutcomes } from '#main/records/refresh-outcomes.ts'
import { createVault, openVault, type Vault } from '#main/store/vault.ts'
import { VaultProblem } from '#main/store/vault-problem.ts'
import { fillVault, type Size } from '../fill-vault.ts'
import { benchVersion } from '../version.ts'
import { passphrase, questionId } from './bench-vault.ts'
import type { FilledVault } from './messages.ts'
import { resourcesDirectory, sqliteBinding } from './places.ts'

/** Raise it when `fillVault` makes other vaults. */
const edition = 3
const applicationVersion = benchVersion

function placeOf({ partyCount, answersEach }: Size): string {
  return join(tmpdir(), 'gatehouse-bench-vaults', `edition-${edition}-${partyCount}-${answersEach}`, 'Filled.gatehouse')
}

const environment = { now: () => new Date().toISOString(), sqliteBinding, applicationVersion }

function settleOutcomes({ store }: Vault, packs: PackLibrary): void {
  while (refreshOutcomes({ store, packs, applicationVersion }, 60_000) > 0);
}

async function make(vaultPath: string, size: Size): Promise<void> {
  const partial = `${dirname(vaultPath)}.partial`
  rmSync(partial, { recursive: true, force: true })
  mkdirSync(partial, { recursive: true })
  const path = join(partial, 'Filled.gatehouse')
  await createVault(path, passphrase, environment)
  const vault = await openVault(path, passphrase, environment)
  const packs = createPackLibrary(resourcesDirectory)
  fillVault(vault.store, packs.current, size)
  settleOutcomes(vault, packs)
  vault.close()
  rmSync(dirname(vaultPath), { recursive: true, force: true })
  renameSync(partial, dirname(vaultPath))
}

/** An older one is brought up to date by opening it; one that a newer Gatehouse has changed is made anew. */
async function openOrMake(vaultPath: string, size: Size): Promise<Vault> {
  const open = () => openVault(vaultPath, passphrase, environment)
  if (existsSync(vaultPath)) {
    const opened = await open().catch((error: unknown) => {
      if (error instanceof VaultProblem) return null
      throw error
    })
    if (opened !== null) return opened
  }
  await make(vaultPath, size)
  return open()
}

/** The vault of this size, made when it is not there yet, and a draft in it whose question is answered when saving is measured. */
export async function findFilledVault(size: Size): Promise<FilledVault> {
  const vaultPath = placeOf(size)
  const vault = await openOrMake(vaultPath, size)
  settleOutcomes(vault, createPackLibrary(resourcesDirectory))
  const draft = vault.store.first(readPage, { beforeStart: null, beforeId: null, status: 'draft', isCurrent: 0, limit: 1 })
  vault.close()
  if (draft === undefined) throw new Error('The filled vault holds no draft.')
  return { vaultPath, passphrase, assessmentId: draft.id, questionId, thirdPartyId: draft.thirdPartyId }
}
