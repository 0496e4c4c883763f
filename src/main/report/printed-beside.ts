// What stands beside answers before typesetting: plans, the third party's words, findings of the assessor's own, files.
import type { EvidenceGrade } from '#shared/domain/answer.ts'
import type { PrintedTier, Prose } from './report-model.ts'

/** What is done about a finding, as it stands on the as-of day. */
export interface PrintedTreatment {
  readonly response: string
  readonly status: string
  /** Who does it; of an accepted risk, who accepts it. */
  readonly owner: string
  readonly due: string
  /** All four in one sentence. */
  readonly line: string
  readonly action: Prose
  readonly isLate: boolean
}

/** The third party's own words. */
export interface PrintedComment {
  readonly said: string
  readonly text: Prose
}

/** Written down by the assessor beside what the answers left. */
export interface PrintedManualFinding {
  readonly title: string
  readonly severity: PrintedTier
  readonly domainTitle: string
  readonly detail: Prose
  readonly firstStep: Prose
  readonly treatment: PrintedTreatment | null
}

/** A file that proves an answer; its contents stay in the vault. */
export interface PrintedEvidenceFile {
  readonly questionId: string
  readonly fileName: string
  readonly about: string
  readonly kind: string
  readonly grade: EvidenceGrade
  readonly sha256: string
}
