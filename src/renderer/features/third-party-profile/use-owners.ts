// The owner tree of a third party on the screen: saved whole at each change, with one step back.
import { useState } from 'react'
import type { ThirdPartyId } from '#shared/domain/ids.ts'
import type { OwnerTree } from '#shared/domain/owner-tree.ts'
import type { CallFault } from '#renderer/bridge/call.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { type LastRemoval, useRemoval } from './use-removal.ts'

export interface OwnersOnScreen {
  readonly owners: OwnerTree
  /** Saves a changed tree; `removed` names who is no longer in it. True when it was saved. */
  readonly change: (next: OwnerTree, removed?: string) => Promise<boolean>
  readonly removal: LastRemoval<OwnerTree> | null
  readonly undo: () => Promise<boolean>
  readonly fault: CallFault<'thirdParties.saveOwners'> | null
}

export function useOwners(id: ThirdPartyId) {
  const query = useQuery('thirdParties.readOwners', { id })
  const save = useCommand('thirdParties.saveOwners', ['thirdParties.readOwners', 'thirdParties.timeline'])
  const [saved, setSaved] = useState<{ readonly owners: OwnerTree; readonly revision: number } | null>(null)
  const withUndo = useRemoval<OwnerTree>()
  if (query.state !== 'ready') return { query, onScreen: null }
  // What this page saved may be newer than what it read last.
  const { owners, revision } = saved !== null && saved.revision > query.value.revision ? saved : query.value
  const put = async (next: OwnerTree) => {
    const outcome = await save.run({ id, baseRevision: revision, owners: next })
    if (outcome.ok) setSaved(outcome.value)
    return outcome.ok
  }
  const onScreen: OwnersOnScreen = {
    owners,
    ...withUndo(owners, put),
    fault: save.fault,
  }
  return { query, onScreen }
}
