// The third party's copy before typesetting: made from the redacted assessment alone, so that it cannot hold more than that.
import type { Pack } from '#shared/domain/pack.ts'
import type { Question } from '#shared/domain/question.ts'
import type { RedactedDocument, ShownAnswer } from '#shared/exchange/redacted-document.ts'
import { type ValueNames, writtenValue } from '../model/answers.ts'
import { flagsInWords } from '../model/flags.ts'
import { outcomeMeaning } from '../model/front-page.ts'
import { printedTierRange, statedTier, writtenDate, writtenGap } from '../model/written.ts'
import type { LabelledFact, PrintedLook } from '../report-frame.ts'
import type { PrintedBadge, PrintedFlag, PrintedTierRange, ReportModel } from '../report-model.ts'
import { fill, type ReportWords } from '../words.ts'
import type { FormatWords } from './format-words.ts'

/** As many characters as fit in the running head. */
const runningLength = 70

export interface RedactedModel extends Pick<ReportModel, 'look' | 'language' | 'kicker' | 'title' | 'author' | 'issued' | 'running'> {
  readonly format: 'gatehouse.report-redacted'
  readonly formatVersion: 1
  readonly lead: string
  readonly tier: PrintedTierRange
  readonly facts: readonly LabelledFact[]
  readonly badges: readonly Pick<PrintedBadge, 'word' | 'meaning'>[]
  readonly outcome: { readonly word: string; readonly meaning: string }
  readonly conditions: readonly string[]
  readonly parts: readonly {
    readonly title: string
    readonly bar: { readonly loBp: number; readonly hiBp: number; readonly alt: string } | null
    readonly gapText: string
    readonly tier: PrintedTierRange | null
  }[]
  readonly flags: readonly PrintedFlag[]
  readonly answers: readonly { readonly questionId: string; readonly question: string; readonly value: readonly string[] }[]
  readonly comments: readonly { readonly questionId: string; readonly text: readonly string[]; readonly saidOn: string }[]
  readonly leftOut: readonly string[]
  readonly words: FormatWords['redacted']
}

interface Edition {
  readonly words: ReportWords
  readonly formats: FormatWords
  readonly look: PrintedLook
}

function valueOf({ value }: ShownAnswer, question: Question, names: ValueNames): readonly string[] {
  if (value.kind === 'not-applicable') return [names.words.answer.notApplicable]
  return writtenValue(value, question, names)
}

function titleOf(domainId: string, pack: Pack): string {
  return pack.domains.find(({ id }) => id === domainId)?.title ?? domainId
}

function parts({ result }: RedactedDocument, pack: Pack, { words, formats }: Edition): RedactedModel['parts'] {
  return result.domains.map(({ domainId, gap, residual, state }) => {
    const title = titleOf(domainId, pack)
    const gapText = gap === null ? words.domainState[state] : writtenGap(gap, words)
    return {
      title,
      bar: gap === null ? null : { loBp: gap.loBp, hiBp: gap.hiBp, alt: fill(formats.redacted.barAlt, { part: title, gap: gapText }) },
      gapText,
      tier: residual === null ? null : printedTierRange(residual, words),
    }
  })
}

/** What the document says is left out, and the parts whose gap and tier are. */
function leftOut({ leftOut: named, domainsLeftOut }: RedactedDocument, pack: Pack, { formats }: Edition): readonly string[] {
  if (domainsLeftOut.length === 0) return named
  const titles = domainsLeftOut.map((id) => titleOf(id, pack)).join('; ')
  return [...named, fill(formats.redacted.leftOutParts, { parts: titles })]
}

/** In the pack's order, as the questions were asked. */
function answerLines({ answers }: RedactedDocument, pack: Pack, names: ValueNames): RedactedModel['answers'] {
  const given = new Map<string, ShownAnswer>(answers.map((answer) => [answer.questionId, answer]))
  return pack.questions.flatMap((question) => {
    const answer = given.get(question.id)
    return answer === undefined ? [] : [{ questionId: question.id, question: question.text, value: valueOf(answer, question, names) }]
  })
}

function issuedAt(instant: string): RedactedModel['issued'] {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = instant.split(/\D/).map(Number)
  return { year, month, day, hour, minute, second }
}

/** Pure: the same copy for the same redacted assessment. */
export function redactedModel(content: RedactedDocument, pack: Pack, edition: Edition): RedactedModel {
  const { words, formats, look } = edition
  const said = formats.redacted
  const questions = new Map<string, Question>(pack.questions.map((question) => [question.id, question]))
  const names: ValueNames = { words, questions, jewels: new Map() }
  const between = { organization: content.organization, thirdParty: content.thirdParty.legalName }
  const fact = (label: string, value: string): LabelledFact => ({ label, value, isMono: false })
  return {
    format: 'gatehouse.report-redacted',
    formatVersion: 1,
    look,
    language: words.language,
    kicker: said.kicker,
    title: fill(said.title, between),
    author: content.organization,
    issued: issuedAt(content.signedAt),
    running: {
      subject: [...content.thirdParty.legalName].slice(0, runningLength).join(''),
      idLabel: said.idLabel,
      id: content.assessmentId,
      pack: `${content.pack.id} ${content.pack.version}`,
    },
    lead: fill(said.lead, between),
    tier: statedTier(content.result, words),
    facts: [
      fact(said.relationship, `${words.relationship[content.relationship]}, ${words.profile[content.profile]}`),
      fact(said.asOf, writtenDate(content.asOf, words)),
      fact(said.signed, writtenDate(content.signedAt.slice(0, 10), words)),
      fact(said.confidence, words.confidence[content.result.confidence]),
      fact(said.pack, `${content.pack.id} ${content.pack.version}`),
    ],
    badges: content.result.badges.map((badge) => ({ word: words.badge[badge], meaning: words.badgeMeaning[badge] })),
    outcome: { word: words.outcome[content.decision.outcome], meaning: outcomeMeaning(content.decision, words) },
    conditions: content.decision.conditions,
    parts: parts(content, pack, edition),
    flags: flagsInWords(content.result.flags, words),
    answers: answerLines(content, pack, names),
    comments: content.comments.map(({ questionId, text, saidOn }) => ({
      questionId,
      text: text.split('\n').filter((line) => line.trim() !== ''),
      saidOn: writtenDate(saidOn, words),
    })),
    leftOut: leftOut(content, pack, edition),
    words: said,
  }
}
