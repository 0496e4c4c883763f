// A schema's complaint as a sentence with a next step, for the person who wrote the file.
import type { z } from 'zod'
import type { AnswerKind } from '../domain/question.ts'

type Issue = z.core.$ZodIssue

const answerKinds = [
  'practice',
  'choice',
  'several',
  'counts',
  'percent',
  'number',
  'date',
  'text',
  'countries',
  'owners',
  'jewels',
] as const satisfies AnswerKind[]

const plural = (names: readonly string[]) => (names.length === 1 ? 'key' : 'keys')
const quoted = (names: readonly string[]) =>
  names
    .slice(0, 5)
    .map((name) => `"${name.slice(0, 60)}"`)
    .join(', ')

function tooMany(issue: Extract<Issue, { code: 'too_big' }>): string {
  return issue.origin === 'array' ? `has more than ${String(issue.maximum)} entries; split it` : issue.message
}

function tooFew(issue: Extract<Issue, { code: 'too_small' }>): string {
  return issue.origin === 'array' ? `needs at least ${String(issue.minimum)} entries; add one` : issue.message
}

/** What is wrong and what to try, without the path. Messages of our own schemas are already such sentences. */
export function issueWords(issue: Issue): string {
  if (issue.code === 'unrecognized_keys')
    return `has the unknown ${plural(issue.keys)} ${quoted(issue.keys)}; correct the spelling, or remove what the format does not have`
  if (issue.code === 'invalid_type')
    return issue.message.endsWith('received undefined')
      ? `is missing; add it (${issue.expected})`
      : `is not of the type ${issue.expected}; put quotes around a text, and a dash before each entry of a list`
  if (issue.code === 'invalid_value')
    return issue.values.length === 1
      ? `is not ${String(issue.values[0])}; write that`
      : `is not one of ${issue.values.map(String).join(', ')}; use one of these`
  if (issue.code === 'invalid_union' && issue.discriminator === 'kind')
    return `is not a kind of answer; use one of ${answerKinds.join(', ')}`
  if (issue.code === 'too_big') return tooMany(issue)
  return issue.code === 'too_small' ? tooFew(issue) : issue.message
}
