// Writes the list of findings as a table for spreadsheets.
import type { InputOf, OutputOf } from '#shared/contract/contract.ts'
import type { ListedFinding } from '#shared/contract/findings.ts'
import { findingKey } from '#shared/domain/treatment.ts'
import { csvText } from '#shared/exchange/csv-text.ts'
import { writeCopy } from '#main/records/write-copy.ts'
import type { FeatureContext } from '../feature-context.ts'
import { bringUpToDate, readPage } from './list.ts'

const mostRows = 100_000
const pageSize = 1_000

const head = [
  'third party',
  'relationship',
  'assessment',
  'assessment signed',
  'finding',
  'what was found',
  'domain',
  'floor',
  'tier',
  'state',
  'response',
  'what is done',
  'owner',
  'due',
  'accepted by',
  'accepted until',
  'changed',
]

function cells(row: ListedFinding): string[] {
  const { treatment, finding } = row
  return [
    row.thirdPartyName,
    row.relationship,
    row.assessmentId,
    row.isSigned ? 'yes' : 'no',
    finding.kind === 'condition' || finding.kind === 'manual' ? finding.kind : findingKey(finding),
    row.title,
    row.domainId ?? '',
    row.floor ?? '',
    row.tier ?? '',
    row.state,
    treatment?.response ?? '',
    treatment?.action ?? '',
    treatment?.ownerName ?? '',
    treatment?.dueOn ?? '',
    treatment?.acceptedBy ?? '',
    treatment?.acceptedUntil ?? '',
    treatment?.changedAt ?? '',
  ]
}

/** Writes what the filter leaves, whole or up to 100,000 findings, and says which. */
export function exportFindings(context: FeatureContext, input: InputOf<'findings.export'>): OutputOf<'findings.export'> {
  const path = context.grants.pathOf(input.handle, 'copy')
  bringUpToDate(context)
  const rows: string[][] = []
  let cursor: string | null = null
  do {
    const page = readPage(context, { filter: input.filter, order: input.order, limit: pageSize, cursor })
    rows.push(...page.findings.map(cells))
    cursor = page.nextCursor
  } while (cursor !== null && rows.length < mostRows)
  writeCopy(path, Buffer.from(csvText([head, ...rows]), 'utf8'))
  return { writtenCount: rows.length, isComplete: cursor === null }
}
