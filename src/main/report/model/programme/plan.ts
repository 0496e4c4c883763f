// The findings of the organization's own answers as a plan: the first step of each, who does it and until when.
import type { ProgrammeDocument } from '#shared/domain/programme-document.ts'
import type { PlanLine } from '../../programme-model.ts'
import type { Finding } from '../../report-model.ts'
import { fill, type ReportWords } from '../../words.ts'
import { writtenDate } from '../written.ts'

type Treatment = ProgrammeDocument['treatments'][number]

/** What is done comes last, and what has no day after what has one. */
const urgency = ({ status, dueOn }: Treatment) => `${status === 'done' ? 1 : 0} ${dueOn ?? '9999'}`

/** Of several treatments of one finding the one counts that is not done and is due first; one that is done only when all are. */
function mostUrgent(treatments: readonly Treatment[]): ReadonlyMap<string, Treatment> {
  const first = new Map<string, Treatment>()
  for (const treatment of treatments) {
    const known = first.get(treatment.questionId)
    if (known === undefined || urgency(treatment) < urgency(known)) first.set(treatment.questionId, treatment)
  }
  return first
}

function dueText(treatment: Treatment | undefined, words: ReportWords): string {
  if (treatment === undefined) return ''
  const date = treatment.dueOn === null ? words.portfolio.treatmentNoDay : writtenDate(treatment.dueOn, words)
  return fill(words.programme.planDue, { date, status: words.planState[treatment.status].toLowerCase() })
}

/** One line for each finding, in their order. */
export function planLines(findings: readonly Finding[], { treatments, asOf }: ProgrammeDocument, words: ReportWords): PlanLine[] {
  const planned = mostUrgent(treatments)
  return findings.map(({ number, id, subject, help, flags }) => {
    const treatment = planned.get(id)
    return {
      number,
      id,
      subject,
      firstStep: treatment === undefined || treatment.action === '' ? help.map(({ firstStep }) => firstStep).join(' ') : treatment.action,
      who: treatment?.ownerName ?? '',
      due: dueText(treatment, words),
      isOverdue: treatment !== undefined && treatment.dueOn !== null && treatment.dueOn < asOf && treatment.status !== 'done',
      flag: flags.find((flag) => flag.ruleId === id) ?? null,
    }
  })
}
