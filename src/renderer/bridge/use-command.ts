// Does something through the bridge and knows whether it is still under way.
import { useState } from 'react'
import type { InputOf, PageProcedureName } from '#shared/contract/contract.ts'
import { call, type CallFault, type CallOutcome } from './call.ts'
import { refresh } from './refresh.ts'
import { createRuns } from './runs.ts'

export interface Command<Name extends PageProcedureName> {
  /** Carries the procedure out. A second run with the same input while one is under way waits for that one and returns its outcome; one with another input begins after it. */
  readonly run: (input: InputOf<Name>) => Promise<CallOutcome<Name>>
  readonly isRunning: boolean
  /** The fault of the last run, until the next one starts. */
  readonly fault: CallFault<Name> | null
  readonly forget: () => void
}

/** `refreshes` names the queries that show what this command changes; they, and the name, stay what they were at first. */
export function useCommand<Name extends PageProcedureName>(name: Name, refreshes: readonly PageProcedureName[] = []): Command<Name> {
  const [fault, setFault] = useState<CallFault<Name> | null>(null)
  const [isRunning, setIsRunning] = useState(false)
  const [run] = useState(() =>
    createRuns(
      async (input: InputOf<Name>): Promise<CallOutcome<Name>> => {
        setFault(null)
        setIsRunning(true)
        const outcome = await call(name, input)
        if (outcome.ok) refresh(...refreshes)
        else setFault(outcome.fault)
        return outcome
      },
      () => setIsRunning(false),
    ),
  )
  return { run, isRunning, fault, forget: () => setFault(null) }
}
