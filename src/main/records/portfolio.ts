// Gathers what the report on all third parties says: the standing of each, its course, its reach, and what is being done.
import { z } from 'zod'
import { Decision } from '#shared/domain/decision.ts'
import { AssessmentId, ThirdPartyId } from '#shared/domain/ids.ts'
import { type PortfolioParty, PortfolioStanding, PortfolioTreatment, StandingReport } from '#shared/domain/portfolio-document.ts'
import { RelationshipKind, relationshipKinds } from '#shared/domain/relationship.ts'
import type { PackLibrary } from '#main/packs/pack-library.ts'
import type { ReadDb } from '#main/store/database.ts'
import { query } from '#main/store/statement.ts'
import { AssessmentCells, assessmentColumns, assessmentFrom, findPack, resultOf } from './assessment.ts'
import { outcomeColumns, outcomeFrom, outcomeShape, tierOfRank } from './assessment-outcome.ts'
import { listExposureCells } from './exposure.ts'

const PartyRow = z.strictObject({ thirdPartyId: ThirdPartyId, legalName: z.string(), country: z.string() })
const notArchived = 'NOT EXISTS (SELECT 1 FROM third_party_archive AS aside WHERE aside.third_party_id = third_party.id)'

export const readPortfolioParties = query(
  `SELECT id AS thirdPartyId, legal_name AS legalName, country FROM third_party WHERE ${notArchived} ORDER BY legal_name COLLATE NOCASE, id`,
  PartyRow,
)
export const readPortfolioRelationships = query(
  'SELECT third_party_id AS thirdPartyId, kind FROM relationship',
  z.strictObject({ thirdPartyId: ThirdPartyId, kind: RelationshipKind }),
)
export const readStandings = query(
  `SELECT ${assessmentColumns}, ${outcomeColumns}, decision.content AS decision FROM assessment JOIN pack ON pack.sha256 = pack_sha256
   JOIN assessment_outcome ON assessment_outcome.assessment_id = assessment.id LEFT JOIN decision ON decision.assessment_id = assessment.id
   WHERE is_standing = 1`,
  z.strictObject({ ...AssessmentCells.shape, ...outcomeShape, decision: z.string().nullable() }),
)
export const readSignedTiers = query(
  `SELECT assessment.id AS assessmentId, third_party_id AS thirdPartyId, relationship, signed_at AS signedAt, tier_best AS tierBest,
     tier_worst AS tierWorst
   FROM assessment JOIN assessment_outcome ON assessment_outcome.assessment_id = assessment.id WHERE status = 'signed' ORDER BY signed_at, assessment.id`,
  z.strictObject({
    assessmentId: AssessmentId,
    thirdPartyId: ThirdPartyId,
    relationship: RelationshipKind,
    signedAt: z.string(),
    tierBest: z.int(),
    tierWorst: z.int(),
  }),
)
export const readSignedFlags = query(
  `SELECT report.assessment_id AS assessmentId, flag.value ->> '$.ruleId' AS ruleId, flag.value ->> '$.level' AS level,
     flag.value ->> '$.state' AS state, flag.value ->> '$.reason' AS reason
   FROM report JOIN assessment_outcome ON assessment_outcome.assessment_id = report.assessment_id
   JOIN json_each(report.document, '$.result.flags') AS flag WHERE is_standing = 1`,
  z
    .strictObject({ assessmentId: AssessmentId, ruleId: z.string(), level: z.string(), state: z.string(), reason: z.string() })
    .transform(({ assessmentId, ...flag }) => ({ assessmentId, flag: PortfolioStanding.shape.flags.element.parse(flag) })),
)
export const readStandingReports = query(
  `SELECT report.assessment_id AS assessmentId, report.id AS reportId, sha256, audit_sequence AS auditSequence, document ->> '$.audit.head' AS auditHead
   FROM report JOIN assessment_outcome ON assessment_outcome.assessment_id = report.assessment_id WHERE is_standing = 1`,
  StandingReport.extend({ assessmentId: AssessmentId }),
)
export const readOpenTreatments = query(
  `SELECT treatment.id AS treatmentId, treatment.third_party_id AS thirdPartyId, relationship, coalesce(manual_finding.title, finding_key) AS finding,
     response, action, owner_name AS ownerName, due_on AS dueOn, status, accepted_by AS acceptedBy, accepted_until AS acceptedUntil
   FROM treatment JOIN third_party ON third_party.id = treatment.third_party_id
   LEFT JOIN manual_finding ON finding_kind = 'manual' AND manual_finding.id = finding_key
   WHERE (status <> 'done' OR response = 'accept') AND ${notArchived} AND EXISTS (SELECT 1 FROM open_finding AS found
     WHERE found.third_party_id = treatment.third_party_id AND found.relationship = treatment.relationship
       AND found.finding_kind = treatment.finding_kind AND found.finding_key = treatment.finding_key)
   ORDER BY treatment.third_party_id, relationship, finding_kind, finding_key`,
  PortfolioTreatment,
)

type StandingRow = z.infer<typeof readStandings.row>
type Flags = PortfolioStanding['flags']

function decisionOf(text: string | null): PortfolioStanding['outcome'] {
  return text === null ? null : Decision.parse(JSON.parse(text)).outcome
}

