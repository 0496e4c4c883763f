// Random runs that cost microseconds to draw, so that each invariant can be tried ten thousand times: packs and answers come from pools made once.
import fc from 'fast-check'
import type { AnswerInput, EvidenceGrade } from '#shared/domain/answer.ts'
import { Screening } from '#shared/domain/assessment-screening.ts'
import type { Pack } from '#shared/domain/pack.ts'
import type { Question } from '#shared/domain/question.ts'
import { relationshipKinds } from '#shared/domain/relationship.ts'
import type { ScoreInput } from '#shared/scoring/input.ts'
import { answer, jewels, knownValue, notApplicable, practice, practiceChoices, unknown } from './answers.ts'
import { randomPack } from './random-pack.ts'
import { shippedPack } from './shipped-pack.ts'

const poolSeed = 20_261_122
const packCount = 200
const knownPerQuestion = 9
const grades: readonly EvidenceGrade[] = ['A', 'B', 'C', 'D', 'U']
const expiries = [null, null, '2026-06-30', '2027-06-30'] as const

/** Blank, the ways to be open, N/A with and without a second person, and known answers; those are about two thirds. */
function makeValues(question: Question, pack: Pack): (AnswerInput | null)[] {
  const known =
    question.answer.kind === 'practice'
      ? [...practiceChoices, ...practiceChoices, ...practiceChoices].map(practice)
      : fc.sample(knownValue(question, pack), { numRuns: knownPerQuestion, seed: poolSeed })
  const values = [unknown, { kind: 'declined' as const }, notApplicable(), notApplicable(''), ...known]
  return [null, ...values.map((value) => answer(question.id, value))]
}

const made = new Map<string, readonly (AnswerInput | null)[]>()

/** The answers that a run may draw to each question of a pack. Questions alike share theirs. */
function poolOf(pack: Pack): (readonly (AnswerInput | null)[])[] {
  return pack.questions.map((question) => {
    const key = JSON.stringify([question.id, question.answer])
    const values = made.get(key) ?? makeValues(question, pack)
    made.set(key, values)
    return values
  })
}

/** The answer that a number chooses, with its grade and its expiry. */
function pick(values: readonly (AnswerInput | null)[], number: number): AnswerInput[] {
  const value = values[number % values.length] ?? null
  if (value === null) return []
  const rest = Math.floor(number / values.length)
  return [{ ...value, evidenceGrade: grades[rest % 5] ?? 'U', evidenceExpiresOn: expiries[Math.floor(rest / 5) % 4] ?? null }]
}

const screenings = [
  null,
  null,
  ...(['no-match', 'possible-match', 'match', 'could-not-screen'] as const).map((outcome) =>
    Screening.parse({ screenedOn: '2026-11-20', lists: [{ listId: 'us-csl', editionOn: '2026-11-01' }], outcome }),
  ),
]

interface Pooled {
  readonly name: string
  readonly pack: Pack
  readonly pool: readonly (readonly (AnswerInput | null)[])[]
}

function describeRun(name: string, input: ScoreInput): string {
  const answers = input.answers.map(
    (one) => `${one.questionId}=${JSON.stringify(one.value)}${one.evidenceGrade}${one.evidenceExpiresOn ?? ''}`,
  )
  return [name, input.relationship, input.profile, input.screening?.outcome ?? 'not screened', ...answers].join(' ')
}

/** One number for each question picks its answer; shrinking goes towards blank. */
function runsFrom(pooled: readonly Pooled[]): fc.Arbitrary<ScoreInput> {
  const most = Math.max(...pooled.map(({ pack }) => pack.questions.length))
  const picks = fc.tuple(...Array.from({ length: most }, () => fc.nat({ max: 9_999 })))
  const which = fc.tuple(fc.nat({ max: pooled.length - 1 }), fc.nat({ max: 2 }), fc.nat({ max: 3 }), fc.nat({ max: screenings.length - 1 }))
  return fc.tuple(which, picks).map(([[at, kind, profile, screened], all]) => {
    const chosen = pooled[at]
    if (chosen === undefined) throw new Error('There is no such pack.')
    const input: ScoreInput = {
      pack: chosen.pack,
      relationship: relationshipKinds[kind] ?? 'supplier',
      profile: profile === 3 ? 'lite' : 'full',
      asOf: '2026-11-22',
      answers: chosen.pool.flatMap((values, index) => pick(values, all[index] ?? 0)),
      jewels,
      screening: screenings[screened] ?? null,
    }
    // A failing run is told in a line, not with its whole pack.
    return Object.defineProperty(input, fc.toStringMethod, { value: () => describeRun(chosen.name, input) })
  })
}

const randomPacks = fc.sample(randomPack, { numRuns: packCount, seed: poolSeed })

/** Runs of 200 random packs; a failing one names its pack by its place among them. */
export const quickRun = runsFrom(randomPacks.map((pack, index) => ({ name: `pack ${index}`, pack, pool: poolOf(pack) })))

const shipped = shippedPack()

/** Runs of the shipped pack. */
export const quickShippedRun = runsFrom([{ name: 'shipped', pack: shipped, pool: poolOf(shipped) }])

/** How often each invariant is tried, over random packs and over the shipped one. */
export const invariantRuns = { small: 10_000, shipped: 150 } as const

/** Tries a property of a run, with a number to choose something by, over small packs and the shipped one. */
export function holdsEverywhere(check: (input: ScoreInput, choice: number) => void): void {
  const choice = fc.nat({ max: 999_999 })
  fc.assert(fc.property(quickRun, choice, check), { numRuns: invariantRuns.small })
  fc.assert(fc.property(quickShippedRun, choice, check), { numRuns: invariantRuns.shipped })
}

/** The question of the wanted sort that the number chooses. */
export function chosenQuestion(input: ScoreInput, choice: number, isWanted: (question: Question) => boolean): Question {
  const wanted = input.pack.questions.filter(isWanted)
  const chosen = wanted[choice % wanted.length]
  if (chosen === undefined) throw new Error('The pack has no such question.')
  return chosen
}

/** Chooses a practice. */
export function chosenPractice(input: ScoreInput, choice: number): Question {
  return chosenQuestion(input, choice, (question) => question.answer.kind === 'practice')
}
