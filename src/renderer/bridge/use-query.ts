// Reads something through the bridge for as long as a component shows it.
import { useEffect, useState } from 'react'
import type { InputOf, OutputOf, PageProcedureName } from '#shared/contract/contract.ts'
import { call, type CallFault } from './call.ts'
import { useFirstReading } from './first-readings.ts'
import { onRefresh, refresh } from './refresh.ts'

export type Query<Name extends PageProcedureName> =
  | { readonly state: 'loading' }
  /** `answered` is the input that the value answers, which may be an older one than what is asked now. */
  | { readonly state: 'ready'; readonly value: OutputOf<Name>; readonly answered: InputOf<Name> }
  | { readonly state: 'failed'; readonly fault: CallFault<Name>; readonly reload: () => void }

/**
 * Reads once, again when `input` changes, and again when a command refreshes this name.
 * A reading that is overtaken by a newer one is dropped; the old value stays on screen until the new one is there.
 */
export function useQuery<Name extends PageProcedureName>(name: Name, input: InputOf<Name>): Query<Name> {
  const [query, setQuery] = useState<Query<Name>>({ state: 'loading' })
  const [asked, setAsked] = useState(input)
  // Callers pass a new object at every redraw; only another content is another question.
  if (JSON.stringify(asked) !== JSON.stringify(input)) setAsked(input)
  useFirstReading(query.state === 'loading')

  useEffect(() => {
    let turn = 0
    const read = async () => {
      turn += 1
      const mine = turn
      const outcome = await call(name, asked)
      if (mine !== turn) return
      setQuery(
        outcome.ok
          ? { state: 'ready', value: outcome.value, answered: asked }
          : { state: 'failed', fault: outcome.fault, reload: () => refresh(name) },
      )
    }
    void read()
    const stop = onRefresh((names) => {
      if (names.includes(name)) void read()
    })
    return () => {
      turn = -1
      stop()
    }
  }, [name, asked])

  return query
}
