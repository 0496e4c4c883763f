// From a programme document to everything that is printed of it: pure, no clock, no locale, the same JSON for the same input.
import type { Pack } from '#shared/domain/pack.ts'
import type { ProgrammeDocument } from '#shared/domain/programme-document.ts'
import { programmePack, programmeScoreInput } from '#shared/scoring/programme.ts'
import { score } from '#shared/scoring/score.ts'
import type { KeyFigure } from '../../portfolio-model.ts'
import type { PlanLine, ProgrammeModel, StepSummary } from '../../programme-model.ts'
import type { DomainLine, Step } from '../../report-model.ts'
import { fill, type ReportWords } from '../../words.ts'
import { answerKind, answerSections } from '../answers.ts'
import { openQuestionFile, type QuestionFile, type ReportEdition } from '../case-file.ts'
import { usedSources } from '../closing.ts'
import { domainLines } from '../domains.ts'
import { type FindingOfStep, findingsInOrder } from '../findings.ts'
import { titleSize } from '../front-page.ts'
import { preparedFor, printedLook } from '../look.ts'
import { instantParts, signatureBlock, signedBy } from '../signed-by.ts'
import { stated } from '../stated.ts'
import { shortened, writtenCount, writtenDate, writtenProse } from '../written.ts'
import { planLines } from './plan.ts'
import { registerLines } from './register.ts'

/** Page one names at most this many. */
const shownFirst = 5
/** Page one shows a first step this far; the plan has all of it. */
const frontStepLength = 150
const runningLength = 70
const stepNumbers = [1, 2, 3] as const

/** The answers as a file of questions. What a result says of a third party stands for nothing here and is put away. */
function openFile(document: ProgrammeDocument, pack: Pack, edition: ReportEdition): QuestionFile {
  const { asOf, answers, result, crownJewels } = document
  const input = programmeScoreInput({ pack, asOf, answers })
  const domains = result.domains.map((domain) => ({ ...domain, residual: null }))
  const whole = { ...score(input), ...result, domains, driver: null }
  const { relationship, profile } = input
  const answered = { pack: document.pack, relationship, profile, asOf, crownJewels, answers, screening: null, result: whole }
  return openQuestionFile(answered, programmePack(pack, answers), edition)
}

function ownDomainLines(file: QuestionFile): DomainLine[] {
  const { words } = file
  return domainLines(file).map((line) => {
    const alt = fill(words.programme.barAlt, { domain: line.title, gap: line.gapText })
    return { ...line, bar: line.bar === null ? null : { ...line.bar, alt } }
  })
}

function keyFigures(file: QuestionFile): KeyFigure[] {
  const { words } = file
  const kinds = file.asked.map((question) => answerKind(question, file.answers.get(question.id), file))
  const countOf = (wanted: string) => kinds.filter((kind) => kind === wanted).length
  const fired = file.document.result.flags.filter(({ state }) => state === 'fired').length
  const figure = (label: string, count: number, isAlarm = false): KeyFigure => ({
    label,
    value: writtenCount(count, words),
    isAlarm: isAlarm && count > 0,
  })
  const label = words.programme
  return [
    figure(label.figureMet, countOf('good')),
    figure(label.figurePartly, countOf('partly')),
    figure(label.figureNotMet, countOf('bad'), true),
    figure(label.figureOpen, countOf('open')),
    figure(label.figureFlags, fired, true),
    figure(label.figureJewels, file.jewels.size),
  ]
}

function stepSummaries(file: QuestionFile, domains: readonly DomainLine[]): StepSummary[] {
  const { words } = file
  return stepNumbers.map((number) => {
    const own = domains.filter(({ step }) => step === number)
    const ids = new Set(own.map(({ id }) => id))
    const asked = file.asked.filter(({ domain }) => ids.has(domain))
    const answered = asked.filter((question) => answerKind(question, file.answers.get(question.id), file) !== 'open').length
    return {
      title: fill(words.sentence.stepTitle, { number: String(number), title: words.step[number] }),
      answered: fill(words.programme.stepAnswered, { answered: String(answered), asked: String(asked.length) }),
      domains: own,
    }
  })
}

function findingsText(count: number, words: ReportWords): string {
  if (count === 0) return words.programme.findingsNone
  return fill(count === 1 ? words.sentence.findingsCountOne : words.sentence.findingsCount, { count: String(count) })
}

