// Goes on working out outcomes that became stale, as after an import, and has the lists that show them read again.
import { useEffect } from 'react'
import type { PageProcedureName } from '#shared/contract/contract.ts'
import { call } from './call.ts'
import { refresh } from './refresh.ts'

/** `staleCount` is what a list said of itself; `names`, always the same array, are the queries that are read again once all is worked out. */
export function useOutcomeRefresh(staleCount: number, names: readonly PageProcedureName[]): void {
  const isStale = staleCount > 0
  useEffect(() => {
    if (!isStale) return undefined
    let isOver = false
    const work = async (): Promise<void> => {
      const outcome = await call('outcomes.refresh', {})
      if (isOver) return undefined
      return outcome.ok && outcome.value.staleCount > 0 ? work() : refresh(...names)
    }
    void work()
    return () => {
      isOver = true
    }
  }, [isStale, names])
}
