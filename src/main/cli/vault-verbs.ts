// What the `vault` command does, one function for each of its verbs.
import type { Proof } from '#shared/contract/keys.ts'
import type { SalvageReport } from '#shared/domain/salvage-report.ts'
import type { EngineSession } from './engine-session.ts'
import { CommandProblem, type Terminal } from './output.ts'

/** What a verb of the command works with. */
export interface VaultOrder {
  readonly session: EngineSession
  /** Of the vault's folder. */
  readonly handle: string
  readonly proof: Proof
  readonly isJson: boolean
  readonly withBackups: boolean
  readonly backupId: string | null
  /** A handle for the vault that is to be made; refuses when none was named. */
  readonly newVault: () => string
  readonly terminal: Terminal
}

const open = ({ session, handle, proof }: VaultOrder) => session.call('vault.open', { handle, ...proof })

const json = (value: unknown) => JSON.stringify(value, null, 2)

/** 0 when the vault is sound, 1 when anything in it is not as it was written. */
export async function checkVault(order: VaultOrder): Promise<number> {
  await open(order)
  const found = await order.session.call('history.checkAll', { withBackups: order.withBackups })
  const { isSound, problems, anchors, reportsChecked, evidenceChecked, backupsChecked } = found
  const parts = [
    `${found.historyEntries} entries of history, head ${found.historyHead}`,
    `${reportsChecked} signed reports`,
    `${evidenceChecked} files of evidence`,
    `${anchors.length} heads named outside the history`,
    ...(backupsChecked === null ? [] : [`${backupsChecked} backups`]),
  ]
  const words = isSound
    ? 'The vault is sound.'
    : `The vault is damaged or was changed:\n${problems.map((problem) => `  ${problem}`).join('\n')}`
  const next = isSound
    ? ''
    : '\nKeep this folder as it is. "vault restore" makes a new vault of the newest backup, "vault salvage" saves what can be read.'
  order.terminal.answer(order.isJson ? json(found) : `${words}\nChecked: ${parts.join(', ')}.${next}`)
  return isSound ? 0 : 1
}

/** The whole history, oldest first: JSON lines with the heads named outside it, or a line of text for each entry. */
export async function printHistory(order: VaultOrder): Promise<number> {
  await open(order)
  const { session, isJson, terminal } = order
  const line = (value: object) => terminal.answer(JSON.stringify(value))
  for (let after = 0, isDone = false; !isDone;) {
    const page = await session.call('history.export', { after })
    const { vaultId, total, head } = page
    if (after === 0 && isJson) line({ kind: 'history', format: 'gatehouse.history', formatVersion: 1, vaultId, entries: total, head })
    for (const entry of page.entries) {
      const { sequence, at, action, subject } = entry
      if (isJson) line({ kind: 'entry', ...entry })
      else terminal.answer(`${sequence}\t${at}\t${action}\t${subject}`)
    }
    after = page.entries.at(-1)?.sequence ?? after
    ;({ isDone } = page)
  }
  if (!isJson) return 0
  const { anchors, oldEntries } = await session.call('history.exportEvidence', {})
  for (const anchor of anchors) line({ kind: 'anchor', ...anchor })
  for (const entry of oldEntries) line({ kind: 'old-entry', ...entry })
  return 0
}

/** A new vault from a backup. */
export async function restoreVault({ session, handle, proof, backupId, newVault, isJson, terminal }: VaultOrder): Promise<number> {
  const place = newVault()
  const source = { kind: 'vault' as const, handle }
  const { backups } = await session.call('backups.look', { source })
  const chosen = backupId === null ? backups[0] : backups.find(({ id }) => id === backupId)
  if (chosen === undefined) {
    const known = backups.length === 0 ? 'There are none.' : `There are: ${backups.map(({ id }) => id).join(', ')}.`
    throw new CommandProblem(`There is no such backup of this vault. ${known}`, 1)
  }
  const restored = await session.call('backups.restore', { source, backupId: chosen.id, proof, place })
  const { thirdParties, assessments, answers, reports } = restored.counts
  terminal.answer(
    isJson
      ? json({ backup: chosen.id, ...restored })
      : `Restored the backup of ${chosen.madeAt}: ${thirdParties} third parties, ${assessments} assessments, ${answers} answers, ${reports} signed reports. The damaged vault was left as it is.`,
  )
  return 0
}

function describeSalvage(report: SalvageReport): string {
  const { pages, history, standIns } = report
  const tables = report.tables
    .filter(({ saved, keptAside, cutOff, damagedPages }) => saved + keptAside + cutOff + damagedPages > 0)
    .map(({ name, saved, keptAside, cutOff, damagedPages }) => {
      const losses = [
        ...(keptAside > 0 ? [`${keptAside} kept aside`] : []),
        ...(cutOff > 0 ? [`${cutOff} cut off`] : []),
        ...(damagedPages > 0 ? [`${damagedPages} damaged pages`] : []),
      ]
      return `  ${name.padEnd(18)} ${saved} saved${losses.length === 0 ? '' : `, ${losses.join(', ')}`}`
    })
  const gaps = history.missing.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')
  return [
    report.isAnythingLost ? 'Saved what can be read; something is lost.' : 'Saved everything.',
    `Pages: ${pages.all}, of which ${pages.damaged} are damaged (${pages.damagedUnknown} of which nobody can say what was on them).`,
    ...tables,
    ...(standIns.thirdParties > 0
      ? [`${standIns.thirdParties} third parties stand in for lost ones, so that their assessments can be read.`]
      : []),
    `Old history: ${history.found} entries kept as evidence${gaps === '' ? '' : `, missing ${gaps}`}. The new vault’s history begins with this.`,
  ].join('\n')
}

/** A new vault from what can be read of a damaged one. 0 also when something is lost: what was found is said. */
export async function salvageVault({ session, handle, proof, newVault, isJson, terminal }: VaultOrder): Promise<number> {
  const { report } = await session.call('salvage.run', { handle, proof, place: newVault() })
  terminal.answer(isJson ? json(report) : describeSalvage(report))
  return 0
}
