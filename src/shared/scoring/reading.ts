// What an answer says to the method: known, open or not applicable, or why it cannot be used.
import type { AnswerInput, AnswerValue, Owner } from '../domain/answer.ts'
import type { AnswerType, Option, Question } from '../domain/question.ts'

export type KnownValue = Exclude<AnswerValue, { kind: 'unknown' | 'declined' | 'not-applicable' }>

/** `open` is blank, Unknown or Declined: all three score alike. */
export type Reading =
  | { readonly state: 'open' }
  | { readonly state: 'not-applicable'; readonly isCountersigned: boolean }
  | { readonly state: 'known'; readonly value: KnownValue }

export type Unusable = 'wrong-kind' | 'unknown-option' | 'out-of-range' | 'shares-over-whole' | 'not-applicable-without-reason'

export const open: Reading = { state: 'open' }

function isOption(options: readonly Option[], id: string): boolean {
  return options.some((option) => option.id === id)
}

function knowsRoles(type: Extract<AnswerType, { kind: 'countries' }>, roles: readonly string[]): boolean {
  return roles.every((id) => type.roles.some((role) => role.id === id))
}

const wholeBp = 10_000

/** True when the owners of one layer hold more than the whole together. */
function holdsOverWhole(owners: readonly Owner[]): boolean {
  const heldBp = new Map<number, number>()
  for (const { layer, shareBp } of owners) heldBp.set(layer, (heldBp.get(layer) ?? 0) + shareBp)
  return [...heldBp.values()].some((bp) => bp > wholeBp)
}

/** What is wrong with the amounts in a value, or null. */
function wrongAmount(type: AnswerType, value: KnownValue): Unusable | null {
  if (value.kind === 'percent') return value.shareBp > wholeBp ? 'out-of-range' : null
  if (type.kind === 'number' && value.kind === 'number') return value.count > type.max ? 'out-of-range' : null
  return value.kind === 'owners' && holdsOverWhole(value.owners) ? 'shares-over-whole' : null
}

/** True when every option or role in the value is one that the question offers; `type` and `value` are of one kind. */
function isOffered(type: AnswerType, value: KnownValue): boolean {
  if (type.kind === 'choice' && value.kind === 'choice') return isOption(type.options, value.option)
  if (type.kind === 'several' && value.kind === 'several') {
    const isAlone = type.noneOption === undefined || !value.options.includes(type.noneOption) || value.options.length === 1
    return isAlone && value.options.length > 0 && value.options.every((id) => isOption(type.options, id))
  }
  if (type.kind === 'countries' && value.kind === 'countries') return value.countries.every((country) => knowsRoles(type, country.roles))
  return true
}

/** Reads one answer to one question, or says why it cannot be used. */
export function readAnswer(question: Question, answer: AnswerInput): Reading | Unusable {
  const value = answer.value
  if (value.kind === 'unknown' || value.kind === 'declined') return open
  if (value.kind === 'not-applicable') {
    if (value.reason.trim() === '') return 'not-applicable-without-reason'
    return { state: 'not-applicable', isCountersigned: value.countersignedBy.trim() !== '' }
  }
  if (value.kind !== question.answer.kind) return 'wrong-kind'
  if (!isOffered(question.answer, value)) return 'unknown-option'
  return wrongAmount(question.answer, value) ?? { state: 'known', value }
}

/** How bad a practice answer is: 0 good, 1 partly, 2 bad; null when it is not a known practice answer. */
export function severityOf(type: AnswerType, reading: Reading): 0 | 1 | 2 | null {
  if (type.kind !== 'practice' || reading.state !== 'known' || reading.value.kind !== 'practice') return null
  if (reading.value.choice === 'partly') return 1
  return reading.value.choice === type.badAnswer ? 2 : 0
}
