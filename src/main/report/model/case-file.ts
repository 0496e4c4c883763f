// What every part of the report looks things up in: the document, its pack and both indexed by id.
import type { Answer } from '#shared/domain/answer.ts'
import type { AssessmentDocument } from '#shared/domain/assessment-document.ts'
import type { CrownJewel } from '#shared/domain/crown-jewel.ts'
import type { z } from 'zod'
import type { Domain, Pack } from '#shared/domain/pack.ts'
import { type ChosenLook, ownLook } from '#shared/domain/report-look.ts'
import type { Question } from '#shared/domain/question.ts'
import type { ScoreInput } from '#shared/scoring/input.ts'
import type { DomainResult } from '#shared/scoring/result.ts'
import type { ReportSources } from '../report-sources.ts'
import { type Beside, besideOf, nothingBeside } from './beside.ts'

type PackDomain = z.infer<typeof Domain>
type ScoredDomain = z.infer<typeof DomainResult>

/** What the parts about questions, answers and findings read of a document. */
export type AnsweredDocument = Pick<
  AssessmentDocument,
  'pack' | 'relationship' | 'profile' | 'asOf' | 'crownJewels' | 'answers' | 'screening' | 'result'
>

/** Questions with their answers and result: of an assessment, or of what an organization says of itself. */
export interface QuestionFile extends ReportSources {
  readonly chosen: ChosenLook
  readonly document: AnsweredDocument
  readonly pack: Pack
  /** Questions that were asked, in pack order. */
  readonly asked: readonly Question[]
  readonly questions: ReadonlyMap<string, Question>
  readonly answers: ReadonlyMap<string, Answer>
  readonly jewels: ReadonlyMap<string, CrownJewel>
  readonly domains: readonly { readonly domain: PackDomain; readonly result: ScoredDomain }[]
  /** Ids of questions whose answer does not fit the pack and was scored as if it were blank. */
  readonly unusable: ReadonlySet<string>
  readonly beside: Beside
}

export interface CaseFile extends QuestionFile {
  readonly document: AssessmentDocument
}

function byId<Item extends { readonly id: string }>(items: readonly Item[]): ReadonlyMap<string, Item> {
  return new Map(items.map((item) => [item.id, item]))
}

/** What a report is made of beside its document: words and lists, and the look that was chosen, if one was. */
export type ReportEdition = ReportSources & { readonly chosen?: ChosenLook }

/** Opens a case file. Throws when the document was made with another pack than the one given. */
export function openCaseFile(document: AssessmentDocument, pack: Pack, sources: ReportEdition): CaseFile {
  return { ...openQuestionFile(document, pack, sources), document, beside: besideOf(document) }
}

/** Opens a file of questions and answers. Throws when they were made with another pack than the one given. */
export function openQuestionFile(document: AnsweredDocument, pack: Pack, sources: ReportEdition): QuestionFile {
  if (document.pack.id !== pack.id || document.pack.version !== pack.version) {
    throw new Error(
      `The assessment was made with pack ${document.pack.id} ${document.pack.version}, not ${pack.id} ${pack.version}. Give the report its own pack.`,
    )
  }
  const shown: ReadonlySet<string> = new Set(document.result.shown)
  const domains = byId(pack.domains)
  return {
    document,
    pack,
    chosen: sources.chosen ?? ownLook,
    words: sources.words,
    method: sources.method,
    countryLists: sources.countryLists,
    listTitles: sources.listTitles,
    asked: pack.questions.filter((question) => shown.has(question.id)),
    questions: byId(pack.questions),
    answers: new Map(document.answers.map((answer) => [answer.questionId, answer])),
    jewels: byId(document.crownJewels),
    domains: document.result.domains.flatMap((result) => {
      const domain = domains.get(result.domainId)
      return domain === undefined ? [] : [{ domain, result }]
    }),
    beside: nothingBeside,
    unusable: new Set(document.result.issues.map((issue) => issue.questionId)),
  }
}

/** What the document was scored from, so that the annex can show the arithmetic behind its result. */
export function scoreInputOf({ document, pack }: QuestionFile): ScoreInput {
  const { relationship, profile, asOf, answers, crownJewels, screening } = document
  return { pack, relationship, profile, asOf, answers, jewels: crownJewels, screening }
}

/** Title of a domain; the id itself when the pack does not have it. */
export function domainTitle(file: QuestionFile, domainId: string): string {
  return file.pack.domains.find((domain) => domain.id === domainId)?.title ?? domainId
}

/** Text of a question; empty when the pack does not have it. */
export function questionText(file: QuestionFile, questionId: string): string {
  return file.questions.get(questionId)?.text ?? ''
}
