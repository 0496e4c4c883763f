// Who is involved, what the relationship touches, the crown jewels, and what to ask first.
import type { Profile } from '#shared/domain/relationship.ts'
import type { AskLine, PrintedJewel, ReportModel, ScopeFact } from '../report-model.ts'
import { fill, type ReportWords } from '../words.ts'
import { answerText, countryName } from './answers.ts'
import { domainTitle, questionText, type CaseFile } from './case-file.ts'
import { stated } from './stated.ts'
import { writtenDate, writtenHundredths, writtenProse, writtenRanks } from './written.ts'

/** How many open questions the page at a glance lists. */
const shownAsks = 4

export function parties(file: CaseFile): ReportModel['parties'] {
  const { document, words } = file
  const { organization, thirdParty } = document
  const label = words.template
  const profile: Profile = document.profile
  return {
    organization: stated([
      [label['name'], organization.name],
      [label['country'], countryName(organization.country, file)],
      [label['contact'], organization.contact],
    ]),
    thirdParty: stated([
      [label['name'], thirdParty.legalName],
      [label['nativeName'], thirdParty.nativeName],
      [label['registration'], thirdParty.registrationNumber],
      [label['country'], countryName(thirdParty.country, file)],
      [label['relationship'], `${words.relationship[document.relationship]}, ${words.profile[profile].toLowerCase()}`],
      [label['started'], writtenDate(document.startedAt.slice(0, 10), words)],
    ]),
    activity: writtenProse(organization.activity),
    note: writtenProse(thirdParty.note),
  }
}

function rankText(questionId: string, file: CaseFile): string {
  return file.document.result.inherent.facts
    .filter((fact) => fact.questionId === questionId)
    .map((fact) => `${file.words.axis[fact.axis]} ${writtenRanks(fact, file.words)}`)
    .join(', ')
}

/** The scoping questions with their answers and the ranks that they give. */
export function scopeFacts(file: CaseFile): ScopeFact[] {
  const ids: ReadonlySet<string> = new Set(file.domains.filter(({ domain }) => domain.step === 0).map(({ domain }) => domain.id))
  return file.asked
    .filter((question) => ids.has(question.domain))
    .map((question) => ({
      questionId: question.id,
      question: question.text,
      value: answerText(question, file.answers.get(question.id), file),
      ranks: rankText(question.id, file),
    }))
}

/** The impact of a crown jewel with its rank, such as `3 Severe`. */
export function impactText({ impact }: { readonly impact: number }, words: ReportWords): string {
  const impactWords: Readonly<Record<number, string>> = words.impact
  return fill(words.sentence.jewelImpact, { rank: String(impact), word: impactWords[impact] ?? '' })
}

/** The organization's crown jewels, the gravest first, marked when the third party can reach them. */
export function printedJewels(file: CaseFile): PrintedJewel[] {
  const touched: ReadonlySet<string> = new Set(
    file.document.answers.flatMap((answer) => (answer.value.kind === 'jewels' ? answer.value.jewelIds : [])),
  )
  return file.document.crownJewels
    .toSorted((left, right) => right.impact - left.impact)
    .map((jewel) => ({
      name: jewel.name,
      impact: impactText(jewel, file.words),
      note: writtenProse(jewel.note),
      isTouched: touched.has(jewel.id),
    }))
}

function effectOf(ask: CaseFile['document']['result']['askFirst'][number], file: CaseFile): string {
  const { sentence } = file.words
  const domain = domainTitle(file, file.questions.get(ask.questionId)?.domain ?? '')
  return [
    ...(ask.tierSteps === 0
      ? []
      : [fill(ask.tierSteps === 1 ? sentence.askTierOne : sentence.askTierMany, { count: String(ask.tierSteps) })]),
    ...(ask.couldClearFlag ? [sentence.askFlag] : []),
    ...(ask.gapBp === 0 ? [] : [fill(sentence.askGap, { points: writtenHundredths(ask.gapBp, file.words), domain })]),
  ].join('; ')
}

/** Open questions in the order of what an answer could change, the first few. */
export function askLines(file: CaseFile): { readonly askFirst: readonly AskLine[]; readonly moreOpen: string } {
  const all = file.document.result.askFirst
  const { moreOpen, moreOpenOne } = file.words.sentence
  const left = all.length - shownAsks
  return {
    askFirst: all
      .slice(0, shownAsks)
      .map((ask) => ({ questionId: ask.questionId, question: questionText(file, ask.questionId), effect: effectOf(ask, file) })),
    moreOpen: left > 0 ? fill(left === 1 ? moreOpenOne : moreOpen, { count: String(left) }) : '',
  }
}
