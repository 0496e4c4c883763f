// Ticks off the first steps from what the vault holds.
import { guideSteps } from '#shared/contract/guide.ts'
import { type EngineHandlers, type FeatureContext, requireStore } from '../feature-context.ts'
import { readIsHidden, readLastDraft, readProgress, readSomeParty, saveIsHidden } from './queries.ts'

type GuideHandlers = Pick<EngineHandlers, 'guide.read' | 'guide.setHidden'>

export function guideHandlers(context: FeatureContext): GuideHandlers {
  return {
    'guide.read': () => {
      const store = requireStore(context)
      const progress = store.first(readProgress)
      return {
        done: guideSteps.filter((step) => progress?.[step] === 1),
        isHidden: store.first(readIsHidden)?.isHidden === 1,
        draftId: store.first(readLastDraft)?.id ?? null,
        partyId: store.first(readSomeParty)?.id ?? null,
      }
    },
    'guide.setHidden': ({ isHidden }) => {
      const change = { action: 'organization.showGuide', subject: '', payload: { isHidden } }
      requireStore(context).write(change, (tx) => tx.run(saveIsHidden, { isHidden: Number(isHidden) }))
      return {}
    },
  }
}
