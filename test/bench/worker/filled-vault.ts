// Vaults of any size for the bench: made once for each schema and size, and kept in the system's folder for temporary files.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createPackLibrary } from '#main/packs/pack-library.ts'
import { readPage } from '#main/features/assessments/queries.ts'
import { refreshOutcomes } from '#main/records/refresh-outcomes.ts'
import { migrations } from '#main/store/migrations.ts'
import { createVault, openVault } from '#main/store/vault.ts'
import { fillVault, type Size } from '../fill-vault.ts'
import { benchVersion } from '../version.ts'
import { passphrase, questionId } from './bench-vault.ts'
import type { FilledVault } from './messages.ts'
import { resourcesDirectory, sqliteBinding } from './places.ts'

/** Raise it when `fillVault` makes other vaults. */
const edition = 3
const applicationVersion = benchVersion

function placeOf({ partyCount, answersEach }: Size): string {
  const schema = createHash('sha256').update(migrations.map(({ sha256 }) => sha256).join(' '))
  const key = schema.update(`${edition}`).digest('hex').slice(0, 12)
  return join(tmpdir(), 'gatehouse-bench-vaults', `${key}-${partyCount}-${answersEach}`, 'Filled.gatehouse')
}

async function make(vaultPath: string, size: Size): Promise<void> {
  const partial = `${dirname(vaultPath)}.partial`
  const environment = { now: () => new Date().toISOString(), sqliteBinding, applicationVersion }
  rmSync(partial, { recursive: true, force: true })
  mkdirSync(partial, { recursive: true })
  const path = join(partial, 'Filled.gatehouse')
  await createVault(path, passphrase, environment)
  const vault = await openVault(path, passphrase, environment)
  const packs = createPackLibrary(resourcesDirectory)
  fillVault(vault.store, packs.current, size)
  while (refreshOutcomes({ store: vault.store, packs, applicationVersion }, 60_000) > 0);
  vault.close()
  renameSync(partial, dirname(vaultPath))
}

/** The vault of this size, made when it is not there yet, and a draft in it whose question is answered when saving is measured. */
export async function findFilledVault(size: Size): Promise<FilledVault> {
  const vaultPath = placeOf(size)
  if (!existsSync(vaultPath)) await make(vaultPath, size)
  const vault = await openVault(vaultPath, passphrase, { now: () => new Date().toISOString(), sqliteBinding, applicationVersion })
  const draft = vault.store.first(readPage, { beforeStart: null, beforeId: null, status: 'draft', limit: 1 })
  vault.close()
  if (draft === undefined) throw new Error('The filled vault holds no draft.')
  return { vaultPath, passphrase, assessmentId: draft.id, questionId, thirdPartyId: draft.thirdPartyId }
}
