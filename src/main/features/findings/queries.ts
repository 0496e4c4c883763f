// SQL of the findings of all assessments, of findings of one's own and of what is done about them.
import { z } from 'zod'
import type { FindingFilter, FindingOrder } from '#shared/contract/findings.ts'
import { AssessmentId, DomainId, ThirdPartyId } from '#shared/domain/ids.ts'
import { RelationshipKind } from '#shared/domain/relationship.ts'
import { command, query, type SqlParameters } from '#main/store/statement.ts'

export const saveTreatment = command(
  `INSERT INTO treatment (id, third_party_id, relationship, finding_kind, finding_key, response, action, owner_name, due_on, status, accepted_by,
     accepted_until, changed_at)
   VALUES (:id, :thirdPartyId, :relationship, :kind, :key, :response, :action, :ownerName, :dueOn, :status, :acceptedBy, :acceptedUntil, :changedAt)
   ON CONFLICT (third_party_id, relationship, finding_kind, finding_key) DO UPDATE SET response = :response, action = :action,
     owner_name = :ownerName, due_on = :dueOn, status = :status, accepted_by = :acceptedBy, accepted_until = :acceptedUntil, changed_at = :changedAt`,
)
export const removeTreatment = command(
  `DELETE FROM treatment WHERE third_party_id = :thirdPartyId AND relationship = :relationship AND finding_kind = :kind AND finding_key = :key`,
)
export const readTreatmentPlace = query(
  'SELECT third_party_id AS thirdPartyId, relationship, finding_kind AS kind, finding_key AS key FROM treatment WHERE id = :id',
  z.strictObject({ thirdPartyId: ThirdPartyId, relationship: RelationshipKind, kind: z.string(), key: z.string() }),
)
export const addManualFinding = command(
  `INSERT INTO manual_finding (id, assessment_id, title, detail, severity, domain_id, first_step, added_at)
   VALUES (:id, :assessmentId, :title, :detail, :severity, :domainId, :firstStep, :addedAt)`,
)
export const changeManualFinding = command(
  `UPDATE manual_finding SET title = :title, detail = :detail, severity = :severity, domain_id = :domainId, first_step = :firstStep
   WHERE id = :id AND assessment_id = :assessmentId`,
)
export const removeManualFinding = command('DELETE FROM manual_finding WHERE id = :id AND assessment_id = :assessmentId')

// Jumps from name to name in the index, however many findings each of them owns.
export const readOwnerNames = query(
  `WITH RECURSIVE owner (name) AS (
     SELECT min(owner_name) FROM open_finding WHERE owner_name <> ''
     UNION ALL SELECT (SELECT min(owner_name) FROM open_finding WHERE owner_name > owner.name AND owner_name <> '') FROM owner WHERE name IS NOT NULL)
   SELECT name AS ownerName FROM owner WHERE name IS NOT NULL LIMIT 500`,
  z.strictObject({ ownerName: z.string() }),
)

const CountRow = z.strictObject({ count: z.int() })

const FindingRow = z.strictObject({
  thirdPartyId: ThirdPartyId,
  nameKey: z.string(),
  thirdPartyName: z.string(),
  relationship: RelationshipKind,
  kind: z.string(),
  key: z.string(),
  assessmentId: AssessmentId,
  status: z.string(),
  packSha256: z.string(),
  domainId: DomainId.nullable(),
  floor: z.int(),
  tier: z.int(),
  weight: z.int(),
  dueOn: z.string(),
  manualTitle: z.string().nullable(),
  manualStep: z.string().nullable(),
})
export type FindingRow = z.infer<typeof FindingRow>

const keys = `open_finding.third_party_id, name_key, open_finding.relationship, finding_kind, finding_key, open_finding.assessment_id,
  open_finding.domain_id, floor, open_finding.tier, weight, open_finding.due_on`

const columns = `open_finding.third_party_id AS thirdPartyId, name_key AS nameKey, legal_name AS thirdPartyName, open_finding.relationship, finding_kind AS kind,
  finding_key AS key, open_finding.assessment_id AS assessmentId, assessment.status, pack_sha256 AS packSha256, open_finding.domain_id AS domainId,
  floor, open_finding.tier, weight, open_finding.due_on AS dueOn, title AS manualTitle, first_step AS manualStep`

const details = `JOIN third_party ON third_party.id = open_finding.third_party_id JOIN assessment ON assessment.id = open_finding.assessment_id
  LEFT JOIN manual_finding ON finding_kind = 'manual' AND manual_finding.id = finding_key`

