// Invariant 30: into any sound pack, any fault of a list is planted anywhere, and the lint finds it by its rule.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Pack } from '#shared/domain/pack.ts'
import { randomPack } from '#test/generators/random-pack.ts'
import { lintErrors } from './lint.ts'
import { readPack } from './read-pack.ts'

type Question = Pack['questions'][number]

/** A fault: the rule that must find it, and the pack with the question at a position spoilt; null where it does not fit. */
type Fault = readonly [rule: string, spoil: (pack: Pack, at: number) => unknown]

const replaced = (pack: Pack, at: number, changes: object): object => ({
  ...pack,
  questions: pack.questions.map((question, index) => (index === at ? { ...question, ...changes } : question)),
})
const later = (pack: Pack, at: number): Question | undefined => pack.questions[at + 1]
const looking = ({ id, answer }: Question): object | null => {
  if (answer.kind === 'practice') return { notGood: id }
  if (answer.kind === 'choice' || answer.kind === 'several') return { question: id, anyOf: [answer.options[0]?.id] }
  if (answer.kind === 'jewels') return { question: id, listed: true }
  return { question: id, atLeast: 1 }
}

const faults: readonly Fault[] = [
  ['duplicate-id', (pack, at) => ({ ...pack, questions: [...pack.questions, pack.questions[at]] })],
  ['order', (pack, at) => (at + 1 === pack.questions.length ? null : replaced(pack, at, { shownIf: looking(later(pack, at) ?? fail()) }))],
  ['order', (pack, at) => replaced(pack, at, { shownIf: looking(pack.questions[at] ?? fail()) })],
  ['shape', (pack, at) => replaced(pack, at, { weight: 4 })],
  ['shape', (pack, at) => replaced(pack, at, { sources: [] })],
  ['missing-source', (pack, at) => replaced(pack, at, { sources: ['S1', 'S9'] })],
  ['origin-word', (pack, at) => replaced(pack, at, { text: 'What is the nationality of the owner?' })],
  ['legal-word', (pack, at) => replaced(pack, at, { text: 'Is it illegal?' })],
  ['unknown-domain', (pack, at) => replaced(pack, at, { domain: 'ZZ' })],
  ['condition-target', (pack, at) => replaced(pack, at, { shownIf: { question: 'ZZ-99', listed: true } })],
  ['gate', (pack, at) => replaced(pack, at, { gate: 'ZZ-99' })],
  ['unreachable', (pack, at) => replaced(pack, at, { shownIf: { any: [] } })],
  [
    'unverified-floor',
    (pack) =>
      pack.questions.some((question) => question.flags.length > 0)
        ? { ...pack, sources: pack.sources.map((source) => ({ ...source, basis: 'unverified' })) }
        : null,
  ],
  ['dated-rule', (pack, at) => replaced({ ...pack, publishedOn: '2030-01-01' }, at, { shownIf: { since: '2026-01-01' } })],
]

function fail(): never {
  throw new Error('A fault was planted outside the pack.')
}

function rulesFound(value: unknown): string[] {
  const read = readPack(value)
  return read.ok ? [] : read.problems.map((problem) => problem.rule)
}

test('invariant 30: every planted fault is found by its rule, wherever it stands', () => {
  let plantedCount = 0
  fc.assert(
    fc.property(randomPack, fc.nat(), (pack, anywhere) => {
      for (const [rule, spoil] of faults) {
        const spoilt = spoil(pack, anywhere % pack.questions.length)
        if (spoilt === null) continue
        plantedCount += 1
        expect(rulesFound(spoilt)).toContain(rule)
      }
    }),
    { numRuns: 800 },
  )
  expect(plantedCount).toBeGreaterThan(10_000)
})

test('invariant 30: the lint never throws and never changes the pack, whatever conditions it holds', () => {
  const { shownIf } = fc.letrec((tie) => ({
    shownIf: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(
        { bad: 'AA-01' },
        { notGood: 'BB-01' },
        { question: 'PR-01', anyOf: ['gene'] },
        { question: 'PR-06', atLeast: 3 },
        { since: '2026-05-01' },
      ),
      fc.record({ all: fc.array(tie('shownIf'), { maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('shownIf'), { maxLength: 3 }) }),
      fc.record({ not: tie('shownIf') }),
    ),
  }))
  fc.assert(
    fc.property(randomPack, fc.nat(), shownIf, (sound, anywhere, condition) => {
      const pack = Pack.parse(replaced(sound, anywhere % sound.questions.length, { shownIf: condition }))
      const before = structuredClone(pack)
      const found = lintErrors(pack)
      expect(pack).toEqual(before)
      expect(lintErrors(pack)).toEqual(found)
    }),
    { numRuns: 1_000 },
  )
})
