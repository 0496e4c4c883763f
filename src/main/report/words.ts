// The catalogue of all fixed words of a report: its schema, and reading it from the resources.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { CarriedOver } from '#shared/domain/answer-context.ts'
import { DecisionOutcome } from '#shared/domain/decision.ts'
import { EvidenceGrade } from '#shared/domain/answer.ts'
import { SourceBasis } from '#shared/domain/pack.ts'
import { organizationSizes } from '#shared/domain/organization-profile.ts'
import { Axis, FlagLevel } from '#shared/domain/question.ts'
import { Profile, RelationshipKind } from '#shared/domain/relationship.ts'
import { ReportKind } from '#shared/domain/report-kind.ts'
import { ReviewVerdict } from '#shared/domain/review.ts'
import { ScreeningOutcome } from '#shared/domain/assessment-screening.ts'
import { Badge, BadgeReason, Confidence, FindingAnswer } from '#shared/scoring/result.ts'
import { CountryList } from '#shared/reference/country-lists.ts'
import { RuleStatus } from '#shared/domain/rule-terms.ts'
import { TechnologyArea } from '#shared/domain/technology-area.ts'
import { Tier } from '#shared/domain/tier.ts'
import { PlanState, TreatmentResponse } from '#shared/domain/treatment.ts'
import { originalLanguage, wordsFile } from './languages.ts'

const phrase = z.string().min(1)
const paragraphs = z.array(phrase).min(1)
const Ranks = z.strictObject({ 1: phrase, 2: phrase, 3: phrase, 4: phrase })

const answerWords = ['yes', 'partly', 'no', 'unknown', 'declined', 'blank', 'notApplicable', 'none', 'unusable'] as const

const sentences = [
  'title',
  'preparedFor',
  'preparedForBy',
  'logoAlt',
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
  'allConditions',
  'barAlt',
  'scaleAlt',
  'matrixAlt',
  'points',
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
  'weightExcluded',
  'findingsCount',
  'findingsCountOne',
  'findingsNone',
  'moreOpen',
  'moreOpenOne',
  'gapSentence',
  'stepTitle',
  'jewelImpact',
  'pointsOpen',
  'pointsRange',
  'evidence',
  'evidenceValid',
  'evidenceExpired',
  'valueContinued',
  'childWeight',
  'groupNote',
  'nextPlanned',
  'nextByTier',
  'nextOverdue',
  'moreIds',
  'screenedOn',
  'editionOld',
  'editionFacts',
  'screenedNames',
  'screenedHits',
  'listsLead',
  'listsUnlisted',
  'listSince',
  'listUndated',
  'listInstrument',
  'listedAs',
  'checkBy',
  'checkDue',
  'sourceCheck',
  'sourceDue',
  'rankOptions',
  'rankAbove',
  'rankBreadth',
  'rankJewels',
  'rankRule',
  'rounded',
  'exampleTitle',
  'exampleWeight',
  'exampleUncertain',
  'exampleLo',
  'exampleHi',
  'exampleExact',
  'exampleLeft',
  'exampleNoFloor',
  'exampleDomains',
  'exampleFloors',
  'exampleTier',
  'exampleTierAlone',
  'pressingNone',
  'pressingOne',
  'pressingAll',
  'pressingSome',
  'signedOn',
  'planTreated',
  'planTreatedNoDay',
  'planAccepted',
  'commentBy',
  'commentContinued',
  'evidenceFile',
  'evidenceKind',
  'reviewed',
  'supersedes',
] as const

const portfolioWords = [
  'title',
  'context',
  'reason',
  'attachment',
  'countOne',
  'countMany',
  'notAssessed',
  'tiersAlt',
  'matrixAlt',
  'draft',
  'unconfirmed',
  'overdue',
  'undecided',
  'matterNone',
  'matterMore',
  'partiesLead',
  'flagStanding',
  'flagMore',
  'reachLegend',
  'figureParties',
  'figurePartiesOne',
  'figureAssessed',
  'figureStops',
  'figureOpenStops',
  'figureOverdue',
  'figureTreatments',
  'figureTreatmentsOne',
  'reachSee',
  'reachCopy',
  'reachChange',
  'reachStop',
  'reachNamed',
  'reachJewel',
  'reachNone',
  'courseNone',
  'dueNone',
  'treatmentsNone',
  'treatmentOwnerNone',
  'treatmentNoDay',
  'treatmentAccepted',
  'reassess',
] as const

const programmeWords = [
  'title',
  'context',
  'reason',
  'attachment',
  'barAlt',
  'figureMet',
  'figurePartly',
  'figureNotMet',
  'figureOpen',
  'figureFlags',
  'figureJewels',
  'stepAnswered',
  'findingsNone',
  'answeredOn',
  'size',
  'areas',
  'planDue',
  'planNone',
  'firstMore',
  'jewelOwner',
  'jewelPlaces',
  'jewelReach',
  'jewelReview',
  'jewelParties',
] as const

const conditionWords = [
  'bad',
  'notGood',
  'anyOf',
  'otherThan',
  'listed',
  'atLeast',
  'relationship',
  'since',
  'not',
  'and',
  'or',
  'optionsJoin',
  'relationshipsJoin',
  'always',
  'never',
] as const

