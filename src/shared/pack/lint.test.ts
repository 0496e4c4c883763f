// Invariant 30: every lint rule catches the violation planted for it, and says where and what to try.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { buildPack, packFile, question } from '#test/generators/build-pack.ts'
import { randomPack } from '#test/generators/random-pack.ts'
import type { Pack } from '../domain/pack.ts'
import { lintPack } from './lint.ts'
import { readPack } from './read-pack.ts'

type QuestionFile = z.input<typeof Pack>['questions'][number]

const options = [
  { id: 'one', label: 'One' },
  { id: 'two', label: 'Two' },
]
const choice = question('PR-01', { answer: { kind: 'choice', options } })
const several = question('PR-02', { answer: { kind: 'several', options } })
const practice = question('AA-01')
const high = { level: 'high' as const, reason: 'It is bad.', sources: ['S1'] }
const source = {
  id: 'S1',
  title: 'A source',
  publisher: 'Somebody',
  publishedOn: '2026',
  basis: 'primary' as const,
  verifyBy: '2027-01-01',
}

/** The problems of a pack of these questions, as `path: message`. */
function problems(questions: readonly QuestionFile[], changes: Partial<z.input<typeof Pack>> = {}): string[] {
  return lintPack(buildPack(questions, changes)).map((problem) => `${problem.path}: ${problem.message}`)
}

test('invariant 30: a sound pack has no problems', () => {
  fc.assert(
    fc.property(randomPack, (pack) => {
      expect(lintPack(pack)).toEqual([])
      expect(readPack(structuredClone(pack))).toEqual({ ok: true, pack })
    }),
    { numRuns: 300 },
  )
})

