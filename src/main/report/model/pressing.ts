// The head of the list of findings: what to do first, for the page at a glance.
import type { Finding, PressingLine, ReportModel } from '../report-model.ts'
import { fill } from '../words.ts'
import type { CaseFile } from './case-file.ts'

/** The page at a glance has room for this many. */
const shownFindings = 5

function line({ number, id, subject, answer, points, flags }: Finding): PressingLine {
  return { number, id, subject, answer, points, flag: flags.find((flag) => flag.ruleId === id) ?? null }
}

/** The most pressing findings, and how many there are in all. */
export function pressingLines(findings: readonly Finding[], file: CaseFile): Pick<ReportModel, 'pressing' | 'findingsTotal'> {
  const { sentence } = file.words
  const pressing = findings.slice(0, shownFindings).map(line)
  const values = { count: String(findings.length), shown: String(pressing.length) }
  if (findings.length === 0) return { pressing, findingsTotal: sentence.pressingNone }
  if (findings.length === 1) return { pressing, findingsTotal: sentence.pressingOne }
  return { pressing, findingsTotal: fill(findings.length === pressing.length ? sentence.pressingAll : sentence.pressingSome, values) }
}