/** Floors of drafts are worked out here, of those alone that have one: no table holds them. */
function draftFlags(db: ReadDb, packs: PackLibrary, row: StandingRow): Flags {
  const { stopCount, openStopCount, highCount, openHighCount } = row
  if (stopCount + openStopCount + highCount + openHighCount === 0) return []
  const assessment = assessmentFrom(AssessmentCells.strip().parse(row))
  return resultOf(db, assessment, findPack(db, packs, assessment)).flags.map(({ ruleId, level, state, reason }) => ({
    ruleId,
    level,
    state,
    reason,
  }))
}

/** What sets the tier in the words of the pack; of a flag, its reason. */
function driverOf(
  driver: { readonly kind: 'domain' | 'flag'; readonly id: string } | null,
  flags: Flags,
  titles: ReadonlyMap<string, string>,
) {
  if (driver === null) return null
  const reason = flags.find(({ ruleId }) => ruleId === driver.id)?.reason
  return { ...driver, title: (driver.kind === 'flag' ? reason : titles.get(driver.id)) ?? driver.id }
}

/** Titles of domains by id, read once for each pack. */
function createTitles(db: ReadDb, packs: PackLibrary): (row: StandingRow) => ReadonlyMap<string, string> {
  const known = new Map<string, ReadonlyMap<string, string>>()
  return (row) => {
    const titles =
      known.get(row.packSha256) ??
      new Map(findPack(db, packs, assessmentFrom(AssessmentCells.strip().parse(row))).domains.map(({ id, title }) => [id, title]))
    known.set(row.packSha256, titles)
    return titles
  }
}

interface Beside {
  readonly flags: Flags
  readonly titles: ReadonlyMap<string, string>
  readonly report: StandingReport | undefined
}

function standingFrom(row: StandingRow, { flags, titles, report }: Beside): PortfolioStanding {
  const outcome = outcomeFrom(row)
  return {
    assessmentId: row.id,
    relationship: row.relationship,
    profile: row.profile,
    status: row.status,
    asOf: row.asOf,
    signedAt: row.signedAt,
    tier: outcome.tier,
    isUnconfirmed: outcome.isUnconfirmed,
    driver: driverOf(outcome.driver, flags, titles),
    inherent: outcome.inherent,
    impactWorst: outcome.impactWorst,
    exposureWorst: outcome.exposureWorst,
    confidence: outcome.confidence,
    badges: outcome.badges,
    flags,
    findingCount: outcome.findingCount,
    answeredCount: outcome.answeredCount,
    shownCount: outcome.shownCount,
    reassessOn: outcome.reassessOn,
    outcome: decisionOf(row.decision),
    ...(report === undefined ? {} : { report }),
  }
}

function listStandings(db: ReadDb, packs: PackLibrary): { readonly thirdPartyId: ThirdPartyId; readonly standing: PortfolioStanding }[] {
  const signed = Map.groupBy(db.all(readSignedFlags), ({ assessmentId }) => assessmentId)
  const reports = new Map(db.all(readStandingReports).map(({ assessmentId, ...report }) => [assessmentId, report]))
  const titlesOf = createTitles(db, packs)
  return db.all(readStandings).map((row) => {
    const flags = row.status === 'signed' ? (signed.get(row.id) ?? []).map(({ flag }) => flag) : draftFlags(db, packs, row)
    return { thirdPartyId: row.thirdPartyId, standing: standingFrom(row, { flags, titles: titlesOf(row), report: reports.get(row.id) }) }
  })
}

/**
 * Every third party that is not put aside, by name, and every treatment that is not done of what is still found. Rests on the outcomes kept beside the
 * assessments: `refreshOutcomes` comes first. Scores nothing but drafts with a floor.
 */
export function gatherPortfolio(
  db: ReadDb,
  packs: PackLibrary,
): { readonly parties: PortfolioParty[]; readonly treatments: PortfolioTreatment[] } {
  const rows = db.all(readPortfolioParties)
  const kinds = Map.groupBy(db.all(readPortfolioRelationships), ({ thirdPartyId }) => thirdPartyId)
  const standings = Map.groupBy(listStandings(db, packs), ({ thirdPartyId }) => thirdPartyId)
  const tiers = Map.groupBy(db.all(readSignedTiers), ({ thirdPartyId }) => thirdPartyId)
  const cells = Map.groupBy(
    listExposureCells(
      db,
      rows.map(({ thirdPartyId }) => thirdPartyId),
    ),
    ({ thirdPartyId }) => thirdPartyId,
  )
  const parties = rows.map((row): PortfolioParty => {
    const id = row.thirdPartyId
    const own = new Set((kinds.get(id) ?? []).map(({ kind }) => kind))
    return {
      ...row,
      relationships: relationshipKinds.filter((kind) => own.has(kind)),
      standings: (standings.get(id) ?? []).map(({ standing }) => standing),
      signedTiers: (tiers.get(id) ?? []).map(({ assessmentId, relationship, signedAt, tierBest, tierWorst }) => ({
        assessmentId,
        relationship,
        signedAt,
        tier: { best: tierOfRank(tierBest), worst: tierOfRank(tierWorst) },
      })),
      reach: (cells.get(id) ?? []).map(({ jewelId, reach }) => ({ jewelId, stated: reach })),
    }
  })
  return { parties, treatments: db.all(readOpenTreatments) }
}
