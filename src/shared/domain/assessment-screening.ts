// What came out of checking the third party's names against restricted-party lists, as the method takes it.
import { z } from 'zod'
import { Sha256Hex } from './ids.ts'
import { Day } from './time.ts'

/** `possible-match` waits for a person to settle it; `could-not-screen` is a failed run, an empty name or no list at all. */
export const ScreeningOutcome = z.enum(['no-match', 'possible-match', 'match', 'could-not-screen'])
export type ScreeningOutcome = z.infer<typeof ScreeningOutcome>

const count = z.int().min(0)

const ScreenedList = z.strictObject({
  /** The list's stable id, such as `us-csl`. */
  listId: z
    .string()
    .regex(/^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$/, 'is not a list id such as us-csl')
    .max(80),
  /** The day of the edition that was screened. */
  editionOn: Day,
  /** What is known of the edition, where it was compared in the vault. */
  facts: z.strictObject({ title: z.string().max(200), sha256: Sha256Hex, entryCount: count, holeCount: count }).optional(),
})

/**
 * The outcome over all lists together; `no-match` needs at least one list, and no edition that somebody wrote down is younger than the
 * screening. One with `facts` may be: the day is that of the oldest comparison, and the clock may have been set back. `names` and `hits`
 * are there when the vault compared the names itself: what people said of each possible match, and how many wait for somebody.
 */
export const Screening = z
  .strictObject({
    screenedOn: Day,
    lists: z.array(ScreenedList).max(100),
    outcome: ScreeningOutcome,
    names: z.strictObject({ compared: count, notComparable: count }).optional(),
    hits: z.strictObject({ open: count, same: count, 'not-same': count, 'cannot-tell': count }).optional(),
  })
  .refine(({ hits, outcome }) => hits === undefined || outcome !== 'no-match' || hits.open + hits.same + hits['cannot-tell'] === 0, {
    path: ['outcome'],
    message: 'says no match although a possible match is not settled; settle it first',
  })
  .refine((screening) => screening.lists.length > 0 || screening.outcome === 'could-not-screen', {
    path: ['lists'],
    message: 'names no list; name those that were screened, or say could-not-screen',
  })
  .refine((screening) => screening.lists.every((list) => list.facts !== undefined || list.editionOn <= screening.screenedOn), {
    path: ['lists'],
    message: 'names an edition that is younger than the screening; correct one of the two days',
  })
  .refine((screening) => new Set(screening.lists.map((list) => list.listId)).size === screening.lists.length, {
    path: ['lists'],
    message: 'names a list twice; keep the edition that was screened',
  })
export type Screening = z.infer<typeof Screening>
