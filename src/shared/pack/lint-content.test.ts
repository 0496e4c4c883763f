// Invariant 30: lint rules about controls, dates, Lite, words, reading grade and versions, each with a violation planted.
import { describe, expect, test } from 'vitest'
import { buildPack, packFile, question } from '#test/generators/build-pack.ts'
import { choice, combination, high, practice, source, type Planted } from '#test/generators/planted-packs.ts'
import { type Catalogue, joinCatalogues } from './catalogue.ts'
import { lintErrors, lintPack, type LintContext } from './lint.ts'

const about = { source: 'A publication', licence: 'Public domain' }
const control = (id: string) => ({ id, title: id })
const files: Catalogue[] = [
  { id: 'csf20', title: 'CSF 2.0', ...about, controls: [control('GV.SC-01')] },
  { id: 'sp80053r5', title: 'SP 800-53 Rev. 5', ...about, controls: [control('AC-2'), control('AC-2(1)')] },
  { id: 'sp800161r1', title: 'SP 800-161 Rev. 1', ...about, includes: 'sp80053r5', controls: [control('SR-13')] },
  { id: 'sp800171r3', title: 'SP 800-171 Rev. 3', ...about, controls: [control('03.01.01')] },
]
const catalogues = joinCatalogues(files)

function found(questions: Parameters<typeof buildPack>[0], changes: Parameters<typeof buildPack>[1] = {}, context: LintContext = {}) {
  return lintPack(buildPack(questions, changes), context).map(
    ({ severity, rule, path, message }) => `${severity} ${rule} ${path}: ${message}`,
  )
}

const mapped = (mappings: object) => [question('AA-01', { mappings: { csf20: [], sp80053r5: [], ...mappings } })]
const since = { since: '2026-03-01' }
const stale = { ...source, verifyBy: '2026-01-01', note: 'Read in a copy.' }
const rephrased = (changes: Parameters<typeof question>[1]) => ({
  now: [question('AA-01', changes)],
  context: { previous: buildPack([practice], { version: '0.9.0' }) },
})
const versions = (changes: Parameters<typeof question>[1], pack: Parameters<typeof buildPack>[1] = {}) =>
  found(rephrased(changes).now, pack, rephrased(changes).context)
const hard =
  'Is the organizational responsibility for maintaining comprehensive inventories of internationally operating intermediaries documented?'

