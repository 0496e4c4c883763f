// Reads and saves profiles and owners of third parties, and tells what happened with one.
import { Refusal } from '#shared/contract/refusal.ts'
import type { ThirdPartyId } from '#shared/domain/ids.ts'
import { emptyOwnerTree, OwnerTree } from '#shared/domain/owner-tree.ts'
import { followScreening } from '#main/records/screening.ts'
import { findProfile, putProfile } from '#main/records/third-party-profile.ts'
import { findThirdParty } from '#main/records/third-party.ts'
import type { ReadDb } from '#main/store/database.ts'
import { type EngineHandlers, type FeatureContext, requireStore } from '../feature-context.ts'
import { readOwnerTree, readPartyAssessments, readPartyFiles, readPartyHistory, saveOwnerTree } from './queries.ts'
import { timelineOf } from './timeline.ts'

type ProfileHandlers = Pick<
  EngineHandlers,
  'thirdParties.readProfile' | 'thirdParties.saveProfile' | 'thirdParties.readOwners' | 'thirdParties.saveOwners' | 'thirdParties.timeline'
>

/** Entries of the history that one page of a timeline is made of. */
const pageLength = 400

function refuseOverwriting(stored: number, base: number): void {
  if (stored === base) return
  throw new Refusal(
    'profile-changed',
    'This was changed in another window since it was opened here. Open it again; nothing was overwritten.',
  )
}

function findOwners(db: ReadDb, id: ThirdPartyId): { readonly owners: OwnerTree; readonly revision: number } {
  const row = db.first(readOwnerTree, { id })
  return row === undefined
    ? { owners: emptyOwnerTree, revision: 0 }
    : { owners: OwnerTree.parse(JSON.parse(row.content)), revision: row.revision }
}

function readTimeline(db: ReadDb, id: ThirdPartyId, before: number | null) {
  const parameters = { id, before: before ?? Number.MAX_SAFE_INTEGER, limit: pageLength + 1 }
  const entries = db.all(readPartyHistory, parameters)
  const assessments = new Map(db.all(readPartyAssessments, { id }).map((assessment) => [assessment.id, assessment]))
  const files = new Map(db.all(readPartyFiles, { id }).map((file) => [file.id, file]))
  return timelineOf(entries.slice(0, pageLength), { assessments, files }, entries.length > pageLength)
}

export function thirdPartyProfileHandlers(context: FeatureContext): ProfileHandlers {
  return {
    'thirdParties.readProfile': ({ id }) => {
      const store = requireStore(context)
      findThirdParty(store, id)
      return findProfile(store, id)
    },
    'thirdParties.saveProfile': ({ id, baseRevision, profile }) => {
      const store = requireStore(context)
      findThirdParty(store, id)
      store.write({ action: 'thirdParties.saveProfile', subject: id, payload: { baseRevision, profile } }, (tx) => {
        refuseOverwriting(findProfile(tx, id).revision, baseRevision)
        putProfile(tx, id, { profile, savedAt: context.now() })
        followScreening(tx, id, { packs: context.packs, at: context.now() })
      })
      return findProfile(store, id)
    },
    'thirdParties.readOwners': ({ id }) => {
      const store = requireStore(context)
      findThirdParty(store, id)
      return findOwners(store, id)
    },
    'thirdParties.saveOwners': ({ id, baseRevision, owners }) => {
      const store = requireStore(context)
      findThirdParty(store, id)
      store.write({ action: 'thirdParties.saveOwners', subject: id, payload: { baseRevision, owners } }, (tx) => {
        refuseOverwriting(findOwners(tx, id).revision, baseRevision)
        tx.run(saveOwnerTree, { id, revision: baseRevision + 1, content: JSON.stringify(owners), savedAt: context.now() })
        followScreening(tx, id, { packs: context.packs, at: context.now() })
      })
      return findOwners(store, id)
    },
    'thirdParties.timeline': ({ id, before }) => {
      const store = requireStore(context)
      findThirdParty(store, id)
      return readTimeline(store, id, before)
    },
  }
}
