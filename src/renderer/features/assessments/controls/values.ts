// What controls make of clicks and typing: values of the contract, worked out without a page.
import type { TypedValue } from '../answer-draft.ts'

/** The id of the choice that a value stands for; null for a blank. */
export function chosenOf(value: TypedValue | null): string | null {
  if (value === null) return null
  return value.kind === 'practice' ? value.choice : value.kind
}

/** The value that a choice stands for; null for something else. A reason once typed survives a change of mind and back. */
export function valueOfChoice(id: string, before: TypedValue | null): TypedValue | null {
  switch (id) {
    case 'yes':
    case 'partly':
    case 'no':
      return { kind: 'practice', choice: id }
    case 'unknown':
    case 'declined':
      return { kind: id }
    case 'not-applicable':
      return before?.kind === 'not-applicable' ? before : { kind: 'not-applicable', reason: '', countersignedBy: '' }
    default:
      return null
  }
}

/** The options after one was toggled: "none of these" and the others exclude each other. */
export function toggleOption(chosen: readonly string[], option: string, noneOption: string | undefined): string[] {
  if (chosen.includes(option)) return chosen.filter((one) => one !== option)
  if (option === noneOption) return [option]
  return [...chosen.filter((one) => one !== noneOption), option]
}

/** The value of some options; blank when there are none. */
export function severalValue(options: readonly string[]): TypedValue | null {
  return options.length === 0 ? null : { kind: 'several', options: [...options] }
}

/**
 * Reads a number as people write it. Spaces are ignored. In a whole number commas group thousands; in one with decimals a comma is a decimal
 * point, because a share has no thousands: "2,5" is two and a half. NaN for what is not a number in the range, null for nothing.
 */
export function readNumber(text: string, decimals: 0 | 2, max: number): number | null {
  const plain = text.replaceAll(/[\s_\u00a0\u202f]/gu, '').replace(/%$/, '')
  if (plain === '') return null
  const form = decimals === 0 ? /^(\d{1,15}|\d{1,3}(,\d{3}){1,4})$/ : /^\d{1,3}([.,]\d{1,2})?$/
  const digits = decimals === 0 ? plain.replaceAll(',', '') : plain.replace(',', '.')
  const number = form.test(plain) ? Number(digits) : Number.NaN
  return number <= max ? number : Number.NaN
}
