// The findings of the score in words, most pressing first: what each adds, why it matters and a first step.
import type { TreatedFinding } from '#shared/domain/treatment.ts'
import type { Finding as ScoredFinding } from '#shared/scoring/result.ts'
import type { Finding, PrintedHelp, Prose } from '../report-model.ts'
import { fill } from '../words.ts'
import { answerText } from './answers.ts'
import { domainTitle, questionText, type QuestionFile } from './case-file.ts'
import { printedEvidence } from './evidence.ts'
import { flagsOfFinding } from './flags.ts'
import { treatmentOf } from './beside.ts'
import { commentsOnCard, evidenceNames, printedTreatment } from './treatments.ts'
import { writtenHundredths, writtenProse } from './written.ts'

/** Longest note printed on a card, in UTF-16 units; the rest stands in the annex of answers. */
const cardNoteLength = 600
/** Longest value printed in the frame of a card; a longer one stands in the annex of answers alone. */
const cardValueLength = 240
/** A combination can rest on many answers; a card names the first steps of this many. */
const shownHelps = 3

const kinds = {
  bad: 'bad',
  partly: 'partly',
  unknown: 'open',
  declined: 'open',
  blank: 'open',
  unusable: 'open',
  fact: 'flag',
  none: 'flag',
} as const satisfies Record<ScoredFinding['answer'], Finding['kind']>

/** The points it adds, and the same in a sentence; both empty for what has no points of its own. */
function pointsOf({ loBp, hiBp, domainId }: ScoredFinding, file: QuestionFile): Pick<Finding, 'points' | 'pointsText'> {
  const { sentence } = file.words
  if (hiBp === 0 || domainId === null) return { points: '', pointsText: sentence.pointsNone }
  const domain = domainTitle(file, domainId)
  const [low, points] = [writtenHundredths(loBp, file.words), writtenHundredths(hiBp, file.words)]
  if (loBp === hiBp) return { points, pointsText: fill(sentence.points, { points, domain }) }
  return { points, pointsText: fill(loBp === 0 ? sentence.pointsOpen : sentence.pointsRange, { low, points, domain }) }
}

/** The note as far as a card has room for it, and the remark that it goes on, if it does. */
function cardNote(note: string, file: QuestionFile): { readonly note: Prose; readonly noteContinued: string } {
  if (note.length <= cardNoteLength) return { note: writtenProse(note), noteContinued: '' }
  // Cutting between whole characters keeps the text well-formed.
  const cut = note
    .slice(0, cardNoteLength)
    .toWellFormed()
    .replace(/\uFFFD$/, '')
  return { note: writtenProse(cut), noteContinued: file.words.sentence.noteContinued }
}

function helpOf(finding: ScoredFinding, file: QuestionFile): PrintedHelp[] {
  return finding.helpIds.slice(0, shownHelps).flatMap((id) => {
    const help = file.questions.get(id)?.help
    return help === undefined ? [] : [{ questionId: id, why: help.why, firstStep: help.firstStep }]
  })
}

/** What was answered, where the word on the card does not say it: the value of a fact. */
function valueOf({ answer, questionId }: ScoredFinding, file: QuestionFile): readonly string[] {
  const question = answer === 'fact' && questionId !== null ? file.questions.get(questionId) : undefined
  if (question === undefined) return []
  const value = answerText(question, file.answers.get(question.id), file)
  return value.join('').length > cardValueLength ? [file.words.sentence.valueContinued] : value
}

/** The question; for a rule over several answers, what the rule says. */
function subjectOf(finding: ScoredFinding, file: QuestionFile): string {
  if (finding.questionId !== null) return questionText(file, finding.questionId)
  return file.document.result.flags.find((flag) => flag.ruleId === finding.id)?.reason ?? ''
}

function answerWord({ answer, questionId }: ScoredFinding, file: QuestionFile): string {
  if (answer === 'bad' && questionId !== null) {
    const value = file.answers.get(questionId)?.value
    if (value?.kind === 'practice') return file.words.answer[value.choice]
  }
  return file.words.findingAnswer[answer]
}

/** The grade as it counts, what it means, and until when it holds; empty where no answer is behind the finding. */
function evidenceOf({ questionId, evidenceGrade }: ScoredFinding, file: QuestionFile): string {
  if (questionId === null || evidenceGrade === null) return ''
  const { remark } = printedEvidence(file.answers.get(questionId), file)
  const grade = fill(file.words.sentence.evidence, { grade: evidenceGrade, meaning: file.words.evidenceMeaning[evidenceGrade] })
  return remark === '' ? grade : `${grade}, ${remark}`
}

/** What a treatment of this finding names. */
function treatedBy({ id, questionId }: ScoredFinding): TreatedFinding {
  return questionId === null ? { kind: 'rule', ruleId: id } : { kind: 'question', questionId }
}

function printed(finding: ScoredFinding, number: number, file: QuestionFile): Finding {
  const answer = finding.questionId === null ? undefined : file.answers.get(finding.questionId)
  return {
    number,
    id: finding.id,
    domainTitle: finding.domainId === null ? '' : domainTitle(file, finding.domainId),
    subject: subjectOf(finding, file),
    answer: answerWord(finding, file),
    value: valueOf(finding, file),
    kind: kinds[finding.answer],
    revision: answer === undefined ? '' : fill(file.words.sentence.revision, { revision: String(answer.revision) }),
    evidence: evidenceOf(finding, file),
    ...pointsOf(finding, file),
    help: helpOf(finding, file),
    flags: flagsOfFinding(finding, file),
    ...cardNote(answer?.note ?? '', file),
    treatment: printedTreatment(treatmentOf(file.beside, treatedBy(finding)), file),
    comments: commentsOnCard(finding.questionId, file),
    evidenceFiles: evidenceNames(finding.questionId, file),
  }
}

/** A finding and the step it belongs to. Step 0 is scope, with what rests on no single step: combinations and screening. */
export interface FindingOfStep {
  readonly step: number
  readonly finding: Finding
}

/** All findings in the order of the score, numbered by it, so that number 1 is the most pressing of the report. */
export function findingsInOrder(file: QuestionFile): readonly FindingOfStep[] {
  const stepOf = new Map(file.pack.domains.map((domain) => [domain.id, domain.step]))
  return file.document.result.findings.map((finding, index) => ({
    step: finding.domainId === null ? 0 : (stepOf.get(finding.domainId) ?? 0),
    finding: printed(finding, index + 1, file),
  }))
}
