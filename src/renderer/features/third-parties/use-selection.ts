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

/** Holds for one filter: with another one nothing is chosen. */
export function useSelection(filter: ThirdPartyFilter): Selection {
  const key = JSON.stringify(filter)
  const [held, setHeld] = useState<{ readonly key: string; readonly ids: ReadonlySet<ThirdPartyId> }>({ key, ids: new Set() })
  const ids = held.key === key ? held.ids : new Set<ThirdPartyId>()
  const setIds = (next: ReadonlySet<ThirdPartyId>) => setHeld({ key, ids: next })
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
