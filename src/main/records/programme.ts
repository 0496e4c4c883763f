// Gathers what the report on the organization itself says: its answers and their result, its crown jewels, and who does what.
import type { JewelId } from '#shared/domain/ids.ts'
import { type ProgrammeDocument, ProgrammeTreatment } from '#shared/domain/programme-document.ts'
import { scoreProgramme } from '#shared/scoring/programme.ts'
import type { LoadedPack } from '#main/packs/pack-library.ts'
import type { ReadDb } from '#main/store/database.ts'
import { query } from '#main/store/statement.ts'
import { listExposureCells } from './exposure.ts'
import { listRegister } from './jewel-register.ts'
import { findOrganizationProfile } from './organization.ts'
import { listOrganizationAnswers } from './organization-answers.ts'
import { readPortfolioParties } from './portfolio.ts'

export const readTreatmentsOfQuestions = query(
  `SELECT finding_key AS questionId, response, action, owner_name AS ownerName, due_on AS dueOn, status FROM treatment
   WHERE finding_kind = 'question' AND response <> 'accept' AND finding_key IN (SELECT value FROM json_each(:questionIds))
   ORDER BY finding_key, coalesce(due_on, '9999-12-31'), third_party_id, relationship`,
  ProgrammeTreatment,
)

/** How many third parties can reach each crown jewel, as persons said or assessments name it. */
function countReached(db: ReadDb): ReadonlyMap<JewelId, number> {
  const parties = db.all(readPortfolioParties).map(({ thirdPartyId }) => thirdPartyId)
  const reached = new Map<JewelId, number>()
  for (const { jewelId, reach } of listExposureCells(db, parties)) {
    const canReach = reach === null || reach.see || reach.copy || reach.change || reach.stop
    if (canReach) reached.set(jewelId, (reached.get(jewelId) ?? 0) + 1)
  }
  return reached
}

type Gathered = Pick<ProgrammeDocument, 'profile' | 'pack' | 'crownJewels' | 'answers' | 'result' | 'treatments'>

/**
 * What the organization says of itself, judged on `asOf` with a pack. Answers to questions that the pack does not ask, or asks with
 * another meaning, are left out; crown jewels that were put aside as well.
 */
export function gatherProgramme(db: ReadDb, { pack, reference }: LoadedPack, asOf: string): Gathered {
  const meanings = new Map(pack.questions.map(({ id, meaning }) => [id, meaning]))
  const answers = listOrganizationAnswers(db).filter(({ questionId, meaning }) => meanings.get(questionId) === meaning)
  const result = scoreProgramme({ pack, asOf, answers })
  const reached = countReached(db)
  return {
    profile: findOrganizationProfile(db),
    pack: reference,
    crownJewels: listRegister(db).flatMap(({ archivedAt, ...jewel }) =>
      archivedAt === null ? [{ ...jewel, reachedBy: reached.get(jewel.id) ?? 0 }] : [],
    ),
    answers,
    result,
    treatments: db.all(readTreatmentsOfQuestions, { questionIds: JSON.stringify(result.shown) }),
  }
}