function steps(domains: readonly DomainLine[], findings: readonly FindingOfStep[], words: ReportWords): Step[] {
  return stepNumbers.map((number) => {
    const own = findings.filter(({ step }) => step === number).map(({ finding }) => finding)
    return {
      number,
      title: fill(words.sentence.stepTitle, { number: String(number), title: words.step[number] }),
      lead: words.stepLead[number],
      domains: domains.filter(({ step }) => step === number),
      findings: own,
      findingsText: findingsText(own.length, words),
      manual: [],
    }
  })
}

/** The day on which an answer was given stands where an assessment says why a question shows. */
function datedAnswers(file: QuestionFile, { answers }: ProgrammeDocument): ProgrammeModel['answers'] {
  const { words } = file
  const days = new Map<string, string>(answers.map(({ questionId, answeredOn }) => [questionId, answeredOn]))
  return answerSections(file).map((section) => ({
    ...section,
    lines: section.lines.map((line) => {
      const day = days.get(line.questionId)
      return { ...line, because: day === undefined ? '' : fill(words.programme.answeredOn, { date: writtenDate(day, words) }) }
    }),
  }))
}

function about({ organization, profile }: ProgrammeDocument, words: ReportWords) {
  const { template: label, programme } = words
  const areas = (profile?.technologyAreas ?? []).map((area) => words.technologyArea[area]).join(', ')
  return stated([
    [label['name'], organization.name],
    [label['country'], words.countries[organization.country] ?? organization.country],
    [label['contact'], organization.contact],
    [programme.size, profile === null ? '' : words.organizationSize[profile.size]],
    [programme.areas, areas],
  ])
}

function front(
  document: ProgrammeDocument,
  file: QuestionFile,
  parts: { domains: DomainLine[]; plan: PlanLine[] },
): ProgrammeModel['front'] {
  const { words, chosen } = file
  const { organization, asOf } = document
  const { plan, domains } = parts
  const left = plan.length - shownFirst
  return {
    title: organization.name,
    titleSize: titleSize(organization.name),
    preparedFor: preparedFor(chosen.look, organization.name, words),
    context: [words.programme.context, fill(words.sentence.asOf, { date: writtenDate(asOf, words) })],
    figures: keyFigures(file),
    steps: stepSummaries(file, domains),
    first: plan.slice(0, shownFirst).map((line) => ({ ...line, firstStep: shortened(line.firstStep, frontStepLength) })),
    firstNote: plan.length === 0 ? words.programme.planNone : left > 0 ? fill(words.programme.firstMore, { count: String(left) }) : '',
    signedBy: signedBy(document, words),
  }
}

/**
 * The report on the organization's own programme: pure JSON, every string ready to print in the language of the words in `edition`.
 * Throws when the pack is not the document's own.
 */
export function buildProgrammeModel(document: ProgrammeDocument, pack: Pack, edition: ReportEdition): ProgrammeModel {
  const { words } = edition
  const { organization } = document
  const file = openFile(document, pack, edition)
  const domains = ownDomainLines(file)
  const findings = findingsInOrder(file)
  const plan = planLines(
    findings.map(({ finding }) => finding),
    document,
    words,
  )
  const kind = {
    reportId: document.reportId,
    idLabel: words.idLabel.programme,
    pack: { title: pack.title, ...document.pack },
    reason: words.programme.reason,
    attachment: words.programme.attachment,
  }
  return {
    format: 'gatehouse.programme-report',
    formatVersion: 1,
    look: printedLook(file.chosen, organization.name, words),
    language: words.language,
    kicker: words.kind.programme,
    title: fill(words.programme.title, { organization: organization.name }),
    author: organization.name,
    issued: instantParts(document.signedAt),
    running: {
      subject: shortened(organization.name, runningLength),
      idLabel: kind.idLabel,
      id: document.reportId,
      pack: fill(words.sentence.packLine, { id: document.pack.id, version: document.pack.version }),
    },
    front: front(document, file, { domains, plan }),
    about: about(document, words),
    activity: writtenProse(organization.activity),
    jewels: registerLines(document, words),
    findings: findings.filter(({ step }) => step === 0).map(({ finding }) => finding),
    steps: steps(domains, findings, words),
    plan,
    planNone: plan.length === 0 ? words.programme.planNone : '',
    answers: datedAnswers(file, document),
    sources: usedSources(file),
    fairness: words.fairness,
    disclaimer: words.disclaimer,
    signature: signatureBlock(document, kind, words),
    words: words.template,
  }
}
