// Every question that was asked, with the answer in words, its evidence grade, revision and note.
import type { Answer, AnswerValue, Owner } from '#shared/domain/answer.ts'
import type { Question } from '#shared/domain/question.ts'
import { becauseInWords } from '#shared/scoring/because-words.ts'
import { shownBecause } from '#shared/scoring/shown-because.ts'
import type { AnswerLine, AnswerSection } from '../report-model.ts'
import { fill } from '../words.ts'
import { scoreInputOf, type QuestionFile } from './case-file.ts'
import { printedEvidence } from './evidence.ts'
import { printedComments } from './treatments.ts'
import { shortened, writtenCount, writtenDate, writtenProse, writtenShare } from './written.ts'

/** What it takes to write a value: words, the pack's questions, and names of crown jewels. */
export type ValueNames = Pick<QuestionFile, 'words' | 'questions' | 'jewels'>

/** The label of an option, the id itself when the question does not offer it. */
export function optionLabel(question: Question, option: string): string {
  const offered = 'options' in question.answer ? question.answer.options : []
  return offered.find((one) => one.id === option)?.label ?? option
}

function writtenCounts(counts: Readonly<Record<string, number>>, question: Question, file: ValueNames): string[] {
  const type = question.answer
  const counted = type.kind === 'counts' ? file.questions.get(type.of) : undefined
  const unit = type.kind === 'counts' ? type.unit : ''
  // Object order follows how the answer was typed; sorting keeps the paper the same for the same facts.
  return Object.entries(counts)
    .toSorted(([left], [right]) => Number(left > right) - Number(left < right))
    .map(([option, count]) =>
      fill(file.words.sentence.count, {
        label: counted === undefined ? option : optionLabel(counted, option),
        count: `${writtenCount(count, file.words)} ${unit}`.trim(),
      }),
    )
}

function writtenOwner(owner: Owner, file: ValueNames): string {
  const { words } = file
  return fill(owner.country === '' ? words.sentence.ownerNoCountry : words.sentence.owner, {
    name: owner.name,
    country: countryName(owner.country, file),
    share: writtenShare(owner.shareBp, words),
    layer: String(owner.layer),
  })
}

/** A country's name in the report's language; its code when the catalogue has no name for it. */
export function countryName(code: string, file: ValueNames): string {
  return file.words.countries[code] ?? code
}

function roleLabels(question: Question, roles: readonly string[]): string {
  const offered = question.answer.kind === 'countries' ? question.answer.roles : []
  return roles.map((role) => offered.find((one) => one.id === role)?.label ?? role).join(' · ')
}

function writtenList(
  value: Extract<AnswerValue, { kind: 'countries' | 'owners' | 'jewels' }>,
  question: Question,
  file: ValueNames,
): string[] {
  if (value.kind === 'owners') return value.owners.map((owner) => writtenOwner(owner, file))
  if (value.kind === 'jewels') return value.jewelIds.map((id) => file.jewels.get(id)?.name ?? id)
  return value.countries.map(({ code, roles }) =>
    fill(file.words.sentence.countryRoles, { country: countryName(code, file), roles: roleLabels(question, roles) }),
  )
}

/** A count as a condition names it: percent for a share, else with the unit of the question. */
export function countWithUnit(questionId: string, count: number, file: QuestionFile): string {
  const type = file.questions.get(questionId)?.answer
  const number = writtenCount(count, file.words)
  if (type?.kind === 'percent') return fill(file.words.number.percent, { number })
  return type !== undefined && 'unit' in type ? `${number} ${type.unit}` : number
}

function unitOf(question: Question): string {
  return question.answer.kind === 'number' ? question.answer.unit : ''
}

