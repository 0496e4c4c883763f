// SQL that lists and changes third parties, their relationships and tags, and saved views.
import { z } from 'zod'
import { AssessmentId, ThirdPartyId } from '#shared/domain/ids.ts'
import { command, query } from '#main/store/statement.ts'

export const addThirdParty = command(
  `INSERT INTO third_party (id, legal_name, native_name, registration_number, country, note, added_at)
   VALUES (:id, :legalName, :nativeName, :registrationNumber, :country, :note, :addedAt)`,
)
export const changeThirdParty = command(
  `UPDATE third_party SET legal_name = :legalName, native_name = :nativeName, registration_number = :registrationNumber,
   country = :country, note = :note WHERE id = :id`,
)
export const addRelationship = command('INSERT INTO relationship (third_party_id, kind) VALUES (:id, :kind)')
export const removeRelationships = command('DELETE FROM relationship WHERE third_party_id = :id')

const status = "CASE WHEN draft_count > 0 THEN 'draft' WHEN signed_count > 0 THEN 'signed' ELSE 'none' END"
const due =
  "CASE WHEN due_on IS NULL THEN 'never' WHEN due_on < :today THEN 'overdue' WHEN due_on <= :soonUntil THEN 'soon' ELSE 'later' END"
/** What fits a filter: NULL, 0 or an empty text leave open. */
const fits = `is_archived = :isArchived AND (:one = '' OR instr(search_text, :one) > 0) AND (:two = '' OR instr(search_text, :two) > 0)
  AND (:three = '' OR instr(search_text, :three) > 0) AND (:bit = 0 OR relationships & :bit <> 0)
  AND (:tier IS NULL OR coalesce(tier_worst, 0) = :tier) AND (:status IS NULL OR ${status} = :status)
  AND (:country IS NULL OR country = :country) AND (:due IS NULL OR ${due} = :due)
  AND (:tag IS NULL OR third_party_id IN (SELECT third_party_id FROM third_party_tag WHERE tag = :tag))`

const text = z.string()
const whole = z.int()
const ListRow = z.strictObject({
  id: ThirdPartyId,
  legalName: text,
  nativeName: text,
  country: text,
  relationships: whole,
  isArchived: whole,
  tierBest: whole.nullable(),
  tierWorst: whole.nullable(),
  isUnconfirmed: whole,
  driverKind: text.nullable(),
  driverId: text.nullable(),
  driverAssessmentId: AssessmentId.nullable(),
  packSha256: text.nullable(),
  stopCount: whole,
  status: z.enum(['none', 'draft', 'signed']),
  assessedOn: text.nullable(),
  dueOn: text.nullable(),
  due: z.enum(['overdue', 'soon', 'later', 'never']),
})
export type ListRow = z.infer<typeof ListRow>

/** The page is cut out of the narrow rows before anything is joined to it. */
function listInOrder(order: string) {
  return query(
    `SELECT page.third_party_id AS id, legal_name AS legalName, native_name AS nativeName, page.country, relationships, is_archived AS isArchived,
       tier_best AS tierBest, tier_worst AS tierWorst, is_unconfirmed AS isUnconfirmed, driver_kind AS driverKind, driver_id AS driverId,
       driver_assessment_id AS driverAssessmentId, (SELECT pack_sha256 FROM assessment WHERE assessment.id = driver_assessment_id) AS packSha256,
       stop_count AS stopCount, ${status} AS status, assessed_on AS assessedOn, due_on AS dueOn, ${due} AS due
     FROM (SELECT * FROM third_party_summary WHERE ${fits} ORDER BY ${order} LIMIT :limit OFFSET :offset) AS page
       JOIN (SELECT id, legal_name, native_name FROM third_party) AS party ON party.id = page.third_party_id
     ORDER BY ${order}`,
    ListRow,
  )
}

