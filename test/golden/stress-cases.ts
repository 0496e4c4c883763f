// Reports under stress: nothing found and forty findings, long and foreign names, words without a space, many owners and files, odd logos.
import { AssessmentDocument } from '#shared/domain/assessment-document.ts'
import { PortfolioDocument } from '#shared/domain/portfolio-document.ts'
import type { ProgrammeDocument } from '#shared/domain/programme-document.ts'
import type { Question } from '#shared/domain/question.ts'
import { type ChosenLook, plainLook } from '#shared/domain/report-look.ts'
import { redact } from '#shared/exchange/redact.ts'
import { loadFormatWords } from '#main/report/formats/format-words.ts'
import { redactedModel } from '#main/report/formats/redacted-model.ts'
import { buildReportModel } from '#main/report/model.ts'
import { buildPortfolioModel } from '#main/report/model/portfolio/build.ts'
import { buildProgrammeModel } from '#main/report/model/programme/build.ts'
import type { ReportPages } from '#main/report/render.ts'
import type { ReportCompiler } from '#main/report/report-compiler.ts'
import { pngOf } from '../support/pictures.ts'
import { portfolioCase } from './portfolio-case.ts'
import { programmeCase, type ProgrammeMood } from './programme-case.ts'
import { reportCase, resourcesDirectory, shippedPack, type CaseChanges } from './report-case.ts'

const pack = shippedPack()
const id = (kind: number, number: number) => `${String(kind).padStart(8, '0')}-0000-4000-8000-${String(number).padStart(12, '0')}`

/** Names as they come: a company of 200 characters, other scripts, and one word of 80 characters. */
export const names = {
  long: 'Vereinigte Mitteldeutsche Donaudampfschifffahrts- und Gensequenzierungsgesellschaft für klinische Diagnostik, Verwaltung von Beteiligungen und Auslandsbeziehungen mbH & Co. Kommanditgesellschaft auf Aktien'.slice(0, 200),
  arabic: 'شركة الاختبارات الجينية المتحدة للأبحاث والتطوير',
  hebrew: 'החברה המאוחדת לבדיקות גנטיות בע״מ',
  chinese: '深圳海岸基因组研究院有限责任公司',
  // The second character is outside the bundled set, so it is printed as its number.
  rare: '臺灣𠮷野家生物科技股份有限公司',
  korean: '주식회사 한국 유전체 연구소',
  word: 'Sequenzierungsdatenverarbeitungsdienstleistungsvertragsanlagenverzeichnisnummern',
} as const
const namesInTurn = Object.values(names)
const nameAt = (number: number): string => namesInTurn[number % namesInTurn.length] ?? names.long
const longNote = 'The team showed the register of access rights, which was last read through in March. Two accounts belong to people who have left. '.repeat(8).trim()

/** How many practices are answered badly, out of all that are asked. */
function answersOf(badCount: number): CaseChanges['answers'] {
  let bad = 0
  const practices = pack.questions.filter((question) => question.answer.kind === 'practice')
  const every = Math.max(1, Math.floor(practices.length / Math.max(1, badCount)))
  return Object.fromEntries(
    pack.questions.map((question, index) => {
      if (question.answer.kind !== 'practice') return [question.id, [plainValue(question), 'A', '']]
      const good = question.answer.badAnswer === 'yes' ? 'no' : 'yes'
      const isBad = bad < badCount && index % every === 0
      if (isBad) bad += 1
      const choice = isBad ? (index % 3 === 0 ? 'partly' : question.answer.badAnswer) : good
      return [question.id, [{ kind: 'practice', choice }, 'ABCD'[index % 4] ?? 'A', index % 9 === 0 ? longNote : '']]
    }),
  )
}

const jewelId = '20000000-0000-4000-8000-000000000001'

