// Lists, makes, tests and restores backups, keeps the second place, and salvages a damaged vault.
import { basename } from 'node:path'
import type { BackupOverview } from '#shared/contract/backups.ts'
import { Refusal } from '#shared/contract/refusal.ts'
import type { Proof as GivenProof } from '#shared/contract/keys.ts'
import { type BackupAccess, restoreBackup, testBackup, type TestedBackup } from '#main/store/backup-restore.ts'
import { isPlaceThere } from '#main/store/backup-place.ts'
import { isInside } from '#main/store/is-inside.ts'
import { salvageVault } from '#main/store/salvage/salvage.ts'
import { VaultProblem } from '#main/store/vault-problem.ts'
import { type EngineHandlers, type FeatureContext, requireVault } from '../feature-context.ts'
import type { BackupJobs } from './backup-jobs.ts'
import { isCopyDue, placeOf, savePlace } from './second-place.ts'
import { findBackup, findBackups, summaryOf } from './sources.ts'

type BackupHandlers = Pick<
  EngineHandlers,
  | 'backups.overview'
  | 'backups.start'
  | 'backups.progress'
  | 'backups.cancel'
  | 'backups.look'
  | 'backups.test'
  | 'backups.restore'
  | 'backups.setPlace'
  | 'backups.setReminder'
  | 'salvage.run'
>

async function overviewOf(context: FeatureContext, jobs: BackupJobs): Promise<BackupOverview> {
  const vault = requireVault(context)
  const { path, remindAfterDays, lastCopyAt } = placeOf(vault)
  return {
    backups: findBackups(context, { kind: 'open' }).backups.map((backup) => summaryOf(backup, vault)),
    place: path === null ? null : { label: basename(path), isThere: await isPlaceThere(path), lastCopyAt },
    remindAfterDays,
    isCopyDue: isCopyDue(vault, context.now()),
    failure: jobs.failure(),
    isReadOnly: vault.isReadOnly,
  }
}

function refuseReadOnly(context: FeatureContext): void {
  if (!requireVault(context).isReadOnly) return
  throw new VaultProblem('write-failed', 'This vault is open for reading only. Copy its folder to a writable disk to make backups in it.')
}

/** The folder behind the handle; null for none. Refuses one inside the vault itself, which would be lost with it. */
function placePath(context: FeatureContext, handle: string | null): string | null {
  if (handle === null) return null
  const path = context.grants.pathOf(handle, 'backup-place')
  if (!isInside(requireVault(context).directory, path)) return path
  throw new Refusal('place-in-vault', 'That folder is inside the vault and would be lost with it. Choose one on another disk.')
}

const toOutput = ({ counts, historyEntries, isCompared }: TestedBackup) => ({ counts, historyEntries, isCompared })

export function backupHandlers(
  context: FeatureContext,
  jobs: BackupJobs,
  proofOf: (given: GivenProof) => BackupAccess['proof'],
): BackupHandlers {
  const overview = () => overviewOf(context, jobs)
  const accessOf = (proof: GivenProof): BackupAccess => ({ proof: proofOf(proof), environment: context.environment })
  return {
    'backups.overview': overview,
    'backups.start': ({ kind }) => {
      refuseReadOnly(context)
      return jobs.start(kind)
    },
    'backups.progress': () => jobs.work(),
    'backups.cancel': () => {
      // Not awaited: what is under way ends at its next piece, which comes after this call.
      void jobs.stop()
      return {}
    },
    'backups.look': ({ source }) => {
      const { name, backups } = findBackups(context, source)
      return { name, backups: backups.map((backup) => summaryOf(backup, context.vault())) }
    },
    'backups.test': async ({ source, backupId, proof }) =>
      toOutput(await testBackup(findBackup(context, source, backupId), accessOf(proof))),
    'backups.restore': async ({ source, backupId, proof, place }) => {
      const backup = findBackup(context, source, backupId)
      if (source.kind === 'open') jobs.backUpNow('restore')
      return toOutput(await restoreBackup(backup, context.grants.pathOf(place, 'vault'), accessOf(proof)))
    },
    'backups.setPlace': ({ handle }) => {
      savePlace(context, { path: placePath(context, handle), lastCopyAt: null }, 'backups.choosePlace')
      return overview()
    },
    'backups.setReminder': ({ days }) => {
      savePlace(context, { remindAfterDays: days }, 'backups.setReminder')
      return overview()
    },
    'salvage.run': async ({ handle, proof, place }) => {
      const pathOf = (one: string) => context.grants.pathOf(one, 'vault')
      const packRow = (sha256: string) => {
        const pack = context.packs.byHash(sha256)
        return pack === undefined ? null : { sha256, pack_id: pack.reference.id, version: pack.reference.version, content: pack.content }
      }
      const { environment } = context
      return { report: await salvageVault({ from: pathOf(handle), to: pathOf(place), proof: proofOf(proof), environment, packRow }) }
    },
  }
}