describe('invariant 30: the lint catches', () => {
  const group = (weights: readonly (1 | 2 | 3 | 5)[]) =>
    weights.map((weight, index) => question(`AA-0${index + 2}`, { gate: 'AA-01', weight }))
  const combination = { id: 'C-01', level: 'stop' as const, when: { bad: 'AA-01' }, reason: 'Together.', sources: ['S1'] }
  const cases: [string, () => string[], string][] = [
    ['a question id used twice', () => problems([practice, practice]), 'questions.AA-01: is used twice'],
    [
      'an option id used twice',
      () => problems([question('PR-01', { answer: { kind: 'choice', options: [...options, ...options] } })]),
      'questions.PR-01.answer.options.one: is used twice',
    ],
    [
      'a role id used twice',
      () => problems([question('PR-01', { answer: { kind: 'countries', roles: [options[0], options[0]].flatMap((role) => role ?? []) } })]),
      'questions.PR-01.answer.roles.one: is used twice',
    ],
    ['a source id used twice', () => problems([practice], { sources: [source, source] }), 'sources.S1: is used twice'],
    [
      'a combination id used twice',
      () => problems([practice], { combinations: [combination, combination] }),
      'combinations.C-01: is used twice',
    ],
    [
      'a domain id used twice',
      () => problems([practice], { domains: [...packFile([practice]).domains, ...packFile([practice]).domains] }),
      'domains.AA: is used twice',
    ],
    [
      'a question of an unknown domain',
      () => problems([practice, question('AA-02', { domain: 'ZZ' })], { domains: packFile([practice]).domains }),
      'questions.AA-02.domain: names the domain ZZ',
    ],
    [
      'a question citing an unknown source',
      () => problems([question('AA-01', { sources: ['S1', 'S2'] })]),
      'questions.AA-01.sources: cites the source S2',
    ],
    [
      'a flag citing an unknown source',
      () => problems([question('AA-01', { flags: [{ ...high, sources: ['S1', 'S2'] }] })]),
      'questions.AA-01.flags[0].sources: cites the source S2',
    ],
    [
      'a combination citing an unknown source',
      () => problems([practice], { combinations: [{ ...combination, sources: ['S1', 'S2'] }] }),
      'combinations.C-01.sources: cites the source S2',
    ],
    [
      'a source that nothing cites',
      () => problems([practice], { sources: [source, { ...source, id: 'S2' }] }),
      'sources.S2: is cited by nothing',
    ],
    [
      'a condition over an unknown question',
      () => problems([question('AA-01', { shownIf: { question: 'PR-09', listed: true } })]),
      'questions.AA-01.shownIf: looks at PR-09, which is not a question',
    ],
    [
      'a condition over an unknown option',
      () => problems([choice, question('AA-01', { shownIf: { question: 'PR-01', anyOf: ['one', 'three'] } })]),
      'questions.AA-01.shownIf: names the option three, which PR-01 does not have; use one of one, two',
    ],
    [
      'an unknown option other than which to choose',
      () => problems([several, question('AA-01', { shownIf: { question: 'PR-02', otherThan: ['three'] } })]),
      'questions.AA-01.shownIf: names the option three',
    ],
    [
      'any of, over a practice',
      () => problems([practice, question('AA-02', { weight: undefined, flags: [high], shownIf: { question: 'AA-01', anyOf: ['yes'] } })]),
      'questions.AA-02.shownIf: tests AA-01 with anyOf, which works only for choice, several',
    ],
    [
      'bad, over a choice',
      () => problems([choice, question('AA-01', { flags: [{ ...high, when: { all: [{ bad: 'PR-01' }] } }] })]),
      'questions.AA-01.flags[0].when.all[0]: tests PR-01 with bad',
    ],
    [
      'not good, over a choice',
      () => problems([choice, question('AA-01', { shownIf: { notGood: 'PR-01' } })]),
      'questions.AA-01.shownIf: tests PR-01 with notGood',
    ],
    [
      'listed, over a choice',
      () => problems([choice, question('AA-01', { shownIf: { question: 'PR-01', listed: true } })]),
      'questions.AA-01.shownIf: tests PR-01 with listed',
    ],
    [
      'at least, over a choice',
      () => problems([choice, question('AA-01', { flags: [{ ...high, unresolvedWhen: { question: 'PR-01', atLeast: 1 } }] })]),
      'questions.AA-01.flags[0].unresolvedWhen: tests PR-01 with atLeast',
    ],
    [
      'two questions that wait for each other',
      () =>
        problems([
          question('PR-01', { answer: { kind: 'choice', options }, shownIf: { question: 'PR-02', anyOf: ['one'] } }),
          { ...several, shownIf: { any: [{ question: 'PR-01', anyOf: ['one'] }] } },
        ]),
      'questions.PR-02.shownIf.any[0]: makes a cycle: PR-02 and PR-01',
    ],
    [
      'a question that waits for itself',
      () => problems([{ ...choice, shownIf: { question: 'PR-01', anyOf: ['one'] } }]),
      'questions.PR-01.shownIf: makes a cycle',
    ],
    [
      'a longer cycle',
      () =>
        problems([
          { ...choice, shownIf: { question: 'PR-03', anyOf: ['one'] } },
          { ...several, shownIf: { question: 'PR-01', anyOf: ['one'] } },
          question('PR-03', { answer: { kind: 'choice', options }, shownIf: { question: 'PR-02', anyOf: ['one'] } }),
        ]),
      'questions.PR-01.shownIf: makes a cycle: PR-01 and PR-03',
    ],
    [
      'a forward reference of a condition',
      () => problems([question('AA-01', { shownIf: { question: 'PR-01', anyOf: ['one'] } }), choice]),
      'questions.AA-01.shownIf: refers forward to PR-01; move PR-01 before AA-01',
    ],
    [
      'a forward reference of a gate',
      () => problems([question('AA-02', { gate: 'AA-01' }), practice]),
      'questions.AA-02.gate: refers forward to AA-01',
    ],
    [
      'a forward reference of a count',
      () => problems([question('PR-01', { answer: { kind: 'counts', of: 'PR-02', unit: 'people' } }), several]),
      'questions.PR-01.answer.of: refers forward to PR-02',
    ],
    [
      'an unknown gate',
      () => problems([question('AA-02', { gate: 'AA-01' })]),
      'questions.AA-02.gate: names AA-01 as its gate, which is not a question',
    ],
    [
      'a gate that is a fact',
      () => problems([question('AA-01', { answer: { kind: 'text' } }), question('AA-02', { gate: 'AA-01' })]),
      'questions.AA-02.gate: names AA-01 as its gate, which is not a weighted practice',
    ],
    [
      'a gate without a weight',
      () => problems([question('AA-01', { weight: undefined, flags: [high] }), question('AA-02', { gate: 'AA-01' })]),
      'questions.AA-02.gate: names AA-01 as its gate, which is not a weighted practice',
    ],
    [
      'a gate behind a gate',
      () => problems([practice, question('AA-02', { gate: 'AA-01' }), question('AA-03', { gate: 'AA-02' })]),
      'questions.AA-03.gate: names AA-02 as its gate, which has a gate itself; name AA-01 instead',
    ],
    [
      'a gate of another domain',
      () => problems([practice, question('BB-01', { gate: 'AA-01' })]),
      'questions.BB-01.gate: names AA-01 of another domain',
    ],
    [
      'a Lite child of a gate that is not',
      () => problems([question('AA-01', { isLite: false }), question('AA-02', { gate: 'AA-01' })]),
      'questions.AA-02.gate: is in the Lite profile but its gate AA-01 is not',
    ],
    [
      'a child with more audience than its gate',
      () => problems([question('AA-01', { audience: ['supplier'] }), question('AA-02', { gate: 'AA-01' })]),
      'questions.AA-02.gate: is asked of partner, investor but its gate AA-01 is not',
    ],
    [
      'a group too heavy for exact arithmetic',
      () => problems([practice, ...group([5, 5, 5, 2])]),
      'questions.AA-01: has children that weigh 17 together; the most is 16',
    ],
    [
      'a weight on a fact',
      () => problems([question('AA-01', { answer: { kind: 'text' }, weight: 1 })]),
      'questions.AA-01.weight: has a weight but only a practice in a gap domain is weighted',
    ],
    [
      'a weight in a check domain',
      () => problems([question('RP-01')]),
      'questions.RP-01.weight: has a weight but only a practice in a gap domain is weighted',
    ],
    [
      'a practice whose answer changes nothing',
      () => problems([question('AA-01', { weight: undefined })]),
      'questions.AA-01.weight: is a practice without weight, flag or rank',
    ],
    [
      'a practice that shows a weighted question without being its gate',
      () => problems([practice, question('AA-02', { shownIf: { all: [{ notGood: 'AA-01' }] } })]),
      'questions.AA-02.shownIf.all[0]: lets the practice AA-01 show or hide a weighted question',
    ],
    [
      'a floor that shows only while something is absent',
      () => problems([choice, question('AA-01', { flags: [high], shownIf: { not: { question: 'PR-01', anyOf: ['one'] } } })]),
      'questions.AA-01.shownIf.not: shows a question with a floor or a rank only while something is absent',
    ],
    [
      'a rank that shows only while nothing is named',
      () =>
        problems([
          question('PR-02', { answer: { kind: 'several', noneOption: 'one', options } }),
          question('AA-01', { ranks: [{ axis: 'impact', rank: 2 }], shownIf: { question: 'PR-02', anyOf: ['one'] } }),
        ]),
      'questions.AA-01.shownIf: shows a question with a floor',
    ],
    [
      'a fact on an axis that shows only while something is absent',
      () =>
        problems([
          choice,
          question('PR-03', { answer: { kind: 'jewels', axis: 'impact' }, shownIf: { not: { question: 'PR-01', anyOf: ['one'] } } }),
        ]),
      'questions.PR-03.shownIf.not: shows a question with a floor',
    ],
    [
      'a floor that rests on an absence',
      () =>
        problems([
          choice,
          question('AA-01', { flags: [{ ...high, when: { all: [{ bad: 'AA-01' }, { not: { question: 'PR-01', anyOf: ['one'] } }] } }] }),
        ]),
      'questions.AA-01.flags[0].when.all[1].not: stands under "not"',
    ],
    [
      'a rank that rests on an absence',
      () => problems([{ ...choice, ranks: [{ axis: 'impact', rank: 2, when: { not: { question: 'PR-01', anyOf: ['one'] } } }] }]),
      'questions.PR-01.ranks[0].when.not: stands under "not"',
    ],
    [
      'a combination that rests on an absence',
      () => problems([practice], { combinations: [{ ...combination, when: { not: { bad: 'AA-01' } } }] }),
      'combinations.C-01.when.not: stands under "not"',
    ],
    [
      'a flag on unverified sources only',
      () => problems([question('AA-01', { flags: [high] })], { sources: [{ ...source, basis: 'unverified' }] }),
      'questions.AA-01.flags[0].sources: rests only on unverified sources',
    ],
    [
      'a combination on unverified sources only',
      () => problems([practice], { sources: [{ ...source, basis: 'unverified' }], combinations: [combination] }),
      'combinations.C-01.sources: rests only on unverified sources',
    ],
    [
      'a flag without condition on a fact',
      () => problems([{ ...choice, flags: [high] }]),
      'questions.PR-01.flags[0]: needs "when", because a choice question',
    ],
    [
      'a rank without condition on a fact',
      () => problems([{ ...choice, ranks: [{ axis: 'impact', rank: 2 }] }]),
      'questions.PR-01.ranks[0]: needs "when"',
    ],
    [
      'a count of something that is not several',
      () => problems([choice, question('PR-03', { answer: { kind: 'counts', of: 'PR-01', unit: 'people' } })]),
      'questions.PR-03.answer: counts PR-01, which is not a several question',
    ],
    [
      'a threshold without a higher rank',
      () =>
        problems([
          question('PR-01', {
            answer: { kind: 'choice', axis: 'impact', options: [...options, { id: 'three', label: 'Three', thresholdCount: 3 }] },
          }),
        ]),
      'questions.PR-01.answer: has only one of rankAbove and thresholdCount on the option three',
    ],
    [
      'a threshold that nothing counts',
      () =>
        problems([
          question('PR-01', {
            answer: {
              kind: 'several',
              axis: 'impact',
              options: [...options, { id: 'three', label: 'Three', rankAbove: 3, thresholdCount: 3 }],
            },
          }),
        ]),
      'questions.PR-01.answer: has a threshold on the option three, but no question counts it',
    ],
    [
      'a rank that falls above its threshold',
      () =>
        problems([
          question('PR-01', {
            answer: {
              kind: 'several',
              axis: 'impact',
              options: [...options, { id: 'three', label: 'Three', rank: 3, rankAbove: 2, thresholdCount: 3 }],
            },
          }),
          question('PR-02', { answer: { kind: 'counts', of: 'PR-01', unit: 'people' } }),
        ]),
      'questions.PR-01.answer: gives the option three a lower rank above its threshold',
    ],
    [
      'ranks without an axis',
      () => problems([question('PR-01', { answer: { kind: 'choice', options: [...options, { id: 'three', label: 'Three', rank: 3 }] } })]),
      'questions.PR-01.answer: gives ranks to its options but names no axis',
    ],
    [
      'an unknown option for none',
      () => problems([question('PR-01', { answer: { kind: 'several', options, noneOption: 'none' } })]),
      'questions.PR-01.answer: names a noneOption that is not among its options',
    ],
    [
      'a question whose condition contradicts its audience',
      () => problems([question('AA-01', { audience: ['supplier'], shownIf: { relationship: ['investor'] } })]),
      'questions.AA-01.shownIf: can never show in the full profile',
    ],
    [
      'a Lite question that waits for one that is not',
      () => problems([{ ...choice, isLite: false }, question('AA-01', { shownIf: { question: 'PR-01', anyOf: ['one'] } })]),
      'questions.AA-01.shownIf: can never show in the lite profile',
    ],
    [
      'a word about origin in a question',
      () => problems([question('AA-01', { text: 'What is the citizenship of the director?' })]),
      'questions.AA-01.text: uses "citizenship"',
    ],
    [
      'a word about origin in a help text',
      () => problems([question('AA-01', { help: { why: 'Well.', good: 'Good.', proof: 'Proof of Nationality.', firstStep: 'Step.' } })]),
      'questions.AA-01.help.proof: uses "nationality"',
    ],
    [
      'a word about origin in an option',
      () => problems([question('PR-01', { answer: { kind: 'choice', options: [...options, { id: 'three', label: 'Place of birth' }] } })]),
      'questions.PR-01.answer.three: uses "place of birth"',
    ],
    [
      'a word about origin in a role',
      () => problems([question('PR-01', { answer: { kind: 'countries', roles: [{ id: 'home', label: 'Ancestry' }] } })]),
      'questions.PR-01.answer.home: uses "ancestry"',
    ],
    [
      'a word about origin in a flag',
      () => problems([question('AA-01', { flags: [{ ...high, reason: 'A foreigner has access.' }] })]),
      'questions.AA-01.flags[0].reason: uses "foreigner"',
    ],
    [
      'a word about origin in a combination',
      () => problems([practice], { combinations: [{ ...combination, reason: 'Two nationals together.' }] }),
      'combinations.C-01.reason: uses "nationals"',
    ],
    [
      'a word about origin in a domain',
      () => problems([practice], { domains: packFile([practice]).domains.map((domain) => ({ ...domain, purpose: 'Religion of staff.' })) }),
      'domains.AA.purpose: uses "religion"',
    ],
  ]
  test.each(cases)('%s', (...[, planted, expected]) => {
    expect(
      planted().some((problem) => problem.startsWith(expected)),
      planted().join('\n'),
    ).toBe(true)
  })
})

test('a gate of the organization may have children for one relationship', () => {
  expect(
    problems([question('AA-01', { audience: ['organization'] }), question('AA-02', { gate: 'AA-01', audience: ['partner'] })]),
  ).toEqual([])
})

test('a gate may have children that only carry a flag, and a threshold may start from no rank', () => {
  expect(problems([practice, question('AA-02', { gate: 'AA-01', weight: undefined, flags: [high] })])).toEqual([])
  const counted = question('PR-01', {
    answer: { kind: 'several', axis: 'impact', options: [...options, { id: 'three', label: 'Three', rankAbove: 2, thresholdCount: 3 }] },
  })
  expect(problems([counted, question('PR-02', { answer: { kind: 'counts', of: 'PR-01', unit: 'people' } })])).toEqual([])
})

test('children that weigh 16 together are exact and allowed', () => {
  expect(problems([practice, ...[5, 5, 5, 1].map((weight, index) => question(`AA-0${index + 2}`, { gate: 'AA-01', weight }))])).toEqual([])
})
