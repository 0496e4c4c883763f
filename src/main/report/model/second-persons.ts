// What came before the signature: findings of the assessor's own, what second persons said, what it takes the place of, and every file.
import type { ManualFinding } from '#shared/domain/manual-finding.ts'
import type { PrintedEvidenceFile, PrintedManualFinding } from '../printed-beside.ts'
import type { ReportModel } from '../report-model.ts'
import { fill } from '../words.ts'
import { treatmentOf } from './beside.ts'
import { type CaseFile, domainTitle } from './case-file.ts'
import { printedTreatment } from './treatments.ts'
import { groupedDigits, printedTier, writtenSize, writtenDate, writtenProse } from './written.ts'

function printedManual({ id, title, detail, severity, domainId, firstStep }: ManualFinding, file: CaseFile): PrintedManualFinding {
  return {
    title,
    severity: printedTier(severity, file.words),
    domainTitle: domainId === null ? '' : domainTitle(file, domainId),
    detail: writtenProse(detail),
    firstStep: writtenProse(firstStep),
    treatment: printedTreatment(treatmentOf(file.beside, { kind: 'manual', findingId: id }), file),
  }
}

/** Findings of the assessor's own that belong to a step; those without a domain belong to step 0. */
export function manualFindings(file: CaseFile, step: number): PrintedManualFinding[] {
  const stepOf = new Map<string, number>(file.pack.domains.map((domain) => [domain.id, domain.step]))
  return file.document.manualFindings
    .filter(({ domainId }) => (domainId === null ? 0 : (stepOf.get(domainId) ?? 0)) === step)
    .map((finding) => printedManual(finding, file))
}

/** The plan for each condition of the decision, in their order; empty where nothing is planned. */
function conditionPlans(file: CaseFile): string[] {
  return file.document.decision.conditions.map(
    (condition) => printedTreatment(treatmentOf(file.beside, { kind: 'condition', condition }), file)?.line ?? '',
  )
}

/** What second persons said, the oldest first. */
function printedReviews({ document, words }: CaseFile): ReportModel['decision']['reviews'] {
  return document.reviews.map(({ reviewerName, reviewerRole, verdict, note, reviewedAt }) => ({
    name: [reviewerName, reviewerRole].filter((part) => part !== '').join(', '),
    verdict: fill(words.sentence.reviewed, { verdict: words.reviewVerdict[verdict], date: writtenDate(reviewedAt.slice(0, 10), words) }),
    note: writtenProse(note),
  }))
}

/** Which signed assessment this one takes the place of, and why; empty when none. */
function supersededText({ document, words }: CaseFile): readonly string[] {
  const { supersedes } = document
  if (supersedes === null) return []
  return [fill(words.sentence.supersedes, { id: supersedes.assessmentId }), ...writtenProse(supersedes.reason)]
}

/** Every file that proves an answer, with its hash. */
export function evidenceTable({ document, words }: CaseFile): PrintedEvidenceFile[] {
  return document.evidenceFiles.map(({ questionId, fileName, mediaType, sizeBytes, sha256, grade, description }) => ({
    questionId,
    fileName,
    about: description,
    kind: fill(words.sentence.evidenceKind, { kind: mediaType, size: writtenSize(sizeBytes, words) }),
    grade,
    sha256: groupedDigits(sha256),
  }))
}

/** The decision with everything that belongs to it: why, on which conditions, who looked at it before, and what it replaces. */
export function printedDecision(file: CaseFile): ReportModel['decision'] {
  const { rationale, conditions } = file.document.decision
  return {
    rationale: writtenProse(rationale),
    conditions,
    conditionPlans: conditionPlans(file),
    reviews: printedReviews(file),
    supersedes: supersededText(file),
  }
}
