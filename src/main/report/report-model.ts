// The shape of a report before typesetting: pure JSON, every string ready to print.
import type { EvidenceGrade } from '#shared/domain/answer.ts'
import type { FlagResult, ClearFlag, RankRange } from '#shared/scoring/result.ts'
import type { Tier } from '#shared/domain/tier.ts'
import type { DecisionOutcome } from '#shared/domain/decision.ts'
import type { FlagLevel } from '#shared/domain/question.ts'
import type { MethodSection } from './method-text.ts'
import type { PrintedComment, PrintedEvidenceFile, PrintedManualFinding, PrintedTreatment } from './printed-beside.ts'
import type { LabelledFact, ReportFrame } from './report-frame.ts'

/** Paragraphs of text that somebody typed, without empty ones. */
export type Prose = readonly string[]
/** A tier with its word; the id chooses colour and shape. */
export interface PrintedTier {
  readonly id: Tier
  readonly word: string
}
export interface PrintedTierRange {
  readonly best: PrintedTier
  readonly worst: PrintedTier
  readonly text: string
}

export interface PrintedFlag {
  readonly level: FlagLevel
  readonly state: FlagResult['state'] | ClearFlag['state']
  readonly levelWord: string
  readonly stateWord: string
  readonly ruleId: string
  readonly reason: string
}

/** A flag with the condition under which it fires. */
export interface PrintedRule extends PrintedFlag {
  readonly condition: string
}

export interface PrintedBadge {
  readonly word: string
  readonly meaning: string
  readonly reasons: readonly string[]
}

export interface FrontPage {
  readonly thirdPartyName: string
  readonly nativeName: string
  readonly preparedFor: string
  readonly context: readonly string[]
  /** Longer names are set smaller. */
  readonly titleSize: 'large' | 'medium' | 'small'
  readonly outcome: { readonly id: DecisionOutcome; readonly word: string; readonly meaning: string; readonly decidedBy: string }
  readonly tier: PrintedTierRange & {
    readonly headline: string
    readonly explanation: string
    readonly alt: string
    readonly scale: readonly PrintedTier[]
  }
  readonly driver: string
  readonly inherent: string
  readonly confidence: { readonly word: string; readonly meaning: string; readonly answered: string }
  readonly badges: readonly PrintedBadge[]
  readonly nextLook: { readonly date: string; readonly reason: string }
  readonly flags: readonly PrintedFlag[]
  readonly moreFlags: string
  readonly conditions: readonly string[]
  /** What follows the first 0, 1, 2, … of them, by how many page one has room for; empty where nothing is left. */
  readonly moreConditions: readonly string[]
  readonly signedBy: string
}

/** A bar from 0 to 10,000 basis points: certain up to `loBp`, open up to `hiBp`. */
interface GapBar {
  readonly loBp: number
  readonly hiBp: number
  readonly alt: string
}

export interface DomainLine {
  readonly id: string
  readonly title: string
  readonly purpose: string
  readonly step: number
  readonly bar: GapBar | null
  /** Gap in words such as `42–67 %`, or the state of a domain without one. */
  readonly gapText: string
  readonly tier: PrintedTierRange | null
  /** The gravest flag that has fired on a domain of checks. */
  readonly alarm: FlagLevel | null
  readonly note: string
  readonly isDriver: boolean
}

/** Why a question matters and what to do first. */
export interface PrintedHelp {
  readonly questionId: string
  readonly why: string
  readonly firstStep: string
}

export interface Finding {
  /** Place in the order of the whole report; 1 is the most pressing. */
  readonly number: number
  /** The question's id, or that of a combination or of screening. */
  readonly id: string
  /** Empty for what rests on several answers. */
  readonly domainTitle: string
  /** The question, or what a rule over several answers says. */
  readonly subject: string
  readonly answer: string
  /** The value of a fact whose flag stands; empty for all else. */
  readonly value: readonly string[]
  /** Chooses the mark: a bad answer, a partly one, an open one, or a rule that stands on facts or on several answers. */
  readonly kind: 'bad' | 'partly' | 'open' | 'flag'
  readonly revision: string
  /** As it counts on the as-of day. */
  readonly evidence: string
  /** Points added to the gap of the domain in the worst case, such as `17.85`; empty when it adds none. */
  readonly points: string
  readonly pointsText: string
  readonly help: readonly PrintedHelp[]
  readonly flags: readonly PrintedFlag[]
  readonly note: Prose
  readonly noteContinued: string
  readonly treatment: PrintedTreatment | null
  readonly comments: readonly PrintedComment[]
  /** Names of the files that prove the answer. */
  readonly evidenceFiles: readonly string[]
}

/** What is done first: the head of the list of findings. */
export interface PressingLine {
  readonly number: number
  readonly id: string
  readonly subject: string
  readonly answer: string
  readonly points: string
  readonly flag: PrintedFlag | null
}

export interface ScreeningSection {
  readonly outcome: string
  readonly meaning: string
  readonly lists: readonly { readonly id: string; readonly title: string; readonly edition: string; readonly remark: string }[]
}

