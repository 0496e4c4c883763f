// Invariant 30: lint rules about ids, sources, conditions and order, each with a violation planted.
import { describe, expect, test } from 'vitest'
import { packFile, question } from '#test/generators/build-pack.ts'
import { choice, combination, high, options, practice, problems, several, source, type Planted } from '#test/generators/planted-packs.ts'

describe('invariant 30: the lint catches in ids and references', () => {
  const cases: Planted[] = [
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
  ]
  test.each(cases)('%s', (...[, plant, expected]) => {
    expect(
      plant().some((problem) => problem.startsWith(expected)),
      plant().join('\n'),
    ).toBe(true)
  })
})
