// One report that is being made: which step it is at, and the wish to stop it.
import { useEffect, useState } from 'react'
import { call } from '#renderer/bridge/call.ts'
import type { MakingStep } from '#shared/domain/making-step.ts'

const lookEveryMs = 150

export interface Making {
  /** The step that has begun; null when nothing is being made. */
  readonly step: MakingStep | null
  readonly isStopping: boolean
  /** Names the making that begins now. */
  readonly begin: () => string
  /** Wishes that it stops before its next step. */
  readonly stop: () => void
}

/** `isRunning` says whether the report is being made. */
export function useMaking(isRunning: boolean): Making {
  const [makingId, setMakingId] = useState<string | null>(null)
  const [stoppingId, setStoppingId] = useState<string | null>(null)
  const [step, setStep] = useState<MakingStep | null>(null)
  useEffect(() => {
    if (!isRunning) return undefined
    const timer = window.setInterval(() => {
      void call('reports.making', {}).then((outcome) => setStep(outcome.ok ? outcome.value.step : null))
    }, lookEveryMs)
    return () => {
      window.clearInterval(timer)
      setStep(null)
    }
  }, [isRunning])
  return {
    step: isRunning ? step : null,
    isStopping: isRunning && makingId !== null && stoppingId === makingId,
    begin: () => {
      const id = crypto.randomUUID()
      setMakingId(id)
      return id
    },
    stop: () => {
      if (makingId === null) return
      setStoppingId(makingId)
      void call('reports.cancel', { makingId })
      // A token may wait for a person for as long as it likes.
      void call('tokens.cancel', {})
    },
  }
}