const Because = z.strictObject({
  always: phrase,
  shown: phrase,
  mayApply: phrase,
  answered: phrase,
  listed: phrase,
  atLeast: phrase,
  open: phrase,
  notRuledOut: phrase,
  relationship: phrase,
  since: phrase,
  before: phrase,
  optionsJoin: phrase,
  reasonsJoin: phrase,
  choices: z.strictObject({ yes: phrase, partly: phrase, no: phrase }),
  relationships: z.record(RelationshipKind, phrase),
})

/** A catalogue in one language. Placeholders stand in braces: `{name}`. */
export const ReportWords = z.strictObject({
  language: z.string().regex(/^[a-z]{2}$/),
  countries: z.record(z.string(), phrase),
  /** What each kind of report is called at the head of its pages. */
  kind: z.record(ReportKind, phrase),
  /** What the id at the foot of its pages is the id of. */
  idLabel: z.record(ReportKind, phrase),
  months: z.array(phrase).length(12),
  number: z.strictObject({ decimal: phrase, group: phrase, percent: phrase, percentRange: phrase, range: phrase }),
  size: z.strictObject({ bytes: phrase, KB: phrase, MB: phrase, GB: phrase }),
  date: z.strictObject({ day: phrase, month: phrase, instant: phrase }),
  tier: z.record(Tier, phrase),
  tierUnconfirmed: phrase,
  relationship: z.record(RelationshipKind, phrase),
  profile: z.record(Profile, phrase),
  outcome: z.record(DecisionOutcome, phrase),
  outcomeMeaning: z.record(DecisionOutcome, phrase),
  /** Of `proceed` with conditions, as earlier versions let it be decided. */
  proceedOnConditions: phrase,
  confidence: z.record(Confidence, phrase),
  confidenceMeaning: z.record(Confidence, phrase),
  badge: z.record(Badge, phrase),
  badgeMeaning: z.record(Badge, phrase),
  badgeReason: z.record(BadgeReason.shape.code, phrase),
  flagLevel: z.record(FlagLevel, phrase),
  flagLevelMeaning: z.record(FlagLevel, phrase),
  flagState: z.strictObject({ fired: phrase, unresolved: phrase, clear: phrase }),
  answer: z.record(z.enum(answerWords), phrase),
  findingAnswer: z.record(FindingAnswer, phrase),
  evidenceMeaning: z.record(EvidenceGrade, phrase),
  impact: Ranks,
  axis: z.record(Axis, phrase),
  basis: z.record(SourceBasis, phrase),
  domainState: z.strictObject({ assessed: phrase, 'not-assessed': phrase, 'nothing-applies': phrase }),
  checkState: z.strictObject({ clear: phrase, open: phrase, raised: phrase, stopped: phrase }),
  screening: z.strictObject({
    none: phrase,
    noneMeaning: phrase,
    outcome: z.record(ScreeningOutcome, phrase),
    meaning: z.record(ScreeningOutcome, phrase),
  }),
  listStanding: z.record(RuleStatus, phrase),
  listBearing: z.record(CountryList.shape.bearing, phrase),
  /** A condition of the pack: names of questions and answers stand in braces. */
  condition: z.record(z.enum(conditionWords), phrase),
  /** Why a question shows: the phrases that `becauseInWords` takes. */
  because: Because,
  band: Ranks,
  sentence: z.record(z.enum(sentences), phrase),
  planState: z.record(PlanState, phrase),
  reviewVerdict: z.record(ReviewVerdict, phrase),
  /** Where an answer was taken over from, with its day. */
  carriedFrom: z.record(CarriedOver.shape.source, phrase),
  treatmentResponse: z.record(TreatmentResponse, phrase),
  /** Sentences of the report on all third parties. */
  portfolio: z.record(z.enum(portfolioWords), phrase),
  /** Sentences of the report on the organization itself. */
  programme: z.record(z.enum(programmeWords), phrase),
  organizationSize: z.record(z.enum(organizationSizes), phrase),
  technologyArea: z.record(TechnologyArea, phrase),
  signature: z.strictObject({ reason: phrase, widgetDescription: phrase, reviewer: phrase, client: phrase }),
  step: z.strictObject({ 1: phrase, 2: phrase, 3: phrase }),
  stepLead: z.strictObject({ 1: phrase, 2: phrase, 3: phrase }),
  /** Headings and labels that only the template uses; those of a signature block must be there. */
  template: z.object({ name: phrase, role: phrase, date: phrase, signatureReason: phrase, fingerprint: phrase }).catchall(phrase),
  glossary: z.array(z.strictObject({ term: phrase, meaning: phrase })).min(1),
  fairness: paragraphs,
  disclaimer: paragraphs,
  /** How to check a report; `several` is said instead where places are kept for those who sign later. */
  verify: z.array(z.strictObject({ title: phrase, text: phrase, several: phrase.optional() })).min(1),
  attachment: phrase,
})
export type ReportWords = z.infer<typeof ReportWords>

/** The catalogue in `language`, English when absent. Throws when the file is missing or lacks a phrase. */
export function loadReportWords(resourcesDirectory: string, language: string = originalLanguage): ReportWords {
  return ReportWords.parse(JSON.parse(readFileSync(wordsFile(resourcesDirectory, 'words', language), 'utf8')))
}

/** `pattern` with each `{name}` replaced by its value; a name without a value stays as it is, so that it shows. */
export function fill(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replaceAll(/\{([a-zA-Z]+)\}/g, (placeholder, name: string) => values[name] ?? placeholder)
}
