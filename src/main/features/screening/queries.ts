// SQL about lists of restricted parties, what comparing names with them gave, and what people said of that.
import { z } from 'zod'
import { OpenReason } from '#shared/contract/screening.ts'
import { Sha256Hex, ThirdPartyId } from '#shared/domain/ids.ts'
import {
  DecidedHit,
  EditionId,
  HitContent,
  HitState,
  HitVerdict,
  KeptEntry,
  KeptHitDecision,
  ListEdition,
  ListHole,
  ListSource,
  NameRole,
  RunContent,
} from '#shared/domain/screening-hit.ts'
import { jsonText } from '#main/records/json-text.ts'
import { command, query } from '#main/store/statement.ts'

const EditionRow = z.strictObject({ ...ListEdition.shape, holes: jsonText(z.array(ListHole)), sources: jsonText(z.array(ListSource)) })
const editionColumns = `id, list_id AS listId, title, publisher, edition_on AS editionOn, file_name AS fileName, sha256, size_bytes AS sizeBytes,
  entry_count AS entryCount, name_count AS nameCount, row_count AS rowCount, holes, sources, imported_by AS importedBy, imported_at AS importedAt`

export const addEdition = command(
  `INSERT INTO screening_list (id, list_id, title, publisher, edition_on, file_name, sha256, size_bytes, entry_count, name_count, row_count,
     holes, sources, imported_by, imported_at)
   VALUES (:id, :listId, :title, :publisher, :editionOn, :fileName, :sha256, :sizeBytes, :entryCount, :nameCount, :rowCount,
     :holes, :sources, :importedBy, :importedAt)`,
)
export const addPart = command('INSERT INTO screening_list_part (edition_id, number, content) VALUES (:editionId, :number, :content)')
export const removeEdition = command('DELETE FROM screening_list WHERE id = :id')

/** By title, the newest edition of each list first. */
export const readEditions = query(
  `SELECT ${editionColumns} FROM screening_list ORDER BY title, list_id, edition_on DESC, imported_at DESC, id`,
  EditionRow,
)
export const readEdition = query(`SELECT ${editionColumns} FROM screening_list WHERE id = :id`, EditionRow)
export const readEditionByHash = query('SELECT id FROM screening_list WHERE sha256 = :sha256', z.strictObject({ id: EditionId }))
/** The edition of the same list that came before this one. */
export const readEditionBefore = query(
  `SELECT ${editionColumns} FROM screening_list WHERE list_id = :listId AND id <> :id AND (edition_on, imported_at) < (:editionOn, :importedAt)
   ORDER BY edition_on DESC, imported_at DESC LIMIT 1`,
  EditionRow,
)
export const readPart = query(
  'SELECT content FROM screening_list_part WHERE edition_id = :editionId AND number = :number',
  z.strictObject({ content: jsonText(z.array(KeptEntry)) }),
)

const RunRow = z.strictObject({
  id: z.uuid(),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  content: jsonText(RunContent),
})
export const addRun = command('INSERT INTO screening_run (id, started_at, ended_at, content) VALUES (:id, :startedAt, NULL, :content)')
export const updateRun = command('UPDATE screening_run SET ended_at = :endedAt, content = :content WHERE id = :id')
export const readRuns = query(
  'SELECT id, started_at AS startedAt, ended_at AS endedAt, content FROM screening_run ORDER BY rowid DESC LIMIT 10',
  RunRow,
)

/** Who is compared: those named in a JSON list of ids, or everybody who was not put aside. */
export const readSomePartyIds = query(
  'SELECT id FROM third_party WHERE id IN (SELECT value FROM json_each(:ids)) ORDER BY legal_name, id',
  z.strictObject({ id: ThirdPartyId }),
)
export const readAllPartyIds = query(
  'SELECT id FROM third_party WHERE id NOT IN (SELECT third_party_id FROM third_party_archive) ORDER BY legal_name, id',
  z.strictObject({ id: ThirdPartyId }),
)
export const saveResult = command(
  `INSERT INTO screening_result (third_party_id, list_id, screened_at, outcome, edition_on, uncompared, content)
   VALUES (:thirdPartyId, :listId, :screenedAt, :outcome, :editionOn, :uncompared, :content)
   ON CONFLICT (third_party_id, list_id) DO UPDATE SET
     screened_at = :screenedAt, outcome = :outcome, edition_on = :editionOn, uncompared = :uncompared, content = :content`,
)

