// Shows and keeps which third party can see, copy, change or stop which crown jewel.
import type { InputOf, OutputOf } from '#shared/contract/contract.ts'
import { Refusal } from '#shared/contract/refusal.ts'
import type { ExposureCell } from '#shared/domain/exposure.ts'
import { listExposedParties, listExposureCells } from '#main/records/exposure.ts'
import { createKeeper } from '#main/records/kept-reading.ts'
import { readCrownJewels } from '#main/records/organization.ts'
import { refreshOutcomes } from '#main/records/refresh-outcomes.ts'
import type { ReadDb } from '#main/store/database.ts'
import { type EngineHandlers, type FeatureContext, requireStore } from '../feature-context.ts'
import { readIsThere, removeReach, saveReach } from './queries.ts'

type ExposureHandlers = Pick<EngineHandlers, 'exposure.list' | 'exposure.read' | 'exposure.set'>

/** Names are listed from what is worked out beside the third parties; nobody waits longer than this for it. */
const refreshBudgetMs = 200

function setReach(context: FeatureContext, input: InputOf<'exposure.set'>): ExposureCell | null {
  const store = requireStore(context)
  const { thirdPartyId, jewelId, reach } = input
  store.write({ action: 'thirdParties.setExposure', subject: thirdPartyId, payload: input }, (tx) => {
    if (tx.first(readIsThere, { thirdPartyId, jewelId })?.isThere !== 1)
      throw new Refusal('not-found', 'That third party or crown jewel is no longer in the vault. Open the matrix again.')
    if (reach === null) return tx.run(removeReach, { thirdPartyId, jewelId })
    const { see, copy, change, stop } = reach
    const row = { see: Number(see), copy: Number(copy), change: Number(change), stop: Number(stop) }
    return tx.run(saveReach, { thirdPartyId, jewelId, ...row, changedAt: context.now() })
  })
  return listExposureCells(store, [thirdPartyId]).find((cell) => cell.jewelId === jewelId) ?? null
}

type Page = Omit<OutputOf<'exposure.list'>, 'staleCount'>

function readPage(db: ReadDb, { limit, ...page }: InputOf<'exposure.list'>): Page {
  // One more than asked for says whether there are more.
  const found = listExposedParties(db, { ...page, limit: limit + 1 })
  const parties = found.slice(0, limit)
  return {
    crownJewels: db.all(readCrownJewels),
    parties,
    cells: listExposureCells(
      db,
      parties.map(({ id }) => id),
    ),
    hasMore: found.length > limit,
  }
}

export function exposureHandlers(context: FeatureContext): ExposureHandlers {
  const pages = createKeeper<Page>()
  return {
    'exposure.list': (input) => {
      const store = requireStore(context)
      const { packs, applicationVersion } = context
      const staleCount = refreshOutcomes({ store, packs, applicationVersion }, refreshBudgetMs)
      const read = () => readPage(store, input)
      return { ...(staleCount === 0 ? pages.keep(store, JSON.stringify(input), read) : read()), staleCount }
    },
    'exposure.read': ({ thirdPartyId }) => {
      const store = requireStore(context)
      return { crownJewels: store.all(readCrownJewels), cells: listExposureCells(store, [thirdPartyId]) }
    },
    'exposure.set': (input) => ({ cell: setReach(context, input) }),
  }
}
