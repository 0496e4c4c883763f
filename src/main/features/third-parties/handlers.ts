// Lists, adds and changes third parties.
import { Refusal } from '#shared/contract/refusal.ts'
import { ThirdPartyId } from '#shared/domain/ids.ts'
import type { ThirdParty } from '#shared/domain/third-party.ts'
import { followScreening } from '#main/records/screening.ts'
import { findThirdParty } from '#main/records/third-party.ts'
import { keepSummary } from '#main/records/third-party-summary.ts'
import type { WriteDb } from '#main/store/database.ts'
import { type EngineHandlers, type FeatureContext, requireStore } from '../feature-context.ts'
import { changeMany } from './change-many.ts'
import { exportList } from './export-list.ts'
import { filterParameters, listFacets, listThirdParties } from './list.ts'
import { addRelationship, addThirdParty, changeThirdParty, readMatchingIds, removeRelationships } from './queries.ts'
import { forgetView, keepView, listViews } from './views.ts'

type ThirdPartyHandlers = Pick<
  EngineHandlers,
  | 'thirdParties.list'
  | 'thirdParties.ids'
  | 'thirdParties.facets'
  | 'thirdParties.read'
  | 'thirdParties.add'
  | 'thirdParties.change'
  | 'thirdParties.changeMany'
  | 'thirdParties.views'
  | 'thirdParties.saveView'
  | 'thirdParties.removeView'
  | 'thirdParties.export'
>

const gone = () => new Refusal('not-found', 'That third party is no longer in the vault. Open the list again.')

function setRelationships(tx: WriteDb, thirdParty: ThirdParty): void {
  tx.run(removeRelationships, { id: thirdParty.id })
  for (const kind of new Set(thirdParty.relationships)) tx.run(addRelationship, { id: thirdParty.id, kind })
}

export function thirdPartyHandlers(context: FeatureContext): ThirdPartyHandlers {
  return {
    'thirdParties.list': (input) => listThirdParties(context, input),
    'thirdParties.ids': ({ filter }) => ({
      ids: requireStore(context)
        .all(readMatchingIds, filterParameters(filter, context.now()))
        .map(({ id }) => id),
    }),
    'thirdParties.facets': (input) => listFacets(context, input),
    'thirdParties.changeMany': ({ ids, change }) => ({ changedIds: changeMany(context, ids, change) }),
    'thirdParties.views': () => ({ views: listViews(context) }),
    'thirdParties.saveView': (given) => ({ view: keepView(context, given) }),
    'thirdParties.removeView': ({ id }) => {
      forgetView(context, id)
      return {}
    },
    'thirdParties.export': (given) => ({ rowCount: exportList(context, given) }),
    'thirdParties.read': ({ id }) => ({ thirdParty: findThirdParty(requireStore(context), id) }),
    'thirdParties.add': (details) => {
      const thirdParty = { ...details, id: ThirdPartyId.parse(context.newId()) }
      const store = requireStore(context)
      store.write({ action: 'thirdParties.add', subject: thirdParty.id, payload: thirdParty }, (tx) => {
        const { relationships: _, ...row } = thirdParty
        tx.run(addThirdParty, { ...row, addedAt: context.now() })
        setRelationships(tx, thirdParty)
        keepSummary(tx, thirdParty.id)
      })
      return { thirdParty: findThirdParty(store, thirdParty.id) }
    },
    'thirdParties.change': (thirdParty) => {
      const store = requireStore(context)
      store.write({ action: 'thirdParties.change', subject: thirdParty.id, payload: thirdParty }, (tx) => {
        const { relationships: _, ...row } = thirdParty
        if (tx.run(changeThirdParty, row) === 0) throw gone()
        setRelationships(tx, thirdParty)
        keepSummary(tx, thirdParty.id)
        followScreening(tx, thirdParty.id, { packs: context.packs, at: context.now() })
      })
      return { thirdParty: findThirdParty(store, thirdParty.id) }
    },
  }
}
