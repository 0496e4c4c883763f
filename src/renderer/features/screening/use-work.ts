// Follows names being compared, whichever screen began it.
import { useEffect, useState } from 'react'
import type { ScreeningWork } from '#shared/contract/screening.ts'
import { call } from '#renderer/bridge/call.ts'
import { refresh } from '#renderer/bridge/refresh.ts'
import { changedByRun } from './refreshed.ts'

const lookEveryMs = 400

/** The work under way or the last of this session; null until it is known. `watch` looks at once, such as after a beginning. */
export function useWork(): { readonly work: ScreeningWork | null; readonly watch: (work: ScreeningWork) => void } {
  const [work, setWork] = useState<ScreeningWork | null>(null)
  const isRunning = work?.isRunning ?? true
  useEffect(() => {
    if (!isRunning) return
    let isHere = true
    const look = async () => {
      const outcome = await call('screening.progress', {})
      if (!isHere) return
      if (outcome.ok) setWork(outcome.value)
      if (outcome.ok && !outcome.value.isRunning && outcome.value.ending !== null) refresh(...changedByRun)
    }
    void look()
    const timer = setInterval(() => void look(), lookEveryMs)
    return () => {
      isHere = false
      clearInterval(timer)
    }
  }, [isRunning])
  return { work, watch: setWork }
}
