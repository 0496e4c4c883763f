// Labelled facts for the lists of a report, without those that nobody stated.
import type { LabelledFact } from '../report-frame.ts'

/** Labelled facts without those that were not stated. */
export function stated(facts: readonly (readonly [label: string | undefined, value: string])[], isMono = false): LabelledFact[] {
  return facts.flatMap(([label = '', value]) => (value === '' ? [] : [{ label, value, isMono }]))
}
