// Keeps the outcome of each assessment beside it: written with every save, and worked out again when something else made it stale.
import { z } from 'zod'
import { AssessmentOutcome } from '#shared/domain/assessment-outcome.ts'
import type { AnswerInput } from '#shared/domain/answer.ts'
import type { AssessmentId, ThirdPartyId } from '#shared/domain/ids.ts'
import { type Tier, tierRank, tiers } from '#shared/domain/tier.ts'
import { outcomeOf } from '#shared/scoring/outcome.ts'
import type { Result } from '#shared/scoring/result.ts'
import type { ReadDb, WriteDb } from '#main/store/database.ts'
import { command, query, type SqlValue } from '#main/store/statement.ts'

/** Columns of `assessment_outcome` as `OutcomeColumns` reads them. */
export const outcomeColumns = `is_standing AS isStanding, is_assessed AS isAssessed, tier_best AS tierBest, tier_worst AS tierWorst,
  is_unconfirmed AS isUnconfirmed, driver_kind AS driverKind, driver_id AS driverId, inherent_best AS inherentBest, inherent_worst AS inherentWorst,
  impact_worst AS impactWorst, exposure_worst AS exposureWorst, gap_band_best AS gapBandBest, gap_band_worst AS gapBandWorst, confidence, badges,
  stop_count AS stopCount, open_stop_count AS openStopCount, high_count AS highCount, open_high_count AS openHighCount,
  finding_count AS findingCount, answered_count AS answeredCount, shown_count AS shownCount, can_finalise AS canFinalise,
  reassess_on AS reassessOn, changed_at AS changedAt`

const text = z.string()
const whole = z.int()

/** The row schema of `outcomeColumns`, to be spread into the row of a statement that joins them. */
export const outcomeShape = {
  isStanding: whole,
  isAssessed: whole,
  tierBest: whole,
  tierWorst: whole,
  isUnconfirmed: whole,
  driverKind: text.nullable(),
  driverId: text.nullable(),
  inherentBest: whole,
  inherentWorst: whole,
  impactWorst: whole,
  exposureWorst: whole,
  gapBandBest: whole.nullable(),
  gapBandWorst: whole.nullable(),
  confidence: text,
  badges: text,
  stopCount: whole,
  openStopCount: whole,
  highCount: whole,
  openHighCount: whole,
  findingCount: whole,
  answeredCount: whole,
  shownCount: whole,
  canFinalise: whole,
  reassessOn: text,
  changedAt: text,
}
const OutcomeRow = z.strictObject(outcomeShape)
export type OutcomeRow = z.infer<typeof OutcomeRow>

/** The tier of a rank from 1 to 4. */
export function tierOfRank(rank: number): Tier {
  const tier = tiers[rank - 1]
  if (tier === undefined) throw new Error(`There is no tier of rank ${rank}.`)
  return tier
}

/** The outcome that a row holds. Throws when it is none. */
export function outcomeFrom(row: OutcomeRow): AssessmentOutcome {
  const { driverKind: kind, driverId: id, gapBandBest: best, gapBandWorst: worst } = row
  return AssessmentOutcome.parse({
    isAssessed: row.isAssessed === 1,
    tier: { best: tierOfRank(row.tierBest), worst: tierOfRank(row.tierWorst) },
    isUnconfirmed: row.isUnconfirmed === 1,
    driver: kind === null ? null : { kind, id },
    inherent: { best: tierOfRank(row.inherentBest), worst: tierOfRank(row.inherentWorst) },
    impactWorst: row.impactWorst,
    exposureWorst: row.exposureWorst,
    gapBand: best === null ? null : { best, worst },
    confidence: row.confidence,
    badges: row.badges === '' ? [] : row.badges.split(','),
    flags: { stop: row.stopCount, openStop: row.openStopCount, high: row.highCount, openHigh: row.openHighCount },
    findingCount: row.findingCount,
    answeredCount: row.answeredCount,
    shownCount: row.shownCount,
    canFinalise: row.canFinalise === 1,
    reassessOn: row.reassessOn,
    changedAt: row.changedAt,
  })
}

function outcomeParameters(outcome: AssessmentOutcome): Record<string, SqlValue> {
  const { tier, driver, inherent, gapBand, flags } = outcome
  return {
    isAssessed: Number(outcome.isAssessed),
    tierBest: tierRank(tier.best),
    tierWorst: tierRank(tier.worst),
    isUnconfirmed: Number(outcome.isUnconfirmed),
    driverKind: driver?.kind ?? null,
    driverId: driver?.id ?? null,
    inherentBest: tierRank(inherent.best),
    inherentWorst: tierRank(inherent.worst),
    impactWorst: outcome.impactWorst,
    exposureWorst: outcome.exposureWorst,
    gapBandBest: gapBand?.best ?? null,
    gapBandWorst: gapBand?.worst ?? null,
    confidence: outcome.confidence,
    badges: outcome.badges.join(','),
    stopCount: flags.stop,
    openStopCount: flags.openStop,
    highCount: flags.high,
    openHighCount: flags.openHigh,
    findingCount: outcome.findingCount,
    answeredCount: outcome.answeredCount,
    shownCount: outcome.shownCount,
    canFinalise: Number(outcome.canFinalise),
    reassessOn: outcome.reassessOn,
    changedAt: outcome.changedAt,
  }
}

