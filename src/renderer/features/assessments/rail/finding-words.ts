// Findings in words: what the answer was, and when to look again.
import type { Pack } from '#shared/domain/pack.ts'
import type { Finding, Reassessment } from '#shared/scoring/result.ts'
import { countText, dayText } from '#renderer/ui/numbers.ts'

const answers: Readonly<Record<Finding['answer'], string>> = {
  bad: 'Bad answer',
  partly: 'Partly',
  unknown: 'Unknown',
  declined: 'Declined',
  blank: 'Not answered',
  unusable: 'The answer does not fit',
  fact: 'A fact sets a flag',
  none: 'A combination of answers',
}

/** What is behind a finding, in a word or two. */
export function findingAnswer({ answer, id }: Pick<Finding, 'answer' | 'id'>): string {
  return id === 'screening' ? 'Screening against lists' : answers[answer]
}

/** The sentence a finding stands for: the question, the reason of the combination, or what screening gave. */
export function findingText(finding: Finding, pack: Pack, reasons: ReadonlyMap<string, string>): string {
  const question = pack.questions.find((one) => one.id === finding.questionId)
  return question?.text ?? reasons.get(finding.id) ?? finding.id
}

/** When to look again, and why then. */
export function reassessmentWords({ on, reason }: Reassessment, asOf: string): string {
  const why =
    reason.code === 'tier'
      ? `${countText(reason.months, 'month', 'months')} after the day of this assessment, by its tier`
      : `the day named in ${reason.questionId}`
  return `${dayText(on)}: ${why}${on < asOf ? '. It has passed' : ''}.`
}
