// Which lists are stale: a command names what it changed, and every query on screen that shows it reads again.
import type { ProcedureName } from '#shared/contract/contract.ts'

type Listener = (names: readonly ProcedureName[]) => void
const listeners = new Set<Listener>()

export function refresh(...names: readonly ProcedureName[]): void {
  for (const listener of listeners) listener(names)
}

/** Returns the function that stops listening. */
export function onRefresh(listener: Listener): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
