// Findings of one's own and what is done about findings: read by deciding, signing, reports and lists.
import { z } from 'zod'
import type { Assessment } from '#shared/domain/assessment.ts'
import type { Decision } from '#shared/domain/decision.ts'
import type { AssessmentId, ThirdPartyId } from '#shared/domain/ids.ts'
import { ManualFinding } from '#shared/domain/manual-finding.ts'
import type { RelationshipKind } from '#shared/domain/relationship.ts'
import { findingKey, findingOf, type TreatedFinding, Treatment } from '#shared/domain/treatment.ts'
import type { Result } from '#shared/scoring/result.ts'
import type { ReadDb } from '#main/store/database.ts'
import { query } from '#main/store/statement.ts'

const TreatmentRow = z
  .strictObject({
    id: z.string(),
    kind: z.string(),
    key: z.string(),
    response: z.string(),
    action: z.string(),
    ownerName: z.string(),
    dueOn: z.string().nullable(),
    status: z.string(),
    acceptedBy: z.string(),
    acceptedUntil: z.string().nullable(),
    changedAt: z.string(),
  })
  .transform(({ kind, key, ...rest }) => Treatment.parse({ ...rest, finding: findingOf(kind, key) }))

const treatmentColumns = `id, finding_kind AS kind, finding_key AS key, response, action, owner_name AS ownerName, due_on AS dueOn, status,
  accepted_by AS acceptedBy, accepted_until AS acceptedUntil, changed_at AS changedAt`

export const readTreatments = query(
  `SELECT ${treatmentColumns} FROM treatment WHERE third_party_id = :thirdPartyId AND relationship = :relationship ORDER BY finding_kind, finding_key`,
  TreatmentRow,
)
export const readTreatment = query(
  `SELECT ${treatmentColumns} FROM treatment
   WHERE third_party_id = :thirdPartyId AND relationship = :relationship AND finding_kind = :kind AND finding_key = :key`,
  TreatmentRow,
)

const ManualFindingRow = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    detail: z.string(),
    severity: z.string(),
    domainId: z.string().nullable(),
    firstStep: z.string(),
    addedAt: z.string(),
  })
  .transform((row) => ManualFinding.parse(row))

export const readManualFindings = query(
  `SELECT id, title, detail, severity, domain_id AS domainId, first_step AS firstStep, added_at AS addedAt FROM manual_finding
   WHERE assessment_id = :id ORDER BY added_at, id`,
  ManualFindingRow,
)

/** Whose plan it is: that of a third party in one relationship, whichever assessment found what is treated. */
export interface PlanOwner {
  readonly thirdPartyId: ThirdPartyId
  readonly relationship: RelationshipKind
}

/** Everything planned for a third party in one relationship, also what is no longer a finding. */
export function listTreatments(db: ReadDb, { thirdPartyId, relationship }: PlanOwner): Treatment[] {
  return db.all(readTreatments, { thirdPartyId, relationship })
}

/** What is done about one finding; null when nothing is planned. */
export function findTreatment(db: ReadDb, { thirdPartyId, relationship }: PlanOwner, finding: TreatedFinding): Treatment | null {
  return db.first(readTreatment, { thirdPartyId, relationship, kind: finding.kind, key: findingKey(finding) }) ?? null
}

/** Findings of one's own of an assessment, the oldest first. */
export function listManualFindings(db: ReadDb, id: AssessmentId): ManualFinding[] {
  return db.all(readManualFindings, { id })
}

/** What is found in an assessment, in the order in which it is told: conditions of the decision, findings of the result, findings of one's own. */
export function treatableOf(result: Result, decision: Decision | null, manual: readonly ManualFinding[]): TreatedFinding[] {
  return [
    ...(decision?.conditions ?? []).map((condition) => ({ kind: 'condition' as const, condition })),
    ...result.findings.map((finding) =>
      finding.questionId === null
        ? { kind: 'rule' as const, ruleId: finding.id }
        : { kind: 'question' as const, questionId: finding.questionId },
    ),
    ...manual.map(({ id }) => ({ kind: 'manual' as const, findingId: id })),
  ]
}

/** The treatments of what an assessment found, in the order of `treatableOf`. What is planned for something that is no longer found is left out. */
export function treatmentsOf(
  db: ReadDb,
  assessment: Pick<Assessment, 'thirdPartyId' | 'relationship'>,
  found: readonly TreatedFinding[],
): Treatment[] {
  const textOf = (finding: TreatedFinding) => `${finding.kind} ${findingKey(finding)}`
  const planned = new Map(listTreatments(db, assessment).map((treatment) => [textOf(treatment.finding), treatment]))
  const named = new Set(found.map(textOf))
  return [...named].flatMap((text) => planned.get(text) ?? [])
}
