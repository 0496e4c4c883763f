// What is wrong with a file that came from outside, in a form a person can act on.
import type { z } from 'zod'

const codes = [
  'too-large',
  'not-json',
  'too-deep',
  'wrong-format',
  'newer-version',
  'altered',
  'invalid',
  'other-pack',
  'other-assessment',
  'other-request',
  'unknown-question',
  'answered-twice',
  'wrong-kind',
  'unknown-option',
  'out-of-range',
  'shares-over-whole',
  'not-applicable-without-reason',
  'inconsistent',
] as const

/** `path` is where in the file, such as `answers.3.questionId`, and empty for the file as a whole; `message` is a sentence with a next step. */
export interface ExchangeProblem {
  readonly code: (typeof codes)[number]
  readonly path: string
  readonly message: string
}

/** A file read as a whole, or everything that is wrong with it: nothing is ever half read. */
export type FileReading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly ExchangeProblem[] }

const mostListed = 100

/** The refusal of a file; lists at most 100 problems. */
export function refused(problems: readonly ExchangeProblem[]): { readonly ok: false; readonly problems: readonly ExchangeProblem[] } {
  return { ok: false, problems: problems.slice(0, mostListed) }
}

/** What a schema has against a value, one problem for each issue. */
export function schemaProblems(error: z.ZodError): ExchangeProblem[] {
  return error.issues.map((issue) => ({ code: 'invalid', path: issue.path.join('.'), message: issue.message }))
}
