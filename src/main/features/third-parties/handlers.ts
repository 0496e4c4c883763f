// Lists, adds and changes third parties.
import { Refusal } from '#shared/contract/refusal.ts'
import { ThirdPartyId } from '#shared/domain/ids.ts'
import type { ThirdParty } from '#shared/domain/third-party.ts'
import { findThirdParty, listThirdParties } from '#main/records/third-party.ts'
import type { WriteDb } from '#main/store/database.ts'
import { type EngineHandlers, type FeatureContext, requireStore } from '../feature-context.ts'
import { addRelationship, addThirdParty, changeThirdParty, removeRelationships } from './queries.ts'

type ThirdPartyHandlers = Pick<EngineHandlers, 'thirdParties.list' | 'thirdParties.read' | 'thirdParties.add' | 'thirdParties.change'>

const gone = () => new Refusal('not-found', 'That third party is no longer in the vault. Open the list again.')

function setRelationships(tx: WriteDb, thirdParty: ThirdParty): void {
  tx.run(removeRelationships, { id: thirdParty.id })
  for (const kind of new Set(thirdParty.relationships)) tx.run(addRelationship, { id: thirdParty.id, kind })
}

export function thirdPartyHandlers(context: FeatureContext): ThirdPartyHandlers {
  return {
    'thirdParties.list': () => ({ thirdParties: listThirdParties(requireStore(context)) }),
    'thirdParties.read': ({ id }) => ({ thirdParty: findThirdParty(requireStore(context), id) }),
    'thirdParties.add': (details) => {
      const thirdParty = { ...details, id: ThirdPartyId.parse(context.newId()) }
      const store = requireStore(context)
      store.write({ action: 'thirdParties.add', subject: thirdParty.id, payload: thirdParty }, (tx) => {
        const { relationships: _, ...row } = thirdParty
        tx.run(addThirdParty, { ...row, addedAt: context.now() })
        setRelationships(tx, thirdParty)
      })
      return { thirdParty: findThirdParty(store, thirdParty.id) }
    },
    'thirdParties.change': (thirdParty) => {
      const store = requireStore(context)
      store.write({ action: 'thirdParties.change', subject: thirdParty.id, payload: thirdParty }, (tx) => {
        const { relationships: _, ...row } = thirdParty
        if (tx.run(changeThirdParty, row) === 0) throw gone()
        setRelationships(tx, thirdParty)
      })
      return { thirdParty: findThirdParty(store, thirdParty.id) }
    },
  }
}
