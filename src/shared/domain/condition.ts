// Conditions over earlier answers, as data: when a question shows, when a flag fires.
import { z } from 'zod'
import { QuestionId } from './ids.ts'

/** Where the relationship is one of these. */
const relationshipIs = z.strictObject({ relationship: z.array(z.enum(['supplier', 'partner', 'investor'])).min(1) })
/** Where a practice question's answer is the bad one. */
const isBad = z.strictObject({ bad: QuestionId })
/** Where a practice question's answer is not the good one: the gate is open. */
const isNotGood = z.strictObject({ notGood: QuestionId })
const optionIds = z.array(z.string().min(1).max(60)).min(1).max(40)
/** Where a choice is, or a several-choice contains, one of these options. */
const picksAnyOf = z.strictObject({ question: QuestionId, anyOf: optionIds })
/** Where a choice or several-choice has some option other than these. */
const picksOtherThan = z.strictObject({ question: QuestionId, otherThan: optionIds })
/** Where a list (countries, owners, jewels) holds at least one entry. */
const listsSomething = z.strictObject({ question: QuestionId, listed: z.literal(true) })
/** Where a number, a percentage or any count by kind is at least this many whole units. */
const isAtLeast = z.strictObject({ question: QuestionId, atLeast: z.int().min(0) })
/** On and after this day of the assessment's own as-of date. */
const sinceDay = z.strictObject({ since: z.iso.date() })

export const Leaf = z.union([relationshipIs, isBad, isNotGood, picksAnyOf, picksOtherThan, listsSomething, isAtLeast, sinceDay])

export type Leaf = z.infer<typeof Leaf>

/**
 * `all` is true when empty, `any` is false when empty. A condition over an open answer (blank, Unknown, Declined) is neither
 * true nor false; over a question that is hidden, not asked or not applicable it is false.
 */
export type Condition = Leaf | { all: Condition[] } | { any: Condition[] } | { not: Condition }

export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union(
    [
      Leaf,
      z.strictObject({ all: z.array(Condition).max(20) }),
      z.strictObject({ any: z.array(Condition).max(20) }),
      z.strictObject({ not: Condition }),
    ],
    'is not a condition; use all, any, not, relationship, since, bad, notGood, or question with anyOf, otherThan, listed or atLeast',
  ),
)
