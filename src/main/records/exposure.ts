// Reads which third parties can reach which crown jewels: as persons said, and as the answers of assessments name them.
import { z } from 'zod'
import type { ExposureCell } from '#shared/domain/exposure.ts'
import { AssessmentId, JewelId, ThirdPartyId } from '#shared/domain/ids.ts'
import type { ReadDb } from '#main/store/database.ts'
import { query } from '#main/store/statement.ts'
import { searchKey } from './third-party-summary.ts'

// An answer stands until a later assessment of the same relationship answers the question.
const standingReach = `assessed_reach AS named WHERE named.jewel_id <> '' AND NOT EXISTS (
  SELECT 1 FROM assessed_reach AS later WHERE later.third_party_id = named.third_party_id AND later.relationship = named.relationship
    AND (later.started_at, later.assessment_id) > (named.started_at, named.assessment_id))`

const hasReach = `(exposure.can_see + exposure.can_copy + exposure.can_change + exposure.can_stop > 0)`

// What a person said hides what assessments name, also where they said "nothing".
const isExposed = `(
  EXISTS (SELECT 1 FROM exposure WHERE exposure.third_party_id = third_party.id AND ${hasReach}
    AND (:jewelId IS NULL OR exposure.jewel_id = :jewelId))
  OR EXISTS (SELECT 1 FROM ${standingReach} AND named.third_party_id = third_party.id AND (:jewelId IS NULL OR named.jewel_id = :jewelId)
    AND NOT EXISTS (SELECT 1 FROM exposure WHERE exposure.third_party_id = named.third_party_id AND exposure.jewel_id = named.jewel_id)))`

const PartyRow = z.strictObject({ id: ThirdPartyId, legalName: z.string() })
const byName = `SELECT third_party.id AS id, legal_name AS legalName FROM third_party_summary
  JOIN third_party ON third_party.id = third_party_summary.third_party_id`
// Row by row after the last one shown, so that a late page costs no more than the first.
const page = `AND (:after IS NULL OR (name_key, third_party_summary.third_party_id) >
    (SELECT last.name_key, last.third_party_id FROM third_party_summary AS last WHERE last.third_party_id = :after))
  ORDER BY name_key, third_party_summary.third_party_id LIMIT :limit`

export const readExposedParties = query(`${byName} WHERE is_archived = 0 AND ${isExposed} ${page}`, PartyRow)
export const readPartiesByName = query(`${byName} WHERE is_archived = 0 AND instr(search_text, :words) > 0 ${page}`, PartyRow)

const flag = z.int().transform((bit) => bit === 1)
const SaidRow = z
  .strictObject({ thirdPartyId: ThirdPartyId, jewelId: JewelId, see: flag, copy: flag, change: flag, stop: flag })
  .transform(({ thirdPartyId, jewelId, ...reach }) => ({ thirdPartyId, jewelId, reach }))

export const readSaidReach = query(
  `SELECT third_party_id AS thirdPartyId, jewel_id AS jewelId, can_see AS "see", can_copy AS "copy", can_change AS "change", can_stop AS "stop"
   FROM exposure WHERE third_party_id IN (SELECT value FROM json_each(:partyIds))`,
  SaidRow,
)
export const readNamedReach = query(
  `SELECT third_party_id AS thirdPartyId, jewel_id AS jewelId, max(assessment_id) AS assessmentId
   FROM ${standingReach} AND named.third_party_id IN (SELECT value FROM json_each(:partyIds)) GROUP BY third_party_id, jewel_id`,
  z.strictObject({ thirdPartyId: ThirdPartyId, jewelId: JewelId, assessmentId: AssessmentId }),
)

/**
 * The cells of these third parties that hold something: what a person said, what an assessment names, or both. A jewel that neither
 * mentions has no cell.
 */
export function listExposureCells(db: ReadDb, partyIds: readonly ThirdPartyId[]): ExposureCell[] {
  const parameters = { partyIds: JSON.stringify(partyIds) }
  const keyOf = (cell: { readonly thirdPartyId: string; readonly jewelId: string }) => `${cell.thirdPartyId} ${cell.jewelId}`
  const named = new Map(db.all(readNamedReach, parameters).map((row) => [keyOf(row), row]))
  const said = db.all(readSaidReach, parameters)
  const cells = said.map((row): ExposureCell => ({ ...row, assessmentId: named.get(keyOf(row))?.assessmentId ?? null }))
  const saidKeys = new Set(said.map(keyOf))
  const rest = [...named.values()].filter((row) => !saidKeys.has(keyOf(row))).map((row): ExposureCell => ({ ...row, reach: null }))
  return [...cells, ...rest]
}

interface ExposedPage {
  readonly jewelId: JewelId | null
  readonly search: string
  /** The last third party of the page before; null for the first page. */
  readonly after: ThirdPartyId | null
  readonly limit: number
}

/**
 * A page of third parties by name: those that can reach some crown jewel, or the one of `jewelId`; with a `search`, those whose name
 * holds its words, whatever they can reach. Third parties that are archived are left out.
 */
export function listExposedParties(db: ReadDb, { jewelId, search, after, limit }: ExposedPage): z.infer<typeof PartyRow>[] {
  const words = searchKey(search)
  return words === '' ? db.all(readExposedParties, { jewelId, after, limit }) : db.all(readPartiesByName, { words, after, limit })
}