const byName = 'name_key, third_party_id'
// "Low (unconfirmed)" sorts with Moderate.
const tier = 'max(tier_worst, 2 * is_unconfirmed)'
export const listByName = listInOrder(byName)
export const listByNameBackwards = listInOrder('name_key DESC, third_party_id DESC')
export const listByCountry = listInOrder(`nullif(country, '') NULLS LAST, ${byName}`)
export const listByCountryBackwards = listInOrder(`nullif(country, '') DESC NULLS LAST, ${byName}`)
export const listByTier = listInOrder(`${tier} NULLS LAST, tier_best, ${byName}`)
export const listByTierBackwards = listInOrder(`${tier} DESC NULLS LAST, tier_best DESC, ${byName}`)
export const listByAssessed = listInOrder(`assessed_on NULLS LAST, ${byName}`)
export const listByAssessedBackwards = listInOrder(`assessed_on DESC NULLS LAST, ${byName}`)
export const listByDue = listInOrder(`due_on NULLS LAST, ${byName}`)
export const listByDueBackwards = listInOrder(`due_on DESC NULLS LAST, ${byName}`)
const statusRank = 'CASE WHEN draft_count > 0 THEN 1 WHEN signed_count > 0 THEN 2 ELSE 0 END'
export const listByStatus = listInOrder(`${statusRank}, ${byName}`)
export const listByStatusBackwards = listInOrder(`${statusRank} DESC, ${byName}`)

const CountRow = z.strictObject({ count: whole })
export const countMatching = query(`SELECT count(*) AS count FROM third_party_summary WHERE ${fits}`, CountRow)
export const countAll = query('SELECT count(*) AS count FROM third_party_summary', CountRow)
export const countArchived = query('SELECT count(*) AS count FROM third_party_summary WHERE is_archived = 1', CountRow)
export const readMatchingIds = query(
  `SELECT third_party_id AS id FROM third_party_summary WHERE ${fits} ORDER BY ${byName}`,
  z.strictObject({ id: ThirdPartyId }),
)

/** By what numbers a third party is known, for the list as a file. */
export const readNumbersOf = query(
  `SELECT registration_number AS registrationNumber, coalesce(json_extract(content, '$.lei'), '') AS lei
   FROM third_party LEFT JOIN third_party_profile ON third_party_id = id WHERE id = :id`,
  z.strictObject({ registrationNumber: text, lei: text }),
)

const FacetRow = z.strictObject({ value: text, count: whole })
export const countCountries = query(
  `SELECT country AS value, count(*) AS count FROM third_party_summary WHERE country <> '' AND is_archived = :isArchived
   GROUP BY country ORDER BY count(*) DESC, country`,
  FacetRow,
)
export const countTags = query(
  `SELECT tag AS value, count(*) AS count FROM third_party_tag
     JOIN third_party_summary ON third_party_summary.third_party_id = third_party_tag.third_party_id
   WHERE is_archived = :isArchived GROUP BY tag ORDER BY count(*) DESC, tag`,
  FacetRow,
)

// Each of these changes nothing where it already is so, and says by its count whether it did.
export const addOneRelationship = command(
  `INSERT OR IGNORE INTO relationship (third_party_id, kind) SELECT id, :value FROM third_party WHERE id = :id`,
)
/** The last one stays: a third party is always something to the organization. */
export const removeOneRelationship = command(
  `DELETE FROM relationship WHERE third_party_id = :id AND kind = :value
     AND EXISTS (SELECT 1 FROM relationship AS other WHERE other.third_party_id = :id AND other.kind <> :value)`,
)
export const addTag = command(
  'INSERT OR IGNORE INTO third_party_tag (third_party_id, tag) SELECT id, :value FROM third_party WHERE id = :id',
)
export const removeTag = command('DELETE FROM third_party_tag WHERE third_party_id = :id AND tag = :value')
export const archiveThirdParty = command(
  'INSERT OR IGNORE INTO third_party_archive (third_party_id, archived_at) SELECT id, :value FROM third_party WHERE id = :id',
  { ofParty: 'id' },
)
export const restoreThirdParty = command('DELETE FROM third_party_archive WHERE third_party_id = :id', { ofParty: 'id' })

export const readViews = query(
  "SELECT id, name, content FROM saved_view WHERE list = 'third-parties' ORDER BY name, id",
  z.strictObject({ id: text, name: text, content: text }),
)
export const saveView = command(
  `INSERT INTO saved_view (id, list, name, content, saved_at) VALUES (:id, 'third-parties', :name, :content, :savedAt)
   ON CONFLICT (list, name) DO UPDATE SET content = :content, saved_at = :savedAt`,
)
export const removeView = command("DELETE FROM saved_view WHERE list = 'third-parties' AND id = :id")
