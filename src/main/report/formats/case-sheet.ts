// One assessment as tables: findings with what is done about them, answers, and what the file is about.
import type { AssessmentDocument } from '#shared/domain/assessment-document.ts'
import { treatedStateOf, type TreatedFinding, type Treatment } from '#shared/domain/treatment.ts'
import type { Finding, PrintedFlag, ReportModel } from '../report-model.ts'
import { answerColumns, type FormatWords, type PlanColumn, planColumns } from './format-words.ts'

export interface Sheet {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** A signed assessment with the model its report was printed from. */
export interface SignedCase {
  readonly document: AssessmentDocument
  readonly model: ReportModel
  readonly words: FormatWords
}

/** One finding or condition as it stands in a plan; every part is text, empty when it is not there. */
export type PlanRow = Readonly<Record<PlanColumn, string>>

const blank: PlanRow = {
  number: '',
  id: '',
  domain: '',
  finding: '',
  answer: '',
  evidence: '',
  points: '',
  flags: '',
  why: '',
  firstStep: '',
  response: '',
  action: '',
  owner: '',
  due: '',
  status: '',
  acceptedBy: '',
  acceptedUntil: '',
  comment: '',
}

function treatedAs(one: TreatedFinding, other: TreatedFinding): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** The treatment as it stands on the as-of day: an accepted risk has who accepted it and until when, any other has its day. */
function treatmentParts(treatment: Treatment | undefined, { document, words }: SignedCase): Partial<PlanRow> {
  if (treatment === undefined) return {}
  const { response, action, ownerName, dueOn, acceptedBy, acceptedUntil } = treatment
  const isAccepted = response === 'accept'
  return {
    response: words.response[response],
    action,
    owner: ownerName,
    due: isAccepted ? '' : (dueOn ?? ''),
    status: words.status[treatedStateOf(treatment, document.asOf)],
    acceptedBy: isAccepted ? acceptedBy : '',
    acceptedUntil: isAccepted ? (acceptedUntil ?? '') : '',
  }
}

/** What a flag is and whether it has fired, as the report's mark says it: `High floor · unresolved`. */
export function flagLabel({ levelWord, stateWord }: PrintedFlag): string {
  return `${levelWord} · ${stateWord.toLowerCase()}`
}

function answered({ answer, value }: Finding): string {
  return [answer, ...value].filter((part) => part !== '').join('; ')
}

function fromAnswer(finding: Finding, signed: SignedCase): PlanRow {
  const { document } = signed
  const treatment = document.treatments.find(({ finding: of }) => of.kind === 'question' && of.questionId === finding.id)
  const comment = document.comments.find(({ questionId }) => questionId === finding.id)
  return {
    ...blank,
    number: String(finding.number),
    id: finding.id,
    domain: finding.domainTitle,
    finding: finding.subject,
    answer: answered(finding),
    evidence: finding.evidence,
    points: finding.points,
    flags: finding.flags.map((flag) => `${flagLabel(flag)}: ${flag.reason}`).join('; '),
    why: finding.help.map(({ why }) => why).join(' '),
    firstStep: finding.help.map(({ firstStep }) => firstStep).join(' '),
    ...treatmentParts(treatment, signed),
    comment: comment?.text ?? '',
  }
}

function ownRows(signed: SignedCase): PlanRow[] {
  const { document, words } = signed
  return document.manualFindings.map(({ id, title, detail, firstStep }) => ({
    ...blank,
    domain: words.manual,
    finding: title,
    why: detail,
    firstStep,
    ...treatmentParts(
      document.treatments.find(({ finding }) => treatedAs(finding, { kind: 'manual', findingId: id })),
      signed,
    ),
  }))
}

function conditionRows(signed: SignedCase): PlanRow[] {
  const { document, words } = signed
  return document.decision.conditions.map((condition) => ({
    ...blank,
    domain: words.condition,
    finding: condition,
    ...treatmentParts(
      document.treatments.find(({ finding }) => finding.kind === 'condition' && finding.condition === condition),
      signed,
    ),
  }))
}

/** Findings in the report's order, then own findings, then conditions; each with its treatment. */
export function planRows(signed: SignedCase): PlanRow[] {
  const { scope, steps } = signed.model
  const findings = [...scope.findings, ...steps.flatMap((step) => step.findings)].toSorted((one, two) => one.number - two.number)
  return [...findings.map((finding) => fromAnswer(finding, signed)), ...ownRows(signed), ...conditionRows(signed)]
}

export function planSheet(signed: SignedCase): Sheet {
  const { columns, sheets } = signed.words
  return {
    title: sheets.findings,
    columns: planColumns.map((column) => columns[column]),
    rows: planRows(signed).map((row) => planColumns.map((column) => row[column])),
  }
}

export function answerSheet({ document, model, words }: SignedCase): Sheet {
  const commentOn = new Map<string, string>(document.comments.map(({ questionId, text }) => [questionId, text]))
  const rows = model.answers.flatMap(({ title, lines }) =>
    lines.map((line) => [
      line.questionId,
      title,
      line.question,
      line.value.join('; '),
      [line.grade, line.evidence].filter((part) => part !== '').join(', '),
      line.note.join('\n'),
      commentOn.get(line.questionId) ?? '',
    ]),
  )
  return { title: words.sheets.answers, columns: answerColumns.map((column) => words.answerColumns[column]), rows }
}

/** Label and value: whom the file is about, what was decided, and that it proves nothing by itself. */
export function aboutRows({ document, model, words: { about } }: SignedCase): (readonly [string, string])[] {
  const { front, running } = model
  return [
    [about.thirdParty, document.thirdParty.legalName],
    [about.relationship, front.context.join(' · ')],
    [about.tier, front.tier.text],
    [about.decision, front.outcome.word],
    [about.decidedBy, document.decision.decidedBy],
    [about.signed, front.signedBy],
    [about.report, document.assessmentId],
    [about.pack, running.pack],
    [about.standing, about.standingText],
  ]
}

export function aboutSheet(signed: SignedCase): Sheet {
  const [head, ...rows] = aboutRows(signed)
  return { title: signed.words.sheets.about, columns: head ?? [], rows }
}