export const readOutcome = query(`SELECT ${outcomeColumns} FROM assessment_outcome WHERE assessment_id = :id`, OutcomeRow)
export const saveOutcome = command(
  `INSERT OR REPLACE INTO assessment_outcome (assessment_id, is_standing, is_assessed, tier_best, tier_worst, is_unconfirmed, driver_kind, driver_id,
     inherent_best, inherent_worst, impact_worst, exposure_worst, gap_band_best, gap_band_worst, confidence, badges, stop_count, open_stop_count,
     high_count, open_high_count, finding_count, answered_count, shown_count, can_finalise, reassess_on, changed_at)
   SELECT :id, 0, :isAssessed, :tierBest, :tierWorst, :isUnconfirmed, :driverKind, :driverId, :inherentBest, :inherentWorst, :impactWorst,
     :exposureWorst, :gapBandBest, :gapBandWorst, :confidence, :badges, :stopCount, :openStopCount, :highCount, :openHighCount, :findingCount,
     :answeredCount, :shownCount, :canFinalise, :reassessOn, :changedAt
   FROM assessment WHERE id = :id AND third_party_id = :thirdPartyId`,
  { ofParty: 'thirdPartyId' },
)
export const markFresh = command('DELETE FROM stale_outcome WHERE assessment_id = :id')

const JewelRow = z.strictObject({ jewelId: z.string() })
export const readJewelUses = query('SELECT jewel_id AS jewelId FROM jewel_use WHERE assessment_id = :id', JewelRow)
export const addJewelUse = command('INSERT INTO jewel_use (jewel_id, assessment_id) VALUES (:jewelId, :id)')
export const removeJewelUse = command('DELETE FROM jewel_use WHERE jewel_id = :jewelId AND assessment_id = :id')

function keepJewelUses(tx: WriteDb, id: AssessmentId, answers: readonly AnswerInput[]): void {
  const named = new Set<string>(answers.flatMap(({ value }) => (value.kind === 'jewels' ? value.jewelIds : [])))
  const kept = new Set(tx.all(readJewelUses, { id }).map(({ jewelId }) => jewelId))
  for (const jewelId of kept) if (!named.has(jewelId)) tx.run(removeJewelUse, { jewelId, id })
  for (const jewelId of named) if (!kept.has(jewelId)) tx.run(addJewelUse, { jewelId, id })
}

// One assessment counts for each third party and relationship: the one signed last, else the draft that was answered last.
export const settleStanding = command(
  `UPDATE assessment_outcome SET is_standing = assessment_id IN (
     SELECT first_value(assessment.id) OVER (PARTITION BY relationship
       ORDER BY status = 'signed' DESC, signed_at DESC, is_assessed DESC, started_at DESC, assessment.id DESC)
     FROM assessment JOIN assessment_outcome AS other ON other.assessment_id = assessment.id WHERE third_party_id = :thirdPartyId)
   WHERE assessment_id IN (SELECT id FROM assessment WHERE third_party_id = :thirdPartyId)`,
  { ofParty: 'thirdPartyId' },
)

export interface WorkedOut {
  readonly id: AssessmentId
  readonly thirdPartyId: ThirdPartyId
  readonly result: Result
  readonly answers: readonly AnswerInput[]
  readonly changedAt: string
}

/** Writes the outcome of an assessment, in the transaction that changed what it rests on. */
export function keepOutcome(tx: WriteDb, worked: WorkedOut): void {
  const { id, thirdPartyId, result, answers, changedAt } = worked
  tx.run(saveOutcome, { id, thirdPartyId, ...outcomeParameters(outcomeOf(result, changedAt)) })
  keepJewelUses(tx, id, answers)
  tx.run(settleStanding, { thirdPartyId })
  tx.run(markFresh, { id })
}

/** The outcome as it was worked out last, and whether it counts for its third party; null when it never was. */
export function findStandingOutcome(
  db: ReadDb,
  id: AssessmentId,
): { readonly outcome: AssessmentOutcome; readonly isStanding: boolean } | null {
  const row = db.first(readOutcome, { id })
  return row === undefined ? null : { outcome: outcomeFrom(row), isStanding: row.isStanding === 1 }
}
