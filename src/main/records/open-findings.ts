// Keeps the findings of the assessments that count in a table of their own, so that the list of all of them needs no scoring.
import { z } from 'zod'
import type { Assessment } from '#shared/domain/assessment.ts'
import { AssessmentId, DomainId } from '#shared/domain/ids.ts'
import { tierRank } from '#shared/domain/tier.ts'
import type { Finding, Result } from '#shared/scoring/result.ts'
import type { ReadDb, WriteDb } from '#main/store/database.ts'
import { command, query } from '#main/store/statement.ts'
import { readDecision } from './assessment.ts'
import { listManualFindings } from './findings.ts'

const OpenFindingRow = z.strictObject({
  kind: z.string(),
  key: z.string(),
  assessmentId: z.string(),
  domainId: DomainId.nullable(),
  floor: z.int(),
  tier: z.int(),
  weight: z.int(),
})
export type OpenFindingRow = z.infer<typeof OpenFindingRow>

export const readOpenFindings = query(
  `SELECT finding_kind AS kind, finding_key AS key, assessment_id AS assessmentId, domain_id AS domainId, floor, tier, weight FROM open_finding
   WHERE third_party_id = :thirdPartyId AND relationship = :relationship`,
  OpenFindingRow,
)
export const addOpenFinding = command(
  `INSERT INTO open_finding (third_party_id, relationship, finding_kind, finding_key, assessment_id, domain_id, floor, tier, weight, state, response,
     owner_name, due_on)
   SELECT :thirdPartyId, :relationship, :kind, :key, :assessmentId, :domainId, :floor, :tier, :weight,
     CASE WHEN treatment.id IS NULL THEN 'untreated' WHEN response = 'accept' THEN 'accepted' ELSE status END, response,
     CASE WHEN response = 'accept' THEN accepted_by ELSE coalesce(owner_name, '') END,
     CASE WHEN response = 'accept' THEN coalesce(accepted_until, '9999-12-31') WHEN status = 'done' THEN '9999-12-31' ELSE coalesce(due_on, '9999-12-31') END
   FROM (SELECT 1) LEFT JOIN treatment
     ON treatment.third_party_id = :thirdPartyId AND treatment.relationship = :relationship AND finding_kind = :kind AND finding_key = :key`,
)
export const changeOpenFinding = command(
  `UPDATE open_finding SET assessment_id = :assessmentId, domain_id = :domainId, floor = :floor, tier = :tier, weight = :weight
   WHERE third_party_id = :thirdPartyId AND relationship = :relationship AND finding_kind = :kind AND finding_key = :key`,
)
export const removeOpenFinding = command(
  `DELETE FROM open_finding WHERE third_party_id = :thirdPartyId AND relationship = :relationship AND finding_kind = :kind AND finding_key = :key`,
)
export const readStandingId = query(
  `SELECT assessment.id FROM assessment JOIN assessment_outcome ON assessment_id = assessment.id
   WHERE third_party_id = :thirdPartyId AND relationship = :relationship AND is_standing = 1`,
  z.strictObject({ id: AssessmentId }),
)
export const markOutcomeStale = command(
  'INSERT INTO stale_outcome (assessment_id) SELECT :id WHERE NOT EXISTS (SELECT 1 FROM stale_outcome WHERE assessment_id = :id)',
)

type Place = Pick<Assessment, 'id' | 'thirdPartyId' | 'relationship'>
const ownKinds: ReadonlySet<string> = new Set(['manual', 'condition'])

/** How much one step of urgency weighs: more than everything else of a row together. */
export const urgencyWeight = 1_000_000

/** A condition comes before everything that only a gap asks for, and after what a floor asks for. */
const conditionWeight = 410_001

function floorOf({ id, flags }: Finding): { readonly floor: number; readonly urgency: number; readonly isOpen: boolean } {
  const own = flags.filter(({ ruleId }) => ruleId === id)
  const urgency = (level: 'stop' | 'high', state: 'fired' | 'unresolved') => (level === 'stop' ? 3 : 1) + (state === 'fired' ? 1 : 0)
  const most = Math.max(0, ...own.map(({ level, state }) => urgency(level, state)))
  return { floor: most > 2 ? 2 : most > 0 ? 1 : 0, urgency: most, isOpen: own.every(({ state }) => state === 'unresolved') }
}

