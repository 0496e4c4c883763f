// The shape of the report on all third parties before typesetting: pure JSON, every string ready to print.
import type { ReportFrame } from './report-frame.ts'
import type { PrintedFlag, PrintedTier, PrintedTierRange } from './report-model.ts'

/** How many third parties stand at a tier in the worst case; without a tier, those that nobody has assessed. */
export interface TierCount {
  readonly tier: PrintedTier | null
  readonly word: string
  readonly count: number
}

export interface KeyFigure {
  readonly value: string
  readonly label: string
  /** Asks for a look: something is late, or stops. */
  readonly isAlarm: boolean
}

/** One third party in one relationship. */
export interface StandingLine {
  readonly name: string
  readonly relationship: string
  /** Such as `draft` or `Provisional`; empty for a plain signed result. */
  readonly note: string
  /** Null when nothing was assessed yet. */
  readonly tier: PrintedTierRange | null
  readonly tierNote: string
  readonly driver: string
  readonly decision: string
  readonly nextLook: string
  readonly isOverdue: boolean
}

export interface FlagGroup {
  readonly flag: PrintedFlag
  readonly standing: string
  readonly parties: string
}

export interface ReachTable {
  /** Numbers of the jewels of this table, as in the legend. */
  readonly jewels: readonly string[]
  readonly rows: readonly { readonly name: string; readonly cells: readonly string[] }[]
}

interface CourseLine {
  readonly name: string
  readonly relationship: string
  readonly steps: readonly { readonly date: string; readonly tier: PrintedTier }[]
}

export interface DueLine {
  readonly date: string
  readonly name: string
  readonly what: string
  readonly who: string
  readonly isOverdue: boolean
}

export interface PortfolioModel extends ReportFrame {
  readonly format: 'gatehouse.portfolio-report'
  readonly formatVersion: 1
  readonly front: {
    readonly title: string
    readonly titleSize: 'large' | 'medium' | 'small'
    readonly preparedFor: string
    readonly context: readonly string[]
    readonly tiers: readonly TierCount[]
    readonly tiersAlt: string
    readonly figures: readonly KeyFigure[]
    /** The standings that need a director, the gravest first. */
    readonly matters: readonly StandingLine[]
    readonly mattersNote: string
    readonly signedBy: string
  }
  /** Third parties by the worst ranks of impact (rows, 4 first) and exposure (columns). */
  readonly matrix: {
    readonly rows: readonly (readonly { readonly tier: PrintedTier; readonly count: number }[])[]
    readonly alt: string
  }
  readonly parties: readonly StandingLine[]
  readonly flags: readonly FlagGroup[]
  readonly reach: {
    readonly legend: string
    readonly jewels: readonly { readonly number: string; readonly name: string; readonly impact: string }[]
    readonly tables: readonly ReachTable[]
    readonly none: string
  }
  readonly course: readonly CourseLine[]
  readonly courseNone: string
  readonly reassessments: readonly DueLine[]
  readonly reassessmentsNone: string
  readonly treatments: readonly DueLine[]
  readonly treatmentsNone: string
  readonly fairness: readonly string[]
  readonly disclaimer: readonly string[]
}
