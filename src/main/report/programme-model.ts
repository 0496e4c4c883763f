// The shape of the report on the organization's own programme before typesetting: pure JSON, every string ready to print.
import type { KeyFigure } from './portfolio-model.ts'
import type { LabelledFact, ReportFrame } from './report-frame.ts'
import type { AnswerSection, DomainLine, Finding, PrintedFlag, PrintedSource, Prose, Step } from './report-model.ts'

/** One of the three steps on page one. */
export interface StepSummary {
  readonly title: string
  readonly answered: string
  readonly domains: readonly DomainLine[]
}

/** A finding as something to do. */
export interface PlanLine {
  readonly number: number
  readonly id: string
  readonly subject: string
  readonly firstStep: string
  readonly who: string
  readonly due: string
  readonly isOverdue: boolean
  readonly flag: PrintedFlag | null
}

export interface RegisterLine {
  readonly name: string
  readonly impact: string
  readonly note: Prose
  readonly facts: readonly LabelledFact[]
  readonly isReviewDue: boolean
}

export interface ProgrammeModel extends ReportFrame {
  readonly format: 'gatehouse.programme-report'
  readonly formatVersion: 1
  readonly front: {
    readonly title: string
    readonly titleSize: 'large' | 'medium' | 'small'
    readonly preparedFor: string
    readonly context: readonly string[]
    readonly figures: readonly KeyFigure[]
    readonly steps: readonly StepSummary[]
    readonly first: readonly PlanLine[]
    readonly firstNote: string
    readonly signedBy: string
  }
  readonly about: readonly LabelledFact[]
  readonly activity: Prose
  readonly jewels: readonly RegisterLine[]
  /** Findings that belong to no step. */
  readonly findings: readonly Finding[]
  readonly steps: readonly Step[]
  readonly plan: readonly PlanLine[]
  readonly planNone: string
  readonly answers: readonly AnswerSection[]
  readonly sources: readonly PrintedSource[]
  readonly fairness: readonly string[]
  readonly disclaimer: readonly string[]
}
