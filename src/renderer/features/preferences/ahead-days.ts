// How far ahead Home tells of what comes due: one choice of the person, in force on every visit.
import type { InputOf } from '#shared/contract/contract.ts'
import type { Settings } from '#shared/contract/settings.ts'

type Ahead = InputOf<'home.read'>

let inForce: Ahead = {}
const listeners = new Set<() => void>()

/** Takes over what the settings say; whoever listens is told when it is something else. */
export function setAheadDays({ reassessmentAheadDays, treatmentAheadDays }: Settings): void {
  if (inForce.reassessmentDays === reassessmentAheadDays && inForce.treatmentDays === treatmentAheadDays) return
  inForce = { reassessmentDays: reassessmentAheadDays, treatmentDays: treatmentAheadDays }
  for (const listener of listeners) listener()
}

/** The days in force now; the engine's own before the settings were read. */
export function currentAheadDays(): Ahead {
  return inForce
}

/** Calls `listener` when other days come into force; returns the function that stops it. */
export function onAheadDays(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
