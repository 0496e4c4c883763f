// One finding for each answer that is bad, partly or open: what it adds, why it matters and a first step.
import type { Question } from '#shared/domain/question.ts'
import type { Finding, Prose } from '../report-model.ts'
import { fill } from '../words.ts'
import { answerKind, answerText } from './answers.ts'
import { domainTitle, type CaseFile } from './case-file.ts'
import { flagsOfQuestion } from './flags.ts'
import { writtenHundredths, writtenProse } from './written.ts'

/** Longest note printed on a card, in UTF-16 units; the rest stands in the annex of answers. */
const cardNoteLength = 600

interface Draft {
  readonly question: Question
  readonly kind: Finding['kind']
}

interface Points {
  readonly points: string
  readonly pointsText: string
  readonly hiBp: number
}

function pointsOf(question: Question, file: CaseFile): Points {
  const { sentence } = file.words
  const domain = domainTitle(file, question.domain)
  for (const { result } of file.domains) {
    for (const contribution of result.contributions) {
      const points = writtenHundredths(contribution.hiBp, file.words)
      if (contribution.questionId === question.id)
        return { points, pointsText: fill(sentence.points, { points, domain }), hiBp: contribution.hiBp }
      if (contribution.children.includes(question.id)) {
        return { points: '', pointsText: fill(sentence.pointsGroup, { points, gate: contribution.questionId }), hiBp: contribution.hiBp }
      }
    }
  }
  return { points: '', pointsText: sentence.pointsNone, hiBp: 0 }
}

/** The note as far as a card has room for it, and the remark that it goes on, if it does. */
function cardNote(note: string, file: CaseFile): { readonly note: Prose; readonly noteContinued: string } {
  if (note.length <= cardNoteLength) return { note: writtenProse(note), noteContinued: '' }
  // Cutting between whole characters keeps the text well-formed.
  const cut = note
    .slice(0, cardNoteLength)
    .toWellFormed()
    .replace(/\uFFFD$/, '')
  return { note: writtenProse(cut), noteContinued: file.words.sentence.noteContinued }
}

function drafts(file: CaseFile): Draft[] {
  return file.asked.flatMap((question) => {
    const kind = answerKind(question, file.answers.get(question.id), file)
    return kind === 'bad' || kind === 'partly' || kind === 'open' ? [{ question, kind }] : []
  })
}

function finding({ question, kind }: Draft, number: number, file: CaseFile): Finding {
  const answer = file.answers.get(question.id)
  const grade = answer?.evidenceGrade ?? 'U'
  const { points, pointsText } = pointsOf(question, file)
  return {
    number,
    questionId: question.id,
    domainTitle: domainTitle(file, question.domain),
    question: question.text,
    answer: answerText(question, answer, file).join(' '),
    kind,
    revision: answer === undefined ? '' : fill(file.words.sentence.revision, { revision: String(answer.revision) }),
    evidenceGrade: grade,
    evidence: file.words.evidenceMeaning[grade],
    points,
    pointsText,
    why: question.help.why,
    firstStep: question.help.firstStep,
    flags: flagsOfQuestion(question.id, file),
    ...cardNote(answer?.note ?? '', file),
  }
}

/** What sorts first in a domain: flagged answers, then the larger contribution; ties keep pack order. */
function weightiness(draft: Draft, file: CaseFile): number {
  return (flagsOfQuestion(draft.question.id, file).length > 0 ? 100_000 : 0) + pointsOf(draft.question, file).hiBp
}

const stepsInOrder = [0, 1, 2, 3] as const

/** A finding and the step it belongs to; step 0 is scope. */
export interface FindingOfStep {
  readonly step: number
  readonly finding: Finding
}

/** All findings, numbered through the whole report: by step, by domain in pack order, the weightiest first. */
export function findingsInOrder(file: CaseFile): readonly FindingOfStep[] {
  const all = drafts(file)
  const ordered = stepsInOrder.flatMap((step) =>
    file.domains
      .filter(({ domain }) => domain.step === step)
      .flatMap(({ domain }) =>
        all
          .filter((draft) => draft.question.domain === domain.id)
          .map((draft) => ({ draft, step, weight: weightiness(draft, file) }))
          .toSorted((left, right) => right.weight - left.weight),
      ),
  )
  return ordered.map(({ draft, step }, index) => ({ step, finding: finding(draft, index + 1, file) }))
}