export interface CountryListLine {
  readonly title: string
  readonly instrument: string
  readonly bearing: string
  readonly countries: readonly string[]
  readonly standing: string
  readonly effect: string
  readonly doesNotMean: string
  readonly check: string
}
export interface CountryFacts {
  readonly lead: string
  readonly lists: readonly CountryListLine[]
  readonly unlisted: string
}

export interface Step {
  readonly number: number
  readonly title: string
  readonly lead: string
  readonly domains: readonly DomainLine[]
  readonly findings: readonly Finding[]
  readonly findingsText: string
  readonly manual: readonly PrintedManualFinding[]
}

export interface ScopeFact {
  readonly questionId: string
  readonly question: string
  readonly value: readonly string[]
  readonly ranks: string
}
export interface PrintedJewel {
  readonly name: string
  readonly impact: string
  readonly note: Prose
  readonly isTouched: boolean
}
export interface AskLine {
  readonly questionId: string
  readonly question: string
  readonly effect: string
}

export interface AnswerLine {
  readonly questionId: string
  readonly question: string
  /** Why it shows; empty when it always does. */
  readonly because: string
  readonly value: readonly string[]
  readonly kind: 'good' | 'bad' | 'partly' | 'open' | 'fact' | 'aside'
  /** As it counts on the as-of day. */
  readonly grade: EvidenceGrade | ''
  /** Until when the evidence holds or held; empty when no day was given. */
  readonly evidence: string
  readonly revision: string
  readonly note: Prose
  /** Where it was taken over from; empty when it was given here. */
  readonly carried: string
  readonly comments: readonly PrintedComment[]
}
export interface AnswerSection {
  readonly domainId: string
  readonly title: string
  readonly lines: readonly AnswerLine[]
}

export interface ArithmeticRow {
  readonly question: string
  readonly answer: string
  readonly weight: string
  /** Weight times value, best and worst case. */
  readonly loValue: string
  readonly hiValue: string
  readonly lo: string
  readonly hi: string
}
export interface Arithmetic {
  readonly domainId: string
  readonly title: string
  readonly rows: readonly ArithmeticRow[]
  readonly weight: string
  readonly loValue: string
  readonly hiValue: string
  readonly lo: string
  readonly hi: string
  readonly conclusion: string
}
/** One domain step by step, and from the domains to the tier. */
export interface WorkedExample {
  readonly title: string
  readonly steps: readonly string[]
}

export interface MethodAnnex {
  readonly text: readonly MethodSection[]
  readonly inherentTable: readonly (readonly PrintedTier[])[]
  readonly residualTable: readonly { readonly inherent: PrintedTier; readonly cells: readonly PrintedTier[] }[]
  readonly bands: readonly string[]
  readonly facts: readonly {
    readonly questionId: string
    readonly fact: string
    /** What the question can give, from the pack. */
    readonly ranks: readonly string[]
    readonly axis: string
    readonly best: string
    readonly worst: string
  }[]
  readonly inherentText: string
  /** Ranks 1–4 of the best and the worst case, for the picture. */
  readonly matrix: {
    readonly impact: RankRange
    readonly exposure: RankRange
    readonly alt: string
  }
  readonly arithmetic: readonly Arithmetic[]
  readonly example: WorkedExample | null
  readonly flags: readonly PrintedRule[]
  readonly clearFlags: readonly PrintedRule[]
  readonly vector: string
}

export interface PrintedSource {
  readonly id: string
  readonly title: string
  readonly publisher: string
  readonly published: string
  readonly basis: string
  /** The day by which somebody should look again, or since when that is due. */
  readonly check: string
  readonly isDue: boolean
  readonly note: string
}

export interface ReportModel extends ReportFrame {
  readonly format: 'gatehouse.report'
  readonly formatVersion: 2
  readonly front: FrontPage
  readonly decision: {
    readonly rationale: Prose
    readonly conditions: readonly string[]
    /** What is planned for each condition; empty where nothing is. */
    readonly conditionPlans: readonly string[]
    readonly reviews: readonly { readonly name: string; readonly verdict: string; readonly note: Prose }[]
    readonly supersedes: Prose
  }
  readonly domains: readonly DomainLine[]
  readonly pressing: readonly PressingLine[]
  readonly findingsTotal: string
  readonly askFirst: readonly AskLine[]
  readonly moreOpen: string
  readonly parties: {
    readonly organization: readonly LabelledFact[]
    readonly thirdParty: readonly LabelledFact[]
    readonly activity: Prose
    readonly note: Prose
  }
  readonly scope: {
    readonly facts: readonly ScopeFact[]
    readonly jewels: readonly PrintedJewel[]
    readonly countries: CountryFacts
    readonly screening: ScreeningSection
    readonly findings: readonly Finding[]
    readonly manual: readonly PrintedManualFinding[]
  }
  readonly steps: readonly Step[]
  readonly answers: readonly AnswerSection[]
  readonly evidenceFiles: readonly PrintedEvidenceFile[]
  readonly method: MethodAnnex
  readonly sources: readonly PrintedSource[]
  readonly glossary: readonly { readonly term: string; readonly meaning: string }[]
  readonly fairness: readonly string[]
  readonly disclaimer: readonly string[]
}