/** An answer that raises nothing where the kind allows it. */
function plainValue({ id: questionId, answer }: Question): object {
  if (answer.kind === 'several') return { kind: 'several', options: [answer.options.at(-1)?.id ?? ''] }
  if (answer.kind === 'choice') return { kind: 'choice', option: (questionId === 'RP-01' ? 'no-hit' : answer.options.at(0)?.id) ?? '' }
  if (answer.kind === 'counts') return { kind: 'counts', counts: {} }
  if (answer.kind === 'countries') return { kind: 'countries', countries: ['DE', 'SG', 'CN', 'AE', 'RU'].map((code) => ({ code, roles: ['registered', 'data-stored'] })) }
  if (answer.kind === 'jewels') return { kind: 'jewels', jewelIds: [jewelId] }
  if (answer.kind === 'owners') {
    return { kind: 'owners', owners: Array.from({ length: 20 }, (_, number) => ({ name: nameAt(number), country: number % 2 === 0 ? 'DE' : '', shareBp: 500, layer: 1 + (number % 3) })) }
  }
  if (answer.kind === 'percent') return { kind: 'percent', shareBp: 0 }
  if (answer.kind === 'date') return { kind: 'date', on: '2027-03-31' }
  return { kind: 'text', text: longNote }
}

const evidenceFiles = Array.from({ length: 30 }, (_, number) => ({
  id: id(31, number),
  questionId: ['AD-05', 'CJ-01', 'OW-02'][number % 3],
  fileName: number % 5 === 4 ? `${names.word}-${number}.pdf` : `register-extract-${number}.pdf`,
  mediaType: 'application/pdf',
  sizeBytes: 1_233_400 * (number + 1),
  sha256: 'abcdef0123456789'.repeat(4),
  grade: 'B',
  description: number % 3 === 0 ? longNote.slice(0, 280) : '',
  addedAt: '2026-11-13T10:00:00.000Z',
}))

/** What a careful assessor writes beside forty findings. */
function fullDocument(thirdPartyName: string, badCount: number): AssessmentDocument {
  const plain = reportCase(pack, 'supplier', { answers: answersOf(badCount) ?? {} })
  const withFinding = plain.result.findings.flatMap(({ questionId }) => (questionId === null ? [] : [questionId]))
  const planned = withFinding.filter((_, number) => number % 2 === 0)
  return AssessmentDocument.parse({
    ...plain,
    organization: { ...plain.organization, name: names.long },
    thirdParty: { ...plain.thirdParty, legalName: thirdPartyName, nativeName: names.rare, note: longNote },
    comments: withFinding.filter((_, number) => number % 5 === 0).map((questionId) => ({ questionId, text: longNote.slice(0, 700), saidBy: names.arabic, saidOn: '2026-11-14' })),
    evidenceFiles,
    manualFindings: [1, 2, 3].map((number) => ({
      id: id(32, number), title: number === 1 ? names.word : 'The night shift shares one badge', detail: longNote, severity: 'high', domainId: 'AD', firstStep: 'Ask for a badge for each person.', addedAt: '2026-11-12T10:00:00.000Z',
    })),
    treatments: planned.map((questionId, number) => ({
      id: id(33, number), finding: { kind: 'question', questionId }, response: 'mitigate', action: number % 4 === 0 ? longNote : 'Ask for a date in writing.', ownerName: nameAt(number).slice(0, 180),
      dueOn: '2027-03-01', status: 'open', acceptedBy: '', acceptedUntil: null, changedAt: '2026-11-20T10:00:00.000Z',
    })),
    decision: { ...plain.decision, rationale: `${longNote}\n${longNote}`, conditions: Array.from({ length: 9 }, (_, number) => `${number + 1}: ${longNote.slice(0, 90 + number * 20)}`) },
    reviews: [{ reviewerName: names.hebrew, reviewerRole: 'Head of audit', verdict: 'agrees', note: longNote, reviewedAt: '2026-11-19T10:00:00.000Z' }],
  })
}

/** An assessment of which nothing is missing, on an organization that says nothing of itself. */
function nothingFound(): AssessmentDocument {
  const well = { ...answersOf(0), 'PR-08': [{ kind: 'choice', option: 'free' }, 'A'], 'OW-02': [{ kind: 'owners', owners: [{ name: 'B', country: 'US', shareBp: 10_000, layer: 1 }] }, 'A'], 'RP-02': [{ kind: 'several', options: ['no-hit'] }, 'A'] } as const
  return reportCase(pack, 'supplier', {
    answers: well,
    document: { organization: { name: 'A', country: '', activity: '', contact: '' }, crownJewels: [], decision: { outcome: 'proceed', rationale: '', conditions: [], decidedBy: 'C' } },
  })
}

const logoOf = (widthPx: number, heightPx: number): ChosenLook['logo'] => ({ format: 'png', widthPx, heightPx, content: pngOf({ widthPx, heightPx }) })

