// Whether a key of one character, such as j, does something by itself: one choice of the person, for every screen.
import { useSyncExternalStore } from 'react'

let inForce = true
const listeners = new Set<() => void>()

/** Takes over what the settings say. */
export function setSingleKeys(isOn: boolean): void {
  if (isOn === inForce) return
  inForce = isOn
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useSingleKeys(): boolean {
  return useSyncExternalStore(subscribe, () => inForce)
}
