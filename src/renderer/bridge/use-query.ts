// Reads something through the bridge for as long as a component shows it.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { InputOf, OutputOf, ProcedureName } from '#shared/contract/contract.ts'
import { call, type CallFault } from './call.ts'
import { onRefresh } from './refresh.ts'

export type Query<Name extends ProcedureName> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: OutputOf<Name> }
  | { readonly state: 'failed'; readonly fault: CallFault<Name>; readonly reload: () => void }

/**
 * Reads once, again when `input` changes, and again when a command refreshes this name.
 * A reading that is overtaken by a newer one is dropped; the old value stays on screen until the new one is there.
 */
export function useQuery<Name extends ProcedureName>(name: Name, input: InputOf<Name>): Query<Name> {
  const [query, setQuery] = useState<Query<Name>>({ state: 'loading' })
  const inputKey = JSON.stringify(input)
  const latestInput = useRef(input)
  latestInput.current = input
  const turn = useRef(0)

  const read = useCallback(async () => {
    turn.current += 1
    const mine = turn.current
    const outcome = await call(name, latestInput.current)
    if (mine !== turn.current) return
    setQuery(outcome.ok ? { state: 'ready', value: outcome.value } : { state: 'failed', fault: outcome.fault, reload: () => void read() })
  }, [name])

  useEffect(() => {
    void read()
    const stop = onRefresh((names) => {
      if (names.includes(name)) void read()
    })
    return () => {
      turn.current += 1
      stop()
    }
  }, [name, inputKey, read])

  return query
}