describe('invariant 30: the lint catches in content', () => {
  const cases: Planted[] = [
    [
      'a control that its catalogue does not have',
      () => found(mapped({ csf20: ['GV.SC-99'] }), {}, { catalogues }),
      'error unknown-control questions.AA-01.mappings.csf20: names the control GV.SC-99, which is not in CSF 2.0; correct the id',
    ],
    [
      'a control written in another way',
      () => found(mapped({ sp80053r5: ['ac-02 (01)'] }), {}, { catalogues }),
      'error unknown-control questions.AA-01.mappings.sp80053r5: names the control ac-02 (01), which is not in SP 800-53 Rev. 5; did you mean AC-2(1)?',
    ],
    [
      'a control named twice',
      () => found(mapped({ sp800171r3: ['03.01.01', '03.01.01'] }), {}, { catalogues }),
      'error unknown-control questions.AA-01.mappings.sp800171r3: names the control 03.01.01 twice',
    ],
    [
      'a control of one catalogue under another',
      () => found(mapped({ sp80053r5: ['SR-13'] }), {}, { catalogues }),
      'error unknown-control questions.AA-01.mappings.sp80053r5: names the control SR-13',
    ],
    [
      'a question about the organization that is marked for the third party',
      () => found([question('AA-01', { audience: ['organization'], answeredBy: 'third-party' })]),
      'error sent-question questions.AA-01.answeredBy: would send a question of the organization’s own to the third party',
    ],
    [
      'a list check that is marked for the third party',
      () => found([question('RP-01', { answeredBy: 'third-party' })]),
      'error sent-question questions.RP-01.answeredBy',
    ],
    [
      'a question of step 1 that is marked for the third party',
      () =>
        found([question('AA-01', { answeredBy: 'third-party' })], {
          domains: [{ id: 'AA', step: 1, kind: 'gap', title: 'Jewels', purpose: 'For tests.' }],
        }),
      'error sent-question questions.AA-01.answeredBy',
    ],
    [
      'a dated floor on a source that is due',
      () => found([question('AA-01', { flags: [{ ...high, when: { all: [{ bad: 'AA-01' }, since] } }] })], { sources: [stale] }),
      'error dated-rule questions.AA-01.flags[0].when.all[1]: is a dated rule, but every source it cites was due to be checked by 2026-01-01',
    ],
    [
      'a dated question on a source that is due',
      () => found([question('AA-01', { shownIf: since })], { sources: [stale] }),
      'error dated-rule questions.AA-01.shownIf: is a dated rule',
    ],
    [
      'a dated rank on a source that is due',
      () => found([{ ...choice, ranks: [{ axis: 'impact', rank: 2, when: since }] }], { sources: [stale] }),
      'error dated-rule questions.PR-01.ranks[0].when: is a dated rule',
    ],
    [
      'a dated combination on a source that is due',
      () => found([practice], { sources: [stale], combinations: [{ ...combination, when: { all: [{ bad: 'AA-01' }, since] } }] }),
      'error dated-rule combinations.C-01.when.all[1]: is a dated rule',
    ],
    [
      'a source that was due when the pack was published',
      () => found([practice], { sources: [{ ...source, verifyBy: '2026-01-01' }] }),
      'warning stale-source sources.S1.verifyBy: is 2026-01-01, not after the day of the pack',
    ],
    [
      'a domain that Lite leaves out',
      () => found([practice, question('BB-01', { isLite: false, audience: ['partner', 'investor'] })]),
      'error empty-lite domains.BB: has no question in the Lite profile for partner, investor',
    ],
    [
      'a text that judges what the law allows',
      () => found([question('AA-01', { text: 'Is the deal legal?' })]),
      'error legal-word questions.AA-01.text: says "legal", which only counsel can say',
    ],
    [
      'a reason that judges what the law forbids',
      () => found([question('AA-01', { flags: [{ ...high, reason: 'This is illegal.' }] })]),
      'error legal-word questions.AA-01.flags[0].reason: says "illegal"',
    ],
    [
      'a unit about origin',
      () => found([question('PR-01', { answer: { kind: 'number', unit: 'foreigners', max: 9 } })]),
      'error origin-word questions.PR-01.answer.unit: uses "foreigners"',
    ],
    ['a title about origin', () => found([practice], { title: 'Nationality check' }), 'error origin-word title: uses "nationality"'],
    [
      'a description about origin',
      () => found([practice], { description: 'Where were they born?' }),
      'error origin-word description: uses "born"',
    ],
    [
      'a note of a source about origin',
      () => found([practice], { sources: [{ ...source, note: 'Also on citizenship.' }] }),
      'warning origin-word-in-note sources.S1.note: uses "citizenship"',
    ],
    [
      'a question that is hard to read',
      () => found([question('AA-01', { text: hard })]),
      'warning reading-grade questions.AA-01.text: reads at grade ',
    ],
    [
      'help that is hard to read',
      () => found([question('AA-01', { help: { why: hard, good: hard, proof: hard, firstStep: hard } })]),
      'warning reading-grade questions.AA-01.help: reads at grade ',
    ],
    [
      'another language, which nothing checks',
      () => found([practice], { language: 'de' }),
      'warning language language: is de, but the lists of words',
    ],
    [
      'a weighted question that hangs on a fact whose gate is a practice',
      () =>
        found([
          practice,
          question('AA-02', { gate: 'AA-01', answer: { kind: 'percent' }, weight: undefined }),
          question('AA-03', { shownIf: { question: 'AA-02', atLeast: 1 } }),
        ]),
      'error monotone-visibility questions.AA-03.shownIf: lets the practice AA-01 show or hide',
    ],
    ['a version that is not newer', () => versions({}, { version: '0.9.0' }), 'error version version: is not newer than 0.9.0'],
    [
      'a comparison with another pack',
      () => versions({}, { id: 'other' }),
      'error version id: is other, but the earlier version is of small',
    ],
    [
      'a meaning that falls',
      () => found([practice], {}, { previous: buildPack([question('AA-01', { meaning: 3 })], { version: '0.9.0' }) }),
      'error version questions.AA-01.meaning: was 3 in version 0.9.0 and never falls',
    ],
    [
      'a bad answer turned round under an old meaning',
      () => versions({ answer: { kind: 'practice', badAnswer: 'yes' }, weight: 1 }),
      'error version questions.AA-01.meaning: must rise, because the question has its bad answer turned round and old answers would say something else; write 2',
    ],
    [
      'another kind of answer under an old meaning',
      () => versions({ answer: { kind: 'text' } }),
      'error version questions.AA-01.meaning: must rise, because the question takes a text where it took a practice',
    ],
    [
      'an option that is gone under an old meaning',
      () =>
        found(
          [
            question('PR-01', {
              answer: {
                kind: 'choice',
                options: [
                  { id: 'one', label: 'One' },
                  { id: 'three', label: 'Three' },
                ],
              },
            }),
          ],
          {},
          { previous: buildPack([choice], { version: '0.9.0' }) },
        ),
      'error version questions.PR-01.meaning: must rise, because the question no longer offers two',
    ],
    [
      'another thing counted under an old meaning',
      () => {
        const counts = (of: string) => question('PR-03', { answer: { kind: 'counts', of, unit: 'people' } })
        const several = (id: string) =>
          question(id, {
            answer: {
              kind: 'several',
              options: [
                { id: 'one', label: 'One' },
                { id: 'two', label: 'Two' },
              ],
            },
          })
        const both = [several('PR-01'), several('PR-02')]
        return found([...both, counts('PR-02')], {}, { previous: buildPack([...both, counts('PR-01')], { version: '0.9.0' }) })
      },
      'error version questions.PR-03.meaning: must rise, because the question counts PR-02 where it counted PR-01',
    ],
    [
      'a role that is gone under an old meaning',
      () => {
        const countries = (id: string) => question('PR-01', { answer: { kind: 'countries', roles: [{ id, label: 'Seat' }] } })
        return found([countries('seat')], {}, { previous: buildPack([countries('home')], { version: '0.9.0' }) })
      },
      'error version questions.PR-01.meaning: must rise, because the question no longer offers home',
    ],
    [
      'a reworded question that keeps its meaning',
      () => versions({ text: 'Was it done?' }),
      'warning rewording questions.AA-01.text: was reworded and still counts as the same question; if it asks something else now, write meaning: 2',
    ],
    [
      'a reworded option',
      () =>
        found(
          [
            question('PR-01', {
              answer: {
                kind: 'choice',
                options: [
                  { id: 'one', label: 'Just one' },
                  { id: 'two', label: 'Two' },
                ],
              },
            }),
          ],
          {},
          { previous: buildPack([choice], { version: '0.9.0' }) },
        ),
      'warning rewording questions.PR-01.text: was reworded',
    ],
    [
      'a question that is gone',
      () => found([practice], {}, { previous: buildPack([practice, question('AA-02')], { version: '0.9.0' }) }),
      'warning rewording questions: AA-02 of version 0.9.0 is gone; never give its id to another question',
    ],
  ]
  test.each(cases)('%s', (...[, plant, expected]) => {
    expect(
      plant().some((problem) => problem.startsWith(expected)),
      plant().join('\n'),
    ).toBe(true)
  })
})