function rowsOfResult({ id }: Place, result: Result, isSigned: boolean): OpenFindingRow[] {
  const tiers = new Map<string, number>()
  for (const { domainId, residual } of result.domains) if (residual !== null) tiers.set(domainId, tierRank(residual.worst))
  return result.findings.flatMap((finding) => {
    const { floor, urgency, isOpen } = floorOf(finding)
    // In a draft everything that nobody has come to yet would be a finding.
    if (!isSigned && (finding.answer === 'blank' || (finding.answer === 'none' && isOpen))) return []
    const tier = tiers.get(finding.domainId ?? '') ?? 0
    const kind = finding.questionId === null ? 'rule' : 'question'
    const weight = urgency * urgencyWeight + tier * 100_000 + finding.hiBp
    return [{ kind, key: finding.id, assessmentId: id, domainId: finding.domainId, floor, tier, weight }]
  })
}

function rowsOfOwn(db: ReadDb, { id }: Place): OpenFindingRow[] {
  const decision = db.first(readDecision, { id })?.content ?? null
  const manual = listManualFindings(db, id)
  const keyed = new Map<string, OpenFindingRow>()
  for (const condition of decision?.conditions ?? [])
    keyed.set(condition, {
      kind: 'condition',
      key: condition,
      assessmentId: id,
      domainId: null,
      floor: 0,
      tier: 0,
      weight: conditionWeight,
    })
  const found = manual.map(({ id: key, severity, domainId }) => {
    const tier = tierRank(severity)
    return { kind: 'manual', key: String(key), assessmentId: id, domainId, floor: 0, tier, weight: tier * 100_000 }
  })
  return [...keyed.values(), ...found]
}

/** Everything an assessment found as it would stand once signed, in no order. */
export function rowsFound(db: ReadDb, assessment: Place, result: Result): OpenFindingRow[] {
  return [...rowsOfResult(assessment, result, true), ...rowsOfOwn(db, assessment)]
}

function isSame(one: OpenFindingRow, other: OpenFindingRow): boolean {
  return (
    one.assessmentId === other.assessmentId &&
    one.domainId === other.domainId &&
    one.floor === other.floor &&
    one.tier === other.tier &&
    one.weight === other.weight
  )
}

/** Makes the rows of some kinds, of all of them when none is named, those given, and touches none that is right already. */
function replaceRows(
  tx: WriteDb,
  { thirdPartyId, relationship }: Place,
  given: { rows: readonly OpenFindingRow[]; kinds?: ReadonlySet<string> },
): void {
  const { rows, kinds } = given
  const textOf = ({ kind, key }: OpenFindingRow) => `${kind} ${key}`
  const kept = new Map(
    tx
      .all(readOpenFindings, { thirdPartyId, relationship })
      .filter(({ kind }) => kinds?.has(kind) ?? true)
      .map((row) => [textOf(row), row]),
  )
  for (const row of rows) {
    const known = kept.get(textOf(row))
    kept.delete(textOf(row))
    if (known === undefined) tx.run(addOpenFinding, { thirdPartyId, relationship, ...row })
    else if (!isSame(known, row)) tx.run(changeOpenFinding, { thirdPartyId, relationship, ...row })
  }
  for (const { kind, key } of kept.values()) tx.run(removeOpenFinding, { thirdPartyId, relationship, kind, key })
}

/**
 * Brings the open findings of a third party in one relationship in step, in the transaction that wrote the assessment's outcome and
 * after it was settled which assessment counts. Of an assessment that does not count nothing is kept.
 */
export function keepOpenFindings(
  tx: WriteDb,
  assessment: Pick<Assessment, 'id' | 'thirdPartyId' | 'relationship' | 'status'>,
  result: Result,
): void {
  const { id, thirdPartyId, relationship, status } = assessment
  const standing = tx.first(readStandingId, { thirdPartyId, relationship })
  if (standing?.id === id) {
    const rows = [...rowsOfResult(assessment, result, status === 'signed'), ...rowsOfOwn(tx, assessment)]
    replaceRows(tx, assessment, { rows })
    return
  }
  const wasThis = tx.all(readOpenFindings, { thirdPartyId, relationship }).some((row) => row.assessmentId === id)
  if (!wasThis) return
  replaceRows(tx, assessment, { rows: [] })
  if (standing !== undefined) tx.run(markOutcomeStale, { id: standing.id })
}

/** The same for conditions and findings of one's own alone, which no score reads. */
export function keepOwnFindings(tx: WriteDb, assessment: Place): void {
  const { id, thirdPartyId, relationship } = assessment
  if (tx.first(readStandingId, { thirdPartyId, relationship })?.id !== id) return
  replaceRows(tx, assessment, { rows: rowsOfOwn(tx, assessment), kinds: ownKinds })
}
