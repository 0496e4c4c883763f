// The tables that are worked out from others: they may be filled anew without an entry in the history, because nothing stands only there.

const derivedTables: ReadonlySet<string> = new Set([
  'assessment_outcome',
  'open_finding',
  'jewel_use',
  'third_party_summary',
  'stale_outcome',
  'stale_summary',
  'outcome_origin',
])

const target = /^\s*(?:INSERT(?: OR [A-Z]+)? INTO|UPDATE|DELETE FROM) (\w+)\b/

/** True when the table holds nothing that is not worked out from others. */
export function isDerived(table: string): boolean {
  return derivedTables.has(table)
}

/** The table that a statement changes; null when it does not begin as a change does. */
export function changedTable(sql: string): string | null {
  return target.exec(sql)?.[1] ?? null
}

/** True when the statement changes a derived table. */
export function changesDerivedOnly(sql: string): boolean {
  return isDerived(changedTable(sql) ?? '')
}
