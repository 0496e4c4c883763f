// An open list on its way into the vault: what its rows come to, and how far writing them is.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { InputOf, OutputOf } from '#shared/contract/contract.ts'
import type { ImportMatch, ImportRow } from '#shared/contract/import.ts'
import { Refusal } from '#shared/contract/refusal.ts'
import { OtherName } from '#shared/domain/third-party-profile.ts'
import { NameTablesFile, readNameTables } from '#shared/screening/name-tables.ts'
import type { ReadDb } from '#main/store/database.ts'
import type { Vault } from '#main/store/vault.ts'
import type { FeatureContext } from '../feature-context.ts'
import { applyRow, type PlannedRow } from './apply-row.ts'
import { findMatches, type Known } from './find-matches.ts'
import type { ListRow } from './limits.ts'
import { bodyOf, columnNames, type OpenList } from './open-list.ts'
import { addBatch, forgetUndone, readBatch, readKnownParties } from './queries.ts'
import { type ReadRow, readRow } from './read-row.ts'

interface Planned {
  readonly source: ListRow
  readonly row: ReadRow
  readonly match: ImportMatch | null
}

interface Writing {
  readonly batchId: string
  readonly rows: readonly PlannedRow[]
  readonly counts: { added: number; updated: number; skipped: number }
  done: number
  piece: number
}

export interface Session {
  readonly vault: Vault
  readonly list: OpenList
  plan: readonly Planned[]
  writing: Writing | null
}

/** Rows that one transaction takes: a tenth of a second's work, so that somebody who stops it does not wait. */
const pieceLength = 250

function knownParties(db: ReadDb): Known[] {
  return db.all(readKnownParties).map(({ nativeName, names, ...party }) => {
    const others = z.array(OtherName).parse(JSON.parse(names))
    return { ...party, rowNumber: null, otherNames: [nativeName, ...others.map(({ name }) => name)].filter((name) => name !== '') }
  })
}

/** Reads every row below the names and compares it with the vault and with the rows before it. */
export function planRows(session: Session, input: InputOf<'imports.plan'>, resourcesDirectory: string): Planned[] {
  const { fields, relationships, country } = input
  if (!fields.includes('legalName'))
    throw new Refusal('no-name-column', 'No column holds the name. Say which one does, then look at the rows.')
  const body = bodyOf(session.list)
  const names = columnNames(session.list)
  const rows = body.map((row) => readRow(row, { fields, names, relationships, country }))
  const file = NameTablesFile.parse(JSON.parse(readFileSync(join(resourcesDirectory, 'screening/name-tables.json'), 'utf8')))
  const matches = findMatches(rows, knownParties(session.vault.store), readNameTables(file))
  return body.flatMap((source, at) => {
    const row = rows[at]
    return row === undefined ? [] : [{ source, row, match: matches[at] ?? null }]
  })
}

/** A row as the page shows it. */
export function shownRow({ source, row, match }: Planned): ImportRow {
  const cells = source.cells.map((cell) => (cell.length > 200 ? `${cell.slice(0, 199).toWellFormed()}…` : cell))
  return { number: row.number, cells, problems: [...row.problems], isRefused: row.isRefused, match }
}

export function countPlan(plan: readonly Planned[]): OutputOf<'imports.plan'> {
  const ofKind = (kind: ImportMatch['kind']) => plan.filter(({ match }) => match?.kind === kind).length
  return {
    rowCount: plan.length,
    problemCount: plan.filter(({ row }) => row.problems.length > 0).length,
    refusedCount: plan.filter(({ row }) => row.isRefused).length,
    matchCounts: { lei: ofKind('lei'), registration: ofKind('registration'), name: ofKind('name'), row: ofKind('row') },
  }
}

/** What is to be done with each row. */
export function beginWriting(plan: readonly Planned[], input: InputOf<'imports.begin'>, batchId: string): Writing {
  const single = new Map(input.rows.map(({ number, choice }) => [number, choice]))
  const rows = plan.map(({ row, match }): PlannedRow => {
    const choice = match === null ? 'add' : (single.get(row.number) ?? input.choices[match.kind])
    return { row, thirdPartyId: match?.thirdPartyId ?? null, choice }
  })
  return { batchId, rows, counts: { added: 0, updated: 0, skipped: 0 }, done: 0, piece: 0 }
}

/** Writes the next piece, as one transaction. Without rows left it does nothing. */
export function writePiece(context: FeatureContext, { vault, list }: Session, writing: Writing): void {
  const rows = writing.rows.slice(writing.done, writing.done + pieceLength)
  if (rows.length === 0) return
  const { batchId } = writing
  const piece = writing.piece + 1
  const at = context.now()
  const payload = { fileName: list.fileName, sha256: list.sha256, rows: rows.map(({ row, choice }) => ({ row, choice })) }
  const counts = vault.store.write({ action: 'thirdParties.import', subject: `${batchId}/${piece}`, payload }, (tx) => {
    const { fileName, sha256 } = list
    if (piece === 1) {
      tx.run(addBatch, { id: batchId, fileName, sha256, startedAt: at })
      // After a new import the undone one done again would add what the new one may have brought.
      tx.run(forgetUndone)
    }
    // What is written after the import was taken back could not be taken back any more.
    if ((tx.first(readBatch, { batchId })?.undoneAt ?? null) !== null)
      throw new Refusal('import-gone', 'This import was undone in the meantime. Choose the file again to import it anew.')
    return rows.map((row) => applyRow(tx, row, { batchId, piece, at, newId: context.newId, packs: context.packs }))
  })
  for (const done of counts) writing.counts[done] += 1
  writing.piece = piece
  writing.done += rows.length
}
