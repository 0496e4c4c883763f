// Invariant 30: lint rules about gates, weights, floors, answers, reach and words, each with a violation planted.
import { describe, expect, test } from 'vitest'
import { packFile, question } from '#test/generators/build-pack.ts'
import { choice, children, combination, high, options, practice, problems, source, type Planted } from '#test/generators/planted-packs.ts'

describe('invariant 30: the lint catches in what the method needs', () => {
  const cases: Planted[] = [
    [
      'a practice that shows a weighted question through a fact',
      () =>
        problems([
          practice,
          { ...choice, shownIf: { bad: 'AA-01' } },
          question('AA-02', { shownIf: { question: 'PR-01', anyOf: ['one'] } }),
        ]),
      'questions.AA-02.shownIf: lets the practice AA-01 show or hide a weighted question',
    ],
    [
      'a gate that shows only while something is absent, when its child carries a rank',
      () =>
        problems([
          choice,
          question('AA-01', { shownIf: { not: { question: 'PR-01', anyOf: ['one'] } } }),
          question('AA-02', { gate: 'AA-01', ranks: [{ axis: 'exposure', rank: 2 }] }),
        ]),
      'questions.AA-01.shownIf.not: shows a question on which a floor or a rank depends',
    ],
    [
      'a question in a combination that shows only while something is absent',
      () =>
        problems([choice, question('AA-01', { shownIf: { not: { question: 'PR-01', anyOf: ['one'] } } })], { combinations: [combination] }),
      'questions.AA-01.shownIf.not: shows a question on which a floor or a rank depends',
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
      'a child of a gate that hangs on answers of its own',
      () => problems([choice, practice, question('AA-02', { gate: 'AA-01', shownIf: { question: 'PR-01', otherThan: ['a'] } })]),
      'questions.AA-02.gate: has a gate and also hangs on answers by shownIf',
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
      () => problems([practice, ...children([5, 5, 5, 2])]),
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
      'questions.AA-01.shownIf.not: shows a question on which a floor or a rank depends',
    ],
    [
      'a rank that shows only while nothing is named',
      () =>
        problems([
          question('PR-02', { answer: { kind: 'several', noneOption: 'one', options } }),
          question('AA-01', { ranks: [{ axis: 'impact', rank: 2 }], shownIf: { question: 'PR-02', anyOf: ['one'] } }),
        ]),
      'questions.AA-01.shownIf: shows a question on which a floor',
    ],
    [
      'a fact on an axis that shows only while something is absent',
      () =>
        problems([
          choice,
          question('PR-03', { answer: { kind: 'jewels', axis: 'impact' }, shownIf: { not: { question: 'PR-01', anyOf: ['one'] } } }),
        ]),
      'questions.PR-03.shownIf.not: shows a question on which a floor',
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
      'questions.PR-01.answer.options.three: uses "place of birth"',
    ],
    [
      'a word about origin in a role',
      () => problems([question('PR-01', { answer: { kind: 'countries', roles: [{ id: 'home', label: 'Ancestry' }] } })]),
      'questions.PR-01.answer.roles.home: uses "ancestry"',
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
  test.each(cases)('%s', (...[, plant, expected]) => {
    expect(
      plant().some((problem) => problem.startsWith(expected)),
      plant().join('\n'),
    ).toBe(true)
  })
})
