// Reads the list of third parties for as long as it is on the screen.
import { useEffect, useState } from 'react'
import type { ThirdPartyView } from '#shared/domain/third-party-view.ts'
import { call } from '#renderer/bridge/call.ts'
import { onRefresh, refresh } from '#renderer/bridge/refresh.ts'
import { createPartyPages, type PartyPages, type PartyPagesState } from './party-pages.ts'

/** Reads a view, another one when it changes, and again when something names the list stale. */
export function usePartyList(view: ThirdPartyView): PartyPagesState & Pick<PartyPages, 'need'> {
  const [state, setState] = useState<PartyPagesState>({ list: null, fault: null })
  const [pages] = useState(() =>
    createPartyPages(({ view: { filter, sort }, offset, limit }) => call('thirdParties.list', { filter, sort, offset, limit }), setState),
  )
  useEffect(() => pages.show(view), [pages, view])
  useEffect(
    () =>
      onRefresh((names) => {
        if (names.includes('thirdParties.list')) pages.again()
      }),
    [pages],
  )
  useStaleOutcomes(state.list?.counts.staleCount ?? 0)
  return { ...state, need: pages.need }
}

/** Has outcomes worked out until none is stale, then shows the list anew. */
function useStaleOutcomes(staleCount: number): void {
  const isStale = staleCount > 0
  useEffect(() => {
    if (!isStale) return undefined
    let isOver = false
    const work = async () => {
      for (;;) {
        const outcome = await call('outcomes.refresh', {})
        if (isOver) return
        if (!outcome.ok || outcome.value.staleCount === 0) return refresh('thirdParties.list')
      }
    }
    void work()
    return () => {
      isOver = true
    }
  }, [isStale])
}