// CROSS JOIN keeps SQLite to the order of the tables, so that an index gives the rows in the order asked for and reading stops at the limit.
const inOrder = {
  pressing: {
    after: `weight <= :weight AND (weight < :weight OR
      (open_finding.third_party_id, open_finding.relationship, finding_kind, finding_key) > (:afterParty, :afterRelationship, :afterKind, :afterKey))`,
    by: 'weight DESC, open_finding.third_party_id, open_finding.relationship, finding_kind, finding_key',
  },
  due: {
    after: `open_finding.due_on >= :afterDue AND (open_finding.due_on > :afterDue OR weight < :weight OR (weight = :weight AND
      (open_finding.third_party_id, open_finding.relationship, finding_kind, finding_key) > (:afterParty, :afterRelationship, :afterKind, :afterKey)))`,
    by: 'open_finding.due_on, weight DESC, open_finding.third_party_id, open_finding.relationship, finding_kind, finding_key',
  },
  party: {
    after: `name_key >= :afterName AND (name_key > :afterName OR open_finding.third_party_id > :afterParty OR (open_finding.third_party_id = :afterParty AND
      (weight < :weight OR (weight = :weight AND (open_finding.relationship, finding_kind, finding_key) > (:afterRelationship, :afterKind, :afterKey)))))`,
    by: 'name_key, open_finding.third_party_id, weight DESC, open_finding.relationship, finding_kind, finding_key',
  },
} as const satisfies Record<FindingOrder, object>

const stateClauses = {
  untreated: "state = 'untreated'",
  open: "state = 'open'",
  'in-progress': "state = 'in-progress'",
  done: "state = 'done'",
  accepted: "state = 'accepted' AND open_finding.due_on >= :today",
  lapsed: "state = 'accepted' AND open_finding.due_on < :today",
} as const
const dueClauses = {
  overdue: 'open_finding.due_on < :today',
  soon: 'open_finding.due_on BETWEEN :today AND :soon',
  any: "open_finding.due_on < '9999-12-31'",
} as const

/** The clauses of a filter, made of nothing but the texts above: what a person typed goes in as parameters. */
function clausesOf(filter: FindingFilter): string {
  return [
    'party.is_archived = 0',
    filter.search === ''
      ? ''
      : "open_finding.third_party_id IN (SELECT third_party_id FROM third_party_summary WHERE search_text LIKE '%' || :search || '%')",
    filter.thirdPartyId === null ? '' : 'open_finding.third_party_id = :thirdPartyId',
    filter.domainId === null ? '' : 'open_finding.domain_id = :domainId',
    filter.response === null ? '' : 'response = :response',
    filter.ownerName === '' ? '' : "owner_name = :ownerName AND owner_name <> ''",
    filter.state === null ? '' : stateClauses[filter.state],
    filter.due === null ? '' : dueClauses[filter.due],
  ]
    .filter((clause) => clause !== '')
    .join(' AND ')
}

/**
 * Where the rows come from, in the order asked for wherever an index has it. Days that have passed or are near are few beside all others,
 * which SQLite cannot know, so that their index is named.
 */
function sourceOf({ due, state }: FindingFilter, order: FindingOrder): string {
  const isNear = due === 'overdue' || due === 'soon' || state === 'lapsed'
  if (order === 'party' && !isNear)
    return 'third_party_summary AS party CROSS JOIN open_finding ON open_finding.third_party_id = party.third_party_id'
  const hint = isNear ? ' INDEXED BY open_finding_by_due' : ''
  return `open_finding${hint} CROSS JOIN third_party_summary AS party ON party.third_party_id = open_finding.third_party_id`
}

/** The statement that lists findings of a filter in an order, from the beginning or after a row. Only what is listed is looked up further. */
export function listStatement(filter: FindingFilter, order: FindingOrder, isContinued: boolean) {
  const { after, by } = inOrder[order]
  const where = isContinued ? `${clausesOf(filter)} AND ${after}` : clausesOf(filter)
  const listed = `SELECT ${keys} FROM ${sourceOf(filter, order)} WHERE ${where} ORDER BY ${by} LIMIT :limit`
  return query(`SELECT ${columns} FROM (${listed}) AS open_finding ${details} ORDER BY ${by}`, FindingRow)
}

/** The statement that counts findings of a filter, up to a limit. */
export function countStatement(filter: FindingFilter) {
  return query(
    `SELECT count(*) AS count FROM (SELECT 1 FROM ${sourceOf(filter, 'pressing')} WHERE ${clausesOf(filter)} LIMIT :limit)`,
    CountRow,
  )
}

/** What the clauses of a filter may name. */
export function parametersOf(
  filter: FindingFilter,
  days: { readonly today: string; readonly soon: string },
  search: string,
): SqlParameters {
  const { thirdPartyId, domainId, response, ownerName } = filter
  return { ...days, search, thirdPartyId, domainId, response, ownerName }
}