const looks = {
  a4: { look: plainLook, logo: null },
  letter: { look: { ...plainLook, paper: 'letter' }, logo: null },
  wide: { look: { ...plainLook, accent: '#7a1f3d', issuer: names.long.slice(0, 80), logoSha256: 'a'.repeat(64) }, logo: logoOf(1200, 40) },
  tall: { look: { ...plainLook, paper: 'letter', accent: '#1f3d7a', logoSha256: 'a'.repeat(64) }, logo: logoOf(40, 900) },
} as const satisfies Record<string, ChosenLook>

/** A portfolio in which every name is long, foreign or one word; `partyCount` third parties. */
function namedPortfolio(partyCount: number): PortfolioDocument {
  const plain = portfolioCase(partyCount)
  return PortfolioDocument.parse({
    ...plain,
    organization: { ...plain.organization, name: names.long },
    parties: plain.parties.map((party, number) => (number % 3 === 0 ? { ...party, legalName: nameAt(number / 3) } : party)),
    crownJewels: plain.crownJewels.map((jewel, number) => (number % 4 === 1 ? { ...jewel, name: nameAt(number) } : jewel)),
    treatments: plain.treatments.map((treatment, number) => (number % 2 === 0 ? { ...treatment, ownerName: nameAt(number).slice(0, 180), action: longNote } : treatment)),
  })
}

function stressedProgramme(mood: ProgrammeMood): ProgrammeDocument {
  const plain = programmeCase(pack, mood)
  const { organization, crownJewels, answers, treatments } = plain
  return programmeCase(pack, mood, {
    organization: { ...organization, name: names.long, activity: longNote },
    crownJewels: crownJewels.map((jewel, number) => ({ ...jewel, name: nameAt(number + 1), ownerName: nameAt(number).slice(0, 180), places: longNote.slice(0, 300) })),
    answers: answers.map((answer, number) => (number % 6 === 0 ? { ...answer, note: longNote } : answer)),
    treatments: treatments.map((treatment) => ({ ...treatment, action: longNote, ownerName: names.arabic })),
  })
}

const assessment = (document: AssessmentDocument, chosen: ChosenLook) => (compiler: ReportCompiler): ReportPages => ({
  template: 'assessment', model: buildReportModel(document, pack, { ...compiler, chosen }), attachment: { name: 'assessment.json', content: document },
})
const portfolio = (document: PortfolioDocument, chosen: ChosenLook) => ({ words }: ReportCompiler): ReportPages => ({
  template: 'portfolio', model: buildPortfolioModel(document, { words, chosen }), attachment: { name: 'portfolio.json', content: document },
})
const programme = (document: ProgrammeDocument, chosen: ChosenLook) => (compiler: ReportCompiler): ReportPages => ({
  template: 'programme', model: buildProgrammeModel(document, pack, { ...compiler, chosen }), attachment: { name: 'programme.json', content: document },
})
const redacted = (document: AssessmentDocument, chosen: ChosenLook) => (compiler: ReportCompiler): ReportPages => {
  const content = redact(document, pack).document
  const { look } = buildReportModel(document, pack, { ...compiler, chosen })
  const formats = loadFormatWords(resourcesDirectory)
  return { template: 'redacted', model: redactedModel(content, pack, { words: compiler.words, formats, look }), attachment: { name: 'assessment-redacted.json', content } }
}

/** Every kind of report under stress, on both papers, with and without a logo. */
export const stressCases: Readonly<Record<string, (compiler: ReportCompiler) => ReportPages>> = {
  'assessment-none-a4': assessment(nothingFound(), looks.a4),
  'assessment-none-letter': assessment(nothingFound(), looks.tall),
  'assessment-forty-a4': assessment(fullDocument(names.long, 64), looks.wide),
  'assessment-forty-letter': assessment(fullDocument(names.word, 64), looks.letter),
  'portfolio-300-a4': portfolio(namedPortfolio(300), looks.wide),
  'portfolio-40-letter': portfolio(namedPortfolio(40), looks.tall),
  'portfolio-0-a4': portfolio(namedPortfolio(0), looks.a4),
  'programme-mixed-a4': programme(stressedProgramme('mixed'), looks.wide),
  'programme-bad-letter': programme(stressedProgramme('bad'), looks.tall),
  'programme-blank-a4': programme(stressedProgramme('blank'), looks.a4),
  'redacted-forty-a4': redacted(fullDocument(names.chinese, 64), looks.wide),
  'redacted-none-letter': redacted(nothingFound(), looks.tall),
}