export const readKeptHits = query(
  `SELECT key, state, json_extract(content, '$.asked.role') AS role, json_extract(content, '$.asked.name') AS name
   FROM screening_hit WHERE third_party_id = :thirdPartyId AND list_id = :listId`,
  z.strictObject({ key: Sha256Hex, state: HitState, role: NameRole, name: z.string() }),
)
export const removeHit = command('DELETE FROM screening_hit WHERE third_party_id = :thirdPartyId AND key = :key')
export const saveHit = command(
  `INSERT INTO screening_hit (third_party_id, key, list_id, score_mille, state, content)
   VALUES (:thirdPartyId, :key, :listId, :scoreMille, :state, :content)
   ON CONFLICT (third_party_id, key) DO UPDATE SET list_id = :listId, score_mille = :scoreMille, content = :content`,
)
export const setHitState = command('UPDATE screening_hit SET state = :state WHERE third_party_id = :thirdPartyId AND key = :key')

const HitRow = z.strictObject({
  thirdPartyId: ThirdPartyId,
  partyName: z.string(),
  key: Sha256Hex,
  state: HitState,
  scoreMille: z.int(),
  content: jsonText(HitContent),
})
const hitColumns = `third_party_id AS thirdPartyId, legal_name AS partyName, key, state, score_mille AS scoreMille, content
  FROM screening_hit JOIN third_party ON third_party.id = third_party_id`
export const readHits = query(
  `SELECT ${hitColumns} WHERE state = :state ORDER BY score_mille DESC, third_party_id, key LIMIT :limit OFFSET :offset`,
  HitRow,
)
export const readHitsOfParty = query(
  `SELECT ${hitColumns} WHERE third_party_id = :thirdPartyId AND state = :state ORDER BY score_mille DESC, key LIMIT :limit OFFSET :offset`,
  HitRow,
)
export const readHit = query(`SELECT ${hitColumns} WHERE third_party_id = :thirdPartyId AND key = :key`, HitRow)

export const addDecision = command(
  `INSERT INTO screening_decision (third_party_id, key, number, verdict, reason, decided_by, decided_at, content)
   SELECT :thirdPartyId, :key, coalesce(max(number), 0) + 1, :verdict, :reason, :decidedBy, :decidedAt, :content FROM screening_decision
   WHERE third_party_id = :thirdPartyId AND key = :key`,
)
/** The last word first. */
export const readDecisions = query(
  `SELECT number, verdict, reason, decided_by AS decidedBy, decided_at AS decidedAt FROM screening_decision
   WHERE third_party_id = :thirdPartyId AND key = :key ORDER BY number DESC`,
  KeptHitDecision,
)
/** What stands of other hits of the same third party, the last word first. */
export const readOtherDecisions = query(
  `SELECT verdict, reason, decided_by AS decidedBy, decided_at AS decidedAt, content FROM screening_decision AS decision
   WHERE third_party_id = :thirdPartyId AND key <> :key AND verdict <> 'withdrawn'
     AND number = (SELECT max(number) FROM screening_decision AS later WHERE later.third_party_id = :thirdPartyId AND later.key = decision.key)
   ORDER BY decided_at DESC`,
  z.strictObject({ verdict: HitVerdict, reason: z.string(), decidedBy: z.string(), decidedAt: z.string(), content: jsonText(DecidedHit) }),
)

