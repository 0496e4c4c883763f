// Says whether a report was made in the open vault: whether its history holds the entry that the report names, and its reports those of a portfolio.
import type { Verdict } from '#shared/contract/verdict.ts'
import type { PortfolioDocument } from '#shared/domain/portfolio-document.ts'
import { spellOut } from '#shared/domain/text.ts'
import { readAuditEntry } from '#main/store/audit.ts'
import type { ReadDb } from '#main/store/database.ts'
import type { Vault } from '#main/store/vault.ts'
import type { Attached } from './attached-document.ts'
import { readKeptReport } from './queries.ts'

type Origin = NonNullable<Verdict['origin']>

/** Whether an entry of that number and hash stands in this vault's history; number 0 is a vault without any. */
function hasEntry(db: ReadDb, { sequence, head }: Attached['document']['audit']): boolean {
  return sequence === 0 || db.first(readAuditEntry, { sequence })?.hash === head
}

function reportsOf(db: ReadDb, { parties }: PortfolioDocument): Origin['reports'] {
  const signed = parties.flatMap(({ legalName, standings }) =>
    standings.flatMap(({ status, assessmentId, report }) => (status === 'signed' ? [{ legalName, assessmentId, report }] : [])),
  )
  const named = signed.flatMap(({ report, ...rest }) => (report === undefined ? [] : [{ ...rest, report }]))
  const isKept = ({ assessmentId, report }: (typeof named)[number]) => {
    const kept = db.first(readKeptReport, { id: report.reportId })
    return kept !== undefined && kept.sha256 === report.sha256 && kept.assessmentId === assessmentId
  }
  const notKept = named.filter((one) => !isKept(one)).map(({ legalName }) => spellOut(legalName))
  return { named: named.length, unnamed: signed.length - named.length, notKept }
}

export function originOf({ id, store }: Pick<Vault, 'id' | 'store'>, { kind, document }: Attached): Origin {
  if (document.audit.vaultId !== id) return { state: 'other-vault', reports: null }
  return {
    state: hasEntry(store, document.audit) ? 'this-history' : 'other-history',
    reports: kind === 'portfolio' ? reportsOf(store, document) : null,
  }
}
