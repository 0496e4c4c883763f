// The owner tree of a third party on the screen: saved whole at each change, with one step back.
import type { OutputOf } from '#shared/contract/contract.ts'
import type { ThirdPartyId } from '#shared/domain/ids.ts'
import type { OwnerTree } from '#shared/domain/owner-tree.ts'
import type { CallFault } from '#renderer/bridge/call.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { useRevised } from '#renderer/bridge/use-revised.ts'
import { type LastRemoval, type PutMade, useRemoval } from './use-removal.ts'

export interface OwnersOnScreen {
  readonly owners: OwnerTree
  /** Saves a changed tree, or nothing where `make` returns null; `removed` names who is no longer in it. True when it was saved. */
  readonly change: (make: (now: OwnerTree) => OwnerTree | null, removed?: string) => Promise<boolean>
  readonly removal: LastRemoval<OwnerTree> | null
  readonly undo: () => Promise<boolean>
  readonly fault: CallFault<'thirdParties.saveOwners'> | null
}

export function useOwners(id: ThirdPartyId) {
  const query = useQuery('thirdParties.readOwners', { id })
  const save = useCommand('thirdParties.saveOwners', ['thirdParties.readOwners', 'thirdParties.timeline'])
  const revised = useRevised<OutputOf<'thirdParties.readOwners'>>()
  const withUndo = useRemoval<OwnerTree>()
  if (query.state !== 'ready') return { query, onScreen: null }
  const { now, put } = revised(query.value)
  const putMade: PutMade<OwnerTree> = async (make) => {
    const before = await put(async ({ revision, owners }) => {
      const made = make(owners)
      if (made === null) return null
      const outcome = await save.run({ id, baseRevision: revision, owners: made })
      return outcome.ok ? outcome.value : null
    })
    return before?.owners ?? null
  }
  const onScreen: OwnersOnScreen = {
    owners: now.owners,
    ...withUndo(putMade),
    fault: save.fault,
  }
  return { query, onScreen }
}
