// Tells the shell that the vault is no longer open, whichever call noticed it first.
export type SessionEnd = 'engine-stopped' | 'vault-locked'

type Listener = (reason: SessionEnd) => void
const listeners = new Set<Listener>()

export function announceSessionEnd(reason: SessionEnd): void {
  for (const listener of listeners) listener(reason)
}

/** Returns the function that stops listening. */
export function onSessionEnd(listener: Listener): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
