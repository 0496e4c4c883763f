// Which third parties are chosen, by hand, by a range or all that fit.
import { useState } from 'react'
import type { ThirdPartyFilter } from '#shared/domain/third-party-view.ts'
import type { ThirdPartyId } from '#shared/domain/ids.ts'
import { call } from '#renderer/bridge/call.ts'

export interface Selection {
  readonly ids: ReadonlySet<ThirdPartyId>
  readonly toggle: (id: ThirdPartyId) => void
  readonly add: (ids: readonly ThirdPartyId[]) => void
  readonly addAll: () => void
  readonly clear: () => void
}

/** Holds for one filter; the owner gives it a new key with another. */
export function useSelection(filter: ThirdPartyFilter): Selection {
  const [ids, setIds] = useState<ReadonlySet<ThirdPartyId>>(new Set())
  const addAll = async () => {
    const outcome = await call('thirdParties.ids', { filter })
    if (outcome.ok) setIds(new Set(outcome.value.ids))
  }
  return {
    ids,
    toggle: (id) => {
      const next = new Set(ids)
      if (!next.delete(id)) next.add(id)
      setIds(next)
    },
    add: (more) => setIds(new Set([...ids, ...more])),
    addAll: () => void addAll(),
    clear: () => setIds(new Set()),
  }
}
