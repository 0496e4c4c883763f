// Does one thing to many third parties in one transaction, and says which of them it changed.
import type { ThirdPartyId } from '#shared/domain/ids.ts'
import type { BulkChange } from '#shared/domain/third-party-view.ts'
import { noteBulkChange } from '#main/records/bulk-change.ts'
import { keepSummary } from '#main/records/third-party-summary.ts'
import type { Command } from '#main/store/statement.ts'
import { type FeatureContext, requireStore } from '../feature-context.ts'
import { addOneRelationship, addTag, archiveThirdParty, removeOneRelationship, removeTag, restoreThirdParty } from './queries.ts'

/** More summaries than this are worked out when the list is read next, a handful at a time. */
const mostAtOnce = 500

function statementOf(change: BulkChange, now: string): { readonly statement: Command; readonly value: string } {
  switch (change.kind) {
    case 'add-relationship':
      return { statement: addOneRelationship, value: change.relationship }
    case 'remove-relationship':
      return { statement: removeOneRelationship, value: change.relationship }
    case 'add-tag':
      return { statement: addTag, value: change.tag }
    case 'remove-tag':
      return { statement: removeTag, value: change.tag }
    case 'archive':
      return { statement: archiveThirdParty, value: now }
    case 'restore':
      return { statement: restoreThirdParty, value: '' }
  }
}

/** What a change names besides its kind. */
function aboutOf(change: BulkChange): string {
  if ('tag' in change) return change.tag
  return 'relationship' in change ? change.relationship : ''
}

/** Returns the ids of those that were changed, in the order given. */
export function changeMany(context: FeatureContext, ids: readonly ThirdPartyId[], change: BulkChange): ThirdPartyId[] {
  const { statement, value } = statementOf(change, context.now())
  const distinct = [...new Set(ids)]
  const changeId = context.newId()
  return requireStore(context).write(
    { action: 'thirdParties.changeMany', subject: `${changeId}/${change.kind}`, payload: { ids: distinct, change } },
    (tx) => {
      const changed = distinct.filter((id) => tx.run(statement, { id, value }) > 0)
      noteBulkChange(tx, { changeId, about: aboutOf(change) }, changed)
      if (changed.length <= mostAtOnce) for (const id of changed) keepSummary(tx, id)
      return changed
    },
  )
}
