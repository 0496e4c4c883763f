// The catalogue of all fixed words of a report: its schema, and reading it from the resources.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { DecisionOutcome } from '#shared/domain/decision.ts'
import { EvidenceGrade } from '#shared/domain/answer.ts'
import { SourceBasis } from '#shared/domain/pack.ts'
import { Axis, FlagLevel } from '#shared/domain/question.ts'
import { Profile, RelationshipKind } from '#shared/domain/relationship.ts'
import { Badge, Confidence } from '#shared/scoring/result.ts'
import { Tier } from '#shared/domain/tier.ts'

const phrase = z.string().min(1)
const paragraphs = z.array(phrase).min(1)
const titled = z.array(z.strictObject({ title: phrase, text: phrase })).min(1)
const Ranks = z.strictObject({ 1: phrase, 2: phrase, 3: phrase, 4: phrase })

const answerWords = ['yes', 'partly', 'no', 'unknown', 'declined', 'blank', 'notApplicable', 'none', 'unusable'] as const

const sentences = [
  'title',
  'preparedFor',
  'asOf',
  'decidedBy',
  'rangeOne',
  'rangeTwo',
  'driverDomain',
  'driverCheck',
  'driverFlag',
  'driverNone',
  'inherentOne',
  'answered',
  'moreFlags',
  'moreConditions',
  'barAlt',
  'scaleAlt',
  'matrixAlt',
  'points',
  'pointsGroup',
  'pointsNone',
  'askTierOne',
  'askTierMany',
  'askGap',
  'askFlag',
  'owner',
  'ownerNoCountry',
  'countryRoles',
  'count',
  'countersigned',
  'noteContinued',
  'revision',
  'children',
  'packLine',
  'reportId',
  'validity',
  'audit',
  'tierRange',
  'sourceLine',
  'weightExcluded',
  'findingsCount',
  'findingsCountOne',
  'findingsNone',
  'moreOpen',
  'gapSentence',
  'stepTitle',
  'jewelImpact',
] as const

/** A catalogue in one language. Placeholders stand in braces: `{name}`. */
export const ReportWords = z.strictObject({
  language: z.string().regex(/^[a-z]{2}$/),
  countries: z.record(z.string(), phrase),
  months: z.array(phrase).length(12),
  number: z.strictObject({ decimal: phrase, group: phrase, percent: phrase, percentRange: phrase, range: phrase }),
  date: z.strictObject({ day: phrase, month: phrase, instant: phrase }),
  tier: z.record(Tier, phrase),
  tierUnconfirmed: phrase,
  relationship: z.record(RelationshipKind, phrase),
  profile: z.record(Profile, phrase),
  outcome: z.record(DecisionOutcome, phrase),
  outcomeMeaning: z.record(DecisionOutcome, phrase),
  confidence: z.record(Confidence, phrase),
  confidenceMeaning: z.record(Confidence, phrase),
  badge: z.record(Badge, phrase),
  badgeMeaning: z.record(Badge, phrase),
  flagLevel: z.record(FlagLevel, phrase),
  flagLevelMeaning: z.record(FlagLevel, phrase),
  flagState: z.strictObject({ fired: phrase, unresolved: phrase }),
  answer: z.record(z.enum(answerWords), phrase),
  evidenceMeaning: z.record(EvidenceGrade, phrase),
  impact: Ranks,
  axis: z.record(Axis, phrase),
  basis: z.record(SourceBasis, phrase),
  domainState: z.strictObject({ assessed: phrase, 'not-assessed': phrase, 'nothing-applies': phrase }),
  checkState: z.strictObject({ clear: phrase, open: phrase, raised: phrase, stopped: phrase }),
  band: Ranks,
  sentence: z.record(z.enum(sentences), phrase),
  signature: z.strictObject({ reason: phrase, widgetDescription: phrase }),
  step: z.strictObject({ 1: phrase, 2: phrase, 3: phrase }),
  stepLead: z.strictObject({ 1: phrase, 2: phrase, 3: phrase }),
  /** Headings and labels that only the template uses. */
  template: z.record(z.string(), phrase),
  method: titled,
  glossary: z.array(z.strictObject({ term: phrase, meaning: phrase })).min(1),
  fairness: paragraphs,
  disclaimer: paragraphs,
  verify: titled,
  attachment: phrase,
})
export type ReportWords = z.infer<typeof ReportWords>

/** The English catalogue. Throws when the file is missing or lacks a phrase. */
export function loadReportWords(resourcesDirectory: string): ReportWords {
  const text = readFileSync(join(resourcesDirectory, 'report', 'words.en.json'), 'utf8')
  return ReportWords.parse(JSON.parse(text))
}

/** `pattern` with each `{name}` replaced by its value; a name without a value stays as it is, so that it shows. */
export function fill(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replaceAll(/\{([a-zA-Z]+)\}/g, (placeholder, name: string) => values[name] ?? placeholder)
}
