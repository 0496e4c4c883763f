// What is left of the history of a damaged vault: its entries, and where entries are missing.
import type { SalvageReport } from '#shared/domain/salvage-report.ts'
import { type AuditEntry, followAuditChain } from '../audit.ts'
import { emptyTally, rowsOf } from './collect-rows.ts'
import type { Findings } from './fill-vault.ts'
import { HistoryRow } from './row-checks.ts'
import type { Row } from './table-layouts.ts'

export interface OldHistory {
  readonly entries: readonly AuditEntry[]
  /** Rows that are not as they were written. */
  readonly refused: readonly Row[]
  readonly summary: SalvageReport['history']
}

const mostGaps = 1_000

/** The stretches between the entries that are there. */
function gapsIn(entries: readonly AuditEntry[]): { from: number; to: number }[] {
  const gaps: { from: number; to: number }[] = []
  let expected = 1
  for (const { sequence } of entries) {
    if (sequence > expected) gaps.push({ from: expected, to: sequence - 1 })
    expected = sequence + 1
  }
  return gaps.slice(0, mostGaps)
}

/** Reads the old history in order. */
export function collectHistory(findings: Findings): OldHistory {
  const layout = findings.layouts.find(({ name }) => name === 'audit')
  if (layout === undefined) throw new Error('There is no table of the history.')
  const tally = emptyTally('audit')
  const bySequence = new Map<number, AuditEntry>()
  const refused: Row[] = []
  for (const { row, isBelieved } of rowsOf(layout, findings, tally)) {
    const read = isBelieved ? HistoryRow.safeParse(row) : null
    if (read?.success === true) bySequence.set(read.data.sequence, read.data)
    else refused.push(row)
  }
  const entries = [...bySequence.values()].toSorted((a, b) => a.sequence - b.sequence)
  const last = entries.at(-1)
  const isWhole = refused.length === 0 && tally.cutOff === 0 && !findings.found.damaged.has('audit')
  const summary = {
    found: entries.length,
    lastSequence: last?.sequence ?? 0,
    lastHash: last?.hash ?? null,
    missing: gapsIn(entries),
    isUnbroken: isWhole && followAuditChain(entries, null).ok,
  }
  return { entries, refused, summary }
}
