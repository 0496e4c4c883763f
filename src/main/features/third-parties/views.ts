// Views of the list of third parties that somebody gave a name.
import type { InputOf } from '#shared/contract/contract.ts'
import { SavedView, ThirdPartyView } from '#shared/domain/third-party-view.ts'
import { type FeatureContext, requireStore } from '../feature-context.ts'
import { readViews, removeView, saveView } from './queries.ts'

/** By name. One that another version wrote and this one cannot read is left out. */
export function listViews(context: FeatureContext): SavedView[] {
  return requireStore(context)
    .all(readViews)
    .flatMap(({ id, name, content }) => {
      const view: unknown = JSON.parse(content)
      const read = SavedView.safeParse({ id, name, view })
      return read.success ? [read.data] : []
    })
}

export function keepView(context: FeatureContext, { name, view }: InputOf<'thirdParties.saveView'>): SavedView {
  const id = context.newId()
  const row = { id, name, content: JSON.stringify(ThirdPartyView.parse(view)), savedAt: context.now() }
  requireStore(context).write({ action: 'thirdParties.saveView', subject: name, payload: view }, (tx) => tx.run(saveView, row))
  const saved = listViews(context).find((one) => one.name === name)
  if (saved === undefined) throw new Error('A view that was saved is not there.')
  return saved
}

export function forgetView(context: FeatureContext, id: string): void {
  requireStore(context).write({ action: 'thirdParties.removeView', subject: id, payload: { id } }, (tx) => tx.run(removeView, { id }))
}
