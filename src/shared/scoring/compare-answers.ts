// Whether two answers to one question say the same, and what an answer amounts to.
import { severityOf, type KnownValue } from './reading.ts'
import type { Openness, Shown } from './run.ts'

/** What an answer amounts to; `hidden` when the question does not show. */
export type AnswerState = 'good' | 'partly' | 'bad' | 'fact' | Openness | 'not-applicable' | 'hidden'

const practiceStates = ['good', 'partly', 'bad'] as const

export function answerStateOf(shown: Shown | undefined): AnswerState {
  if (shown === undefined) return 'hidden'
  if (shown.openness !== null) return shown.openness
  if (shown.reading.state === 'not-applicable') return 'not-applicable'
  const severity = severityOf(shown.question.answer, shown.reading)
  return severity === null ? 'fact' : practiceStates[severity]
}

/** A value as text in which the order of a list that is a set does not matter. */
function keyOf(value: KnownValue): string {
  const sorted = (items: readonly unknown[]) => items.map((item) => JSON.stringify(item)).toSorted()
  switch (value.kind) {
    case 'several':
      return JSON.stringify(sorted(value.options))
    case 'jewels':
      return JSON.stringify(sorted(value.jewelIds))
    case 'counts':
      return JSON.stringify(sorted(Object.entries(value.counts)))
    case 'owners':
      return JSON.stringify(sorted(value.owners))
    case 'countries':
      return JSON.stringify(sorted(value.countries.map(({ code, roles }) => [code, roles.toSorted()])))
    case 'practice':
    case 'choice':
    case 'percent':
    case 'number':
    case 'date':
    case 'text':
      return JSON.stringify(value)
  }
}

/** True when both say the same; two open answers do when they are open in the same way. Notes and evidence do not count. */
export function sameAnswer(first: Shown | undefined, second: Shown | undefined): boolean {
  if (answerStateOf(first) !== answerStateOf(second)) return false
  if (first?.reading.state !== 'known' || second?.reading.state !== 'known') return true
  return keyOf(first.reading.value) === keyOf(second.reading.value)
}
