// Does something through the bridge and knows whether it is still under way.
import { useRef, useState } from 'react'
import type { InputOf, PageProcedureName } from '#shared/contract/contract.ts'
import { call, type CallFault, type CallOutcome } from './call.ts'
import { refresh } from './refresh.ts'

export interface Command<Name extends PageProcedureName> {
  /** Carries the procedure out. A second run while one is under way waits for that one and returns its outcome. */
  readonly run: (input: InputOf<Name>) => Promise<CallOutcome<Name>>
  readonly isRunning: boolean
  /** The fault of the last run, until the next one starts. */
  readonly fault: CallFault<Name> | null
  readonly forget: () => void
}

/** `refreshes` names the queries that show what this command changes. */
export function useCommand<Name extends PageProcedureName>(name: Name, refreshes: readonly PageProcedureName[] = []): Command<Name> {
  const [fault, setFault] = useState<CallFault<Name> | null>(null)
  const [isRunning, setIsRunning] = useState(false)
  const underWay = useRef<Promise<CallOutcome<Name>> | null>(null)

  const run = async (input: InputOf<Name>): Promise<CallOutcome<Name>> => {
    if (underWay.current !== null) return underWay.current
    setFault(null)
    setIsRunning(true)
    const promise = call(name, input)
    underWay.current = promise
    const outcome = await promise
    underWay.current = null
    setIsRunning(false)
    if (outcome.ok) refresh(...refreshes)
    else setFault(outcome.fault)
    return outcome
  }
  return { run, isRunning, fault, forget: () => setFault(null) }
}