/** An answer's value in words, one entry for each line; an empty list says so. */
export function writtenValue(value: AnswerValue, question: Question, file: ValueNames): string[] {
  const { words } = file
  switch (value.kind) {
    case 'practice':
      return [words.answer[value.choice]]
    case 'unknown':
      return [words.answer.unknown]
    case 'declined':
      return [words.answer.declined]
    case 'choice':
      return [optionLabel(question, value.option)]
    case 'several':
      return value.options.map((option) => optionLabel(question, option))
    case 'counts':
      return orNone(writtenCounts(value.counts, question, file), file)
    case 'percent':
      return [writtenShare(value.shareBp, words)]
    case 'number':
      return [`${writtenCount(value.count, words)} ${unitOf(question)}`.trim()]
    case 'date':
      return [writtenDate(value.on, words)]
    case 'text':
      return orNone([...writtenProse(value.text)], file)
    case 'not-applicable':
      return [
        `${words.answer.notApplicable}: ${value.reason}`,
        ...(value.countersignedBy === '' ? [] : [fill(words.sentence.countersigned, { name: value.countersignedBy })]),
      ]
    case 'countries':
    case 'owners':
    case 'jewels':
      return orNone(writtenList(value, question, file), file)
  }
}

function orNone(lines: string[], file: ValueNames): string[] {
  return lines.length === 0 ? [file.words.answer.none] : lines
}

/** How an answer counts: good, partly or bad for a practice, open when it is unknown, declined, blank or unusable. */
export function answerKind(question: Question, answer: Answer | undefined, file: QuestionFile): AnswerLine['kind'] {
  if (answer === undefined || file.unusable.has(question.id)) return 'open'
  const { value } = answer
  if (value.kind === 'unknown' || value.kind === 'declined') return 'open'
  if (value.kind === 'not-applicable') return 'aside'
  if (value.kind !== 'practice' || question.answer.kind !== 'practice') return 'fact'
  if (value.choice === 'partly') return 'partly'
  return value.choice === question.answer.badAnswer ? 'bad' : 'good'
}

/** The answer in words, one entry for each line, with a remark when it could not be used. */
export function answerText(question: Question, answer: Answer | undefined, file: QuestionFile): string[] {
  if (answer === undefined) return [file.words.answer.blank]
  const lines = writtenValue(answer.value, question, file)
  return file.unusable.has(question.id) ? [...lines, file.words.answer.unusable] : lines
}

/** A reason names an option by this much of its label; the label stands in full where it was chosen. */
const reasonLabelLength = 32

/** The questions with short labels, for reasons. */
function withShortLabels(questions: QuestionFile['questions']): QuestionFile['questions'] {
  const short = (question: Question): Question => {
    const type = question.answer
    if (!('options' in type)) return question
    const options = type.options.map((option) => ({ ...option, label: shortened(option.label, reasonLabelLength) }))
    return { ...question, answer: { ...type, options } }
  }
  return new Map([...questions].map(([id, question]) => [id, short(question)]))
}

/** Question id → why it shows, in words; without those that always do. */
function reasonsInWords(file: QuestionFile): ReadonlyMap<string, string> {
  const questions = withShortLabels(file.questions)
  const conditional = shownBecause(scoreInputOf(file)).filter(({ because }) => because.length > 0)
  return new Map(conditional.map((reason) => [reason.questionId, becauseInWords(reason, file.words.because, questions)]))
}

/** Where an answer was taken over from and when it was first given; empty when it was given here. */
function carriedText(questionId: string, { beside, words }: QuestionFile): string {
  const mark = beside.carriedOver.get(questionId)
  if (mark === undefined) return ''
  return fill(words.carriedFrom[mark.source], { date: writtenDate(mark.answeredOn, words) })
}

function answerLine(question: Question, because: string, file: QuestionFile): AnswerLine {
  const answer = file.answers.get(question.id)
  const { grade, remark } = printedEvidence(answer, file)
  return {
    questionId: question.id,
    question: question.text,
    because,
    value: answerText(question, answer, file),
    kind: answerKind(question, answer, file),
    grade: answer === undefined ? '' : grade,
    evidence: remark,
    revision: answer === undefined ? '' : fill(file.words.sentence.revision, { revision: String(answer.revision) }),
    note: writtenProse(answer?.note ?? ''),
    carried: carriedText(question.id, file),
    comments: printedComments(question.id, file),
  }
}

/** All asked questions by domain, in pack order; domains without one are left out. */
export function answerSections(file: QuestionFile): AnswerSection[] {
  const reasons = reasonsInWords(file)
  return file.domains.flatMap(({ domain }) => {
    const own = file.asked.filter((question) => question.domain === domain.id)
    const lines = own.map((question) => answerLine(question, reasons.get(question.id) ?? '', file))
    return lines.length === 0 ? [] : [{ domainId: domain.id, title: domain.title, lines }]
  })
}
