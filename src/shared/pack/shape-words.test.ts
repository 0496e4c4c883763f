// Every complaint of a schema is a sentence with a next step.
import { expect, test } from 'vitest'
import { z } from 'zod'
import { AnswerType } from '../domain/question.ts'
import { issueWords } from './shape-words.ts'

function wordsOf(schema: z.ZodType, value: unknown): string[] {
  return schema.safeParse(value).error?.issues.map(issueWords) ?? []
}

const thing = z.strictObject({ id: z.string(), many: z.array(z.int().min(1)).min(1).max(2), size: z.enum(['s', 'm']), one: z.literal(1) })
const sound = { id: 'a', many: [1], size: 's', one: 1 }

test.each([
  [{ ...sound, colour: 1 }, 'has the unknown key "colour"; correct the spelling, or remove what the format does not have'],
  [{ ...sound, a: 1, b: 2 }, 'has the unknown keys "a", "b"; correct the spelling, or remove what the format does not have'],
  [{ ...sound, id: undefined }, 'is missing; add it (string)'],
  [{ ...sound, id: 3 }, 'is not of the type string; put quotes around a text, and a dash before each entry of a list'],
  [{ ...sound, many: [] }, 'needs at least 1 entries; add one'],
  [{ ...sound, many: [1, 1, 1] }, 'has more than 2 entries; split it'],
  [{ ...sound, many: [0] }, 'Too small: expected number to be >=1'],
  [{ ...sound, size: 'l' }, 'is not one of s, m; use one of these'],
  [{ ...sound, one: 2 }, 'is not 1; write that'],
])('of %j', (value, expected) => {
  expect(wordsOf(thing, value)).toEqual([expected])
})

test('of an unknown kind of answer names those there are', () => {
  expect(wordsOf(AnswerType, { kind: 'drawing' })[0]).toMatch(/^is not a kind of answer; use one of practice, choice, .*, jewels$/u)
})

test('of any other union and of a text that is too long are those of the schema', () => {
  expect(wordsOf(z.union([z.string(), z.int()], 'is neither'), null)).toEqual(['is neither'])
  expect(wordsOf(z.string().max(2, 'is longer than 2 characters; shorten it'), 'abc')).toEqual(['is longer than 2 characters; shorten it'])
})