describe('the lint lets through', () => {
  test('controls of the catalogues, also those that one takes over from another', () => {
    const all = { csf20: ['GV.SC-01'], sp80053r5: ['AC-2', 'AC-2(1)'], sp800161r1: ['AC-2', 'SR-13'], sp800171r3: ['03.01.01'] }
    expect(found(mapped(all), {}, { catalogues })).toEqual([])
    expect(found(mapped({ sp80053r5: ['XX-1'] }))).toEqual([])
  })

  test('a dated rule with one source that is still fresh', () => {
    const fresh = { ...source, id: 'S2' }
    expect(found([question('AA-01', { shownIf: since, sources: ['S1', 'S2'] })], { sources: [stale, fresh] })).toEqual([])
  })

  test('words about law that judge nothing', () => {
    const text = 'Is the legal name known, the legal and tax advice kept, and legal duties told to the legal team?'
    expect(found([question('AA-01', { text })])).toEqual([])
  })

  test('a new version that adds questions and options, or raises the meaning of what it turns', () => {
    const three = {
      kind: 'choice' as const,
      options: [...(choice.answer.kind === 'choice' ? choice.answer.options : []), { id: 'three', label: 'Three' }],
    }
    expect(found([question('PR-01', { answer: three }), practice], {}, { previous: buildPack([choice], { version: '0.9.0' }) })).toEqual([])
    expect(versions({ answer: { kind: 'practice', badAnswer: 'yes' }, weight: 1, meaning: 2 })).toEqual([])
  })

  test('warnings, when only errors are asked for', () => {
    expect(lintErrors(buildPack([question('AA-01', { text: hard })]))).toEqual([])
    expect(packFile([practice]).language).toBe('en')
  })
})

test('a catalogue that is missing is named', () => {
  expect(() => joinCatalogues(files.slice(1))).toThrow('The catalogue csf20 is missing. Install Gatehouse again.')
})
