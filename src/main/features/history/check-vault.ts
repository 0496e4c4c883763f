// Checks a vault in full: pages, references, chain, stored reports, files that prove answers, the heads that stand outside it, and its backups.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { AnchorCheck, historyProcedures } from '#shared/contract/history.ts'
import { checkEvidence } from '#main/records/evidence.ts'
import { readAuditEntry, readAuditHead } from '#main/store/audit.ts'
import { walkStoredChain } from '#main/store/audit-walk.ts'
import { backupsFolderName } from '#main/store/backup.ts'
import { listBackups, ownBackups } from '#main/store/backup-list.ts'
import { findChange } from '#main/store/backup-restore.ts'
import type { ReadDb } from '#main/store/database.ts'
import type { Vault } from '#main/store/vault.ts'
import type { z } from 'zod'
import { countHeadInOldHistory, readReportAnchors, readReportFile, readReportIds } from './queries.ts'

type FullCheck = z.infer<(typeof historyProcedures)['history.checkAll']['output']>

/** A head of the history as it stands somewhere outside it. */
export interface Anchor {
  readonly source: AnchorCheck['source']
  readonly name: string
  readonly sequence: number
  readonly head: string
}

/** The heads in signed reports and in the manifests of this vault's own backups. */
export function anchorsOf(vault: Vault): Anchor[] {
  const reports = vault.store.all(readReportAnchors).map((anchor) => ({ source: 'report' as const, ...anchor }))
  const own = ownBackups(join(vault.directory, backupsFolderName), { vaultId: vault.id, auditKey: vault.auditKey })
  const backups = own.map(({ id, manifest }) => ({
    source: 'backup' as const,
    name: id,
    sequence: manifest.audit.sequence,
    head: manifest.audit.head,
  }))
  return [...reports, ...backups]
}

/** True when the head lies on the chain, or on the history that this vault was salvaged with. */
function holds(db: ReadDb, { sequence, head }: Anchor): boolean {
  if (db.first(readAuditEntry, { sequence })?.hash === head) return true
  return (db.first(countHeadInOldHistory, { sequence, head })?.found ?? 0) > 0
}

export function checkAnchors(vault: Vault): AnchorCheck[] {
  return anchorsOf(vault).map((anchor) => {
    const { source, name, sequence } = anchor
    return { source, name, sequence, holds: holds(vault.store, anchor) }
  })
}

function chainProblems({ store, auditKey }: Vault): string[] {
  const walk = walkStoredChain(store, auditKey)
  let step = walk.next()
  while (step.done !== true) step = walk.next()
  return step.value.ok ? [] : [step.value.sentence]
}

function reportProblems({ store }: Vault): { checked: number; problems: string[] } {
  const reports = store.all(readReportIds)
  const problems = reports.flatMap(({ id, name }) => {
    const file = store.first(readReportFile, { id })
    const isWhole =
      file !== undefined && file.pdf.length === file.sizeBytes && createHash('sha256').update(file.pdf).digest('hex') === file.sha256
    return isWhole ? [] : [`The signed report ${name} is not the file that was signed.`]
  })
  return { checked: reports.length, problems }
}

/** Compares the files of each backup with its manifest; those that this vault did not seal are named. */
function backupProblems(vault: Vault): { checked: number; problems: string[] } {
  const folder = join(vault.directory, backupsFolderName)
  const all = listBackups(folder)
  const problems = all.flatMap((backup) => {
    if (backup.manifest === null) return [`The backup ${backup.id} has no manifest, so it could not be compared with anything.`]
    const change = findChange(backup, backup.folder, vault.auditKey)
    return change === null ? [] : [`The backup ${backup.id} is not as it was made: ${change}.`]
  })
  return { checked: all.length, problems }
}

const anchorProblem = ({ source, name, sequence }: AnchorCheck) =>
  `Entry ${sequence} of the history is missing or is not the one that ${source === 'report' ? `the signed report ${name}` : `the backup ${name}`} names: the history was cut short or replaced.`

/** All of it. Reads the whole vault, and with `withBackups` all of its backups. */
export function checkVault(vault: Vault, { withBackups }: { readonly withBackups: boolean }): FullCheck {
  const { sequence, head } = readAuditHead(vault.store)
  const reports = reportProblems(vault)
  const evidence = checkEvidence(vault.store)
  const anchors = checkAnchors(vault)
  const backups = withBackups ? backupProblems(vault) : null
  const problems = [
    ...vault.store.findDamage(),
    ...chainProblems(vault),
    ...reports.problems,
    ...evidence.problems,
    ...anchors.filter((anchor) => !anchor.holds).map(anchorProblem),
    ...(backups?.problems ?? []),
  ]
  return {
    isSound: problems.length === 0,
    problems,
    historyEntries: sequence,
    historyHead: head,
    reportsChecked: reports.checked,
    evidenceChecked: evidence.checked,
    anchors,
    backupsChecked: backups?.checked ?? null,
  }
}
