// Ticks off the first steps from what the vault holds.
import type { OutputOf } from '#shared/contract/contract.ts'
import { guideSteps } from '#shared/contract/guide.ts'
import { createKeeper } from '#main/records/kept-reading.ts'
import { refreshOutcomes } from '#main/records/refresh-outcomes.ts'
import type { ReadDb } from '#main/store/database.ts'
import { type EngineHandlers, type FeatureContext, requireStore } from '../feature-context.ts'
import { readIsHidden, readLastDraft, readProgress, readSomeParty, saveIsHidden } from './queries.ts'

/** Nobody waits longer than this for outcomes that became stale, in milliseconds. */
const refreshBudgetMs = 40

type GuideHandlers = Pick<EngineHandlers, 'guide.read' | 'guide.setHidden'>

function readGuide(db: ReadDb): OutputOf<'guide.read'> {
  const progress = db.first(readProgress)
  return {
    done: guideSteps.filter((step) => progress?.[step] === 1),
    isHidden: db.first(readIsHidden)?.isHidden === 1,
    draftId: db.first(readLastDraft)?.id ?? null,
    partyId: db.first(readSomeParty)?.id ?? null,
  }
}

export function guideHandlers(context: FeatureContext): GuideHandlers {
  const keeper = createKeeper<OutputOf<'guide.read'>>()
  return {
    'guide.read': () => {
      const store = requireStore(context)
      const { packs, applicationVersion } = context
      const read = () => readGuide(store)
      return refreshOutcomes({ store, packs, applicationVersion }, refreshBudgetMs) === 0 ? keeper.keep(store, '', read) : read()
    },
    'guide.setHidden': ({ isHidden }) => {
      const change = { action: 'organization.showGuide', subject: '', payload: { isHidden } }
      requireStore(context).write(change, (tx) => tx.run(saveIsHidden, { isHidden: Number(isHidden) }))
      return {}
    },
  }
}
