// Text that a person typed: how long it may be and what it may not contain.
import { z } from 'zod'

// Tab and line feed are the only control characters a person means to type. Those above 7F steer terminals as Escape does.
const forbiddenControl = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/u
const lineBreak = /[\n\u2028\u2029]/u

function isPrintable(value: string): boolean {
  return value.isWellFormed() && !forbiddenControl.test(value)
}

const badCharacters = 'contains characters that cannot be printed; type the text again without them'

/** One line of text, 0 to `maxLength` UTF-16 units, no line breaks or control characters. */
export function line(maxLength: number) {
  return z
    .string()
    .max(maxLength, `is longer than ${maxLength} characters; shorten it`)
    .refine((value) => isPrintable(value) && !lineBreak.test(value), badCharacters)
}

/** Like {@link line}, but not blank. */
export function requiredLine(maxLength: number) {
  return line(maxLength).refine((value) => value.trim() !== '', 'is empty; type something')
}

/** Several lines of text, 0 to `maxLength` UTF-16 units. */
export function prose(maxLength: number) {
  return z.string().max(maxLength, `is longer than ${maxLength} characters; shorten it`).refine(isPrintable, badCharacters)
}

/** Longest answer note, decision rationale or other prose, in UTF-16 units. */
export const proseMaxLength = 10_000
