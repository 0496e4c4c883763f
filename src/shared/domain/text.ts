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

// Control characters and line breaks, and what hides or reorders the characters around it.
const deceptive = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|\p{Cs}/gu

/** Text out of a stranger's file as one line that shows what it says: what steers, hides or reorders is spelled out, such as `‹U+202E›`. */
export function spellOut(text: string): string {
  return text.replace(deceptive, (character) => `‹U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}›`)
}

/** Longest answer note, decision rationale or other prose, in UTF-16 units. */
export const proseMaxLength = 10_000