export const readPartyCounts = query(
  `SELECT (SELECT count(*) FROM third_party WHERE id NOT IN (SELECT third_party_id FROM third_party_archive)) AS partyCount,
     (SELECT count(DISTINCT third_party_id) FROM screening_result WHERE third_party_id NOT IN (SELECT third_party_id FROM third_party_archive))
       AS screenedCount`,
  z.strictObject({ partyCount: z.int(), screenedCount: z.int() }),
)

const openWork = `WITH name (id, name, may_be_person) AS (
    SELECT id, legal_name, 1 FROM third_party
    UNION ALL SELECT id, native_name, 1 FROM third_party
    UNION ALL SELECT third_party_id, json_extract(value, '$.name'), 1 FROM third_party_profile, json_each(content, '$.names')
    UNION ALL SELECT third_party_id, json_extract(value, '$.name'), json_extract(value, '$.kind') IN ('person', 'not-stated')
      FROM owner_tree, json_each(content, '$.holders')
  ), newest_list (list_id, edition_on, sha256) AS (
    SELECT list_id, edition_on, sha256 FROM screening_list AS list WHERE id =
      (SELECT id FROM screening_list WHERE list_id = list.list_id ORDER BY edition_on DESC, imported_at DESC, id LIMIT 1)
  ), work (id, why, rank) AS (
    SELECT third_party_id, 'could-not-screen', 1 FROM screening_result WHERE outcome = 'could-not-screen'
    UNION SELECT third_party_id, 'name-not-compared', 1 FROM screening_result JOIN name ON name.id = third_party_id
      WHERE trim(name) <> '' AND NOT EXISTS (SELECT 1 FROM json_each(content, '$.names') WHERE json_extract(value, '$.name') = name
        AND (may_be_person = 0 OR json_extract(value, '$.withPeople')))
    UNION SELECT third_party_id, 'too-many-alike', 1 FROM screening_result WHERE json_extract(content, '$.moreHits') > 0
    UNION SELECT third_party_id, 'name-not-comparable', 2 FROM screening_result WHERE outcome <> 'could-not-screen' AND uncompared > 0
    UNION SELECT third_party_id, 'older-edition', 3 FROM screening_result
      JOIN newest_list ON newest_list.list_id = screening_result.list_id
      -- The same file may have gone out of the vault and come back as another edition.
      WHERE screening_result.edition_on <= newest_list.edition_on AND json_extract(content, '$.edition.sha256') <> newest_list.sha256
    UNION SELECT screened.third_party_id, 'missing-list', 3 FROM (SELECT DISTINCT third_party_id FROM screening_result) AS screened
      CROSS JOIN (SELECT DISTINCT list_id FROM screening_list) AS list WHERE NOT EXISTS (SELECT 1 FROM screening_result AS result
        WHERE result.third_party_id = screened.third_party_id AND result.list_id = list.list_id)
    UNION SELECT id, 'never-screened', 4 FROM third_party WHERE NOT EXISTS (SELECT 1 FROM screening_result WHERE third_party_id = third_party.id))
  SELECT`
const notAside = 'work.id NOT IN (SELECT third_party_id FROM third_party_archive)'
export const countOpenWork = query(`${openWork} count(*) AS count FROM work WHERE ${notAside}`, z.strictObject({ count: z.int() }))
/** One row for each third party and reason; its results as JSON where names could not be compared. */
export const readOpenWork = query(
  `${openWork} third_party.id AS thirdPartyId, legal_name AS partyName, why,
     (SELECT json_group_array(json_extract(content, '$.notComparable')) FROM screening_result
       WHERE third_party_id = third_party.id AND uncompared > 0) AS names
   FROM work JOIN third_party ON third_party.id = work.id WHERE ${notAside} ORDER BY rank, legal_name, third_party.id, why LIMIT :limit OFFSET :offset`,
  z.strictObject({
    thirdPartyId: ThirdPartyId,
    partyName: z.string(),
    why: OpenReason,
    names: jsonText(z.array(z.array(z.string()))),
  }),
)
