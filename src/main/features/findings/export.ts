// Writes the list of findings as a table for spreadsheets.
import type { InputOf, OutputOf } from '#shared/contract/contract.ts'
import type { ListedFinding } from '#shared/contract/findings.ts'
import { findingKey } from '#shared/domain/treatment.ts'
import { csvText } from '#shared/exchange/csv-text.ts'
import { writeCopy } from '#main/records/write-copy.ts'
import { workbookBytes } from '#main/report/formats/workbook.ts'
import type { FeatureContext } from '../feature-context.ts'
import { bringUpToDate, readPage } from './list.ts'

const mostRows = 100_000
/** A workbook is put together in memory. */
const mostRowsOfWorkbook = 20_000
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

/** Writes what the filter leaves, whole or as far as the format goes, and says which. A name that ends in .xlsx asks for a workbook. */
export async function exportFindings(context: FeatureContext, input: InputOf<'findings.export'>): Promise<OutputOf<'findings.export'>> {
  const path = context.grants.pathOf(input.handle, 'copy')
  const isWorkbook = path.toLowerCase().endsWith('.xlsx')
  const most = isWorkbook ? mostRowsOfWorkbook : mostRows
  // A file cannot say, as the screen does, that something is still being worked out.
  bringUpToDate(context, Number.POSITIVE_INFINITY)
  const rows: string[][] = []
  let cursor: string | null = null
  do {
    const page = readPage(context, { filter: input.filter, order: input.order, limit: pageSize, cursor })
    rows.push(...page.findings.map(cells))
    cursor = page.nextCursor
  } while (cursor !== null && rows.length < most)
  const bytes = isWorkbook
    ? await workbookBytes([{ title: 'Findings', columns: head, rows }])
    : Buffer.from(csvText([head, ...rows]), 'utf8')
  writeCopy(path, bytes)
  return { writtenCount: rows.length, isComplete: cursor === null }
}
