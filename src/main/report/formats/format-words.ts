// The words of the files made beside the signed report, from resources/report/formats.<language>.json.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { PlanState, TreatmentResponse } from '#shared/domain/treatment.ts'
import { originalLanguage, wordsFile } from '../languages.ts'

const word = z.string().min(1)
const planColumns = [
  'number',
  'id',
  'domain',
  'finding',
  'answer',
  'evidence',
  'points',
  'flags',
  'why',
  'firstStep',
  'response',
  'action',
  'owner',
  'due',
  'status',
  'acceptedBy',
  'acceptedUntil',
  'comment',
] as const
const answerColumns = ['id', 'part', 'question', 'answer', 'evidence', 'note', 'comment'] as const

/** The columns of the plan, in their order. */
export type PlanColumn = (typeof planColumns)[number]

/** The words of the third party's copy. */
const RedactedWords = z.strictObject({
  kicker: word,
  idLabel: word,
  title: word,
  lead: word,
  facts: word,
  relationship: word,
  asOf: word,
  signed: word,
  confidence: word,
  pack: word,
  page: word,
  of: word,
  tier: word,
  tierNote: word,
  decision: word,
  conditions: word,
  parts: word,
  part: word,
  gap: word,
  partTier: word,
  flags: word,
  unresolved: word,
  answers: word,
  id: word,
  question: word,
  answer: word,
  comments: word,
  spelledOut: word,
  comment: word,
  said: word,
  leftOut: word,
  leftOutLead: word,
  leftOutParts: word,
  attachment: word,
  barAlt: word,
  noAnswers: word,
})

const FormatWords = z.strictObject({
  columns: z.record(z.enum(planColumns), word),
  answerColumns: z.record(z.enum(answerColumns), word),
  sheets: z.strictObject({ findings: word, answers: word, about: word }),
  about: z.strictObject({
    thirdParty: word,
    relationship: word,
    tier: word,
    decision: word,
    decidedBy: word,
    signed: word,
    report: word,
    pack: word,
    standing: word,
    standingText: word,
  }),
  response: z.record(TreatmentResponse, word),
  status: z.record(PlanState.exclude(['untreated']), word),
  condition: word,
  manual: word,
  document: z.strictObject({
    summary: word,
    decision: word,
    conditions: word,
    gaps: word,
    gap: word,
    part: word,
    tier: word,
    driver: word,
    plan: word,
    noFindings: word,
    answers: word,
    sources: word,
    why: word,
    firstStep: word,
    owner: word,
    due: word,
    status: word,
    response: word,
    note: word,
    comment: word,
    open: word,
    workingCopy: word,
  }),
  oscal: z.strictObject({
    resultsTitle: word,
    planTitle: word,
    assessed: word,
    assessmentPlan: word,
    report: word,
    evidenceGrade: word,
    answered: word,
    satisfiedNot: word,
  }),
  redacted: RedactedWords,
})
export type FormatWords = z.infer<typeof FormatWords>

export { answerColumns, planColumns }

/** Reads the words in `language`, English when absent or not translated. Throws when the file is missing or lacks a word. */
export function loadFormatWords(resourcesDirectory: string, language: string = originalLanguage): FormatWords {
  return FormatWords.parse(JSON.parse(readFileSync(wordsFile(resourcesDirectory, 'formats', language), 'utf8')))
}
