// The annex from which two people could compute the same tier: ranks, conditions, weighted values and the worked example.
import { describe, expect, test } from 'vitest'
import type { Condition } from '#shared/domain/condition.ts'
import { QuestionId } from '#shared/domain/ids.ts'
import { wholeValue } from '#shared/scoring/gap.ts'
import { gapBand, residualTier } from '#shared/scoring/tables.ts'
import { caseFile, caseFileWith } from '#test/golden/report-model-case.ts'
import { conditionWords } from './condition-words.ts'
import { methodAnnex } from './method.ts'
import { ranksOf } from './ranks.ts'
import { gapsOf, workedExample, writtenValue } from './worked-example.ts'

const file = caseFile()
const id = (text: string) => QuestionId.parse(text)

describe('a condition in words', () => {
  const cases: readonly (readonly [Condition, string])[] = [
    [{ bad: id('LG-03') }, 'LG-03 is No'],
    [{ bad: id('PI-08') }, 'PI-08 is Yes'],
    [{ notGood: id('PI-08') }, 'PI-08 is not No'],
    [{ notGood: id('LG-03') }, 'LG-03 is not Yes'],
    [{ bad: id('ZZ-09') }, 'ZZ-09 is No'],
    [{ question: id('PR-06'), anyOf: ['days', 'gone'] }, 'PR-06 names “Days”, “gone”'],
    [{ question: id('ZZ-09'), anyOf: ['days'] }, 'ZZ-09 names “days”'],
    [{ question: id('PR-06'), otherThan: ['days'] }, 'PR-06 names something other than “Days”'],
    [{ question: id('CJ-05'), listed: true }, 'CJ-05 lists something'],
    [{ question: id('OW-03'), atLeast: 25 }, 'OW-03 is 25\u00a0% or more'],
    [{ question: id('PR-05'), atLeast: 1000 }, 'PR-05 is 1,000 U.S. persons or devices or more'],
    [{ question: id('ZZ-09'), atLeast: 1 }, 'ZZ-09 is 1 or more'],
    [{ relationship: ['supplier', 'partner'] }, 'the third party is: Supplier / Partner'],
    [{ since: '2026-12-01' }, 'the as-of day is 1 December 2026 or later'],
    [{ not: { bad: id('LG-03') } }, 'not (LG-03 is No)'],
    [{ all: [] }, 'always'],
    [{ any: [] }, 'never'],
    [
      { all: [{ bad: id('LG-03') }, { any: [{ bad: id('PI-08') }, { bad: id('CJ-01') }] }] },
      'LG-03 is No and (PI-08 is Yes or CJ-01 is No)',
    ],
    [{ any: [{ all: [{ bad: id('LG-03') }] }] }, 'LG-03 is No'],
  ]
  test.each(cases)('%o reads %s', (condition, expected) => {
    expect(conditionWords(condition, file)).toBe(expected)
  })
})

describe('the ranks of a fact', () => {
  test('are those of its options, with thresholds, breadth and rules', () => {
    const ranks = (questionId: string, axis: 'impact' | 'exposure') =>
      ranksOf({ questionId: id(questionId), axis, best: 1, worst: 1 }, file)
    expect(ranks('PR-06', 'exposure')).toEqual(['1: Days.', '2: Weeks.', '3: Months.', '4: It could not be replaced.'])
    expect(ranks('PR-04', 'impact').join(' ')).toContain('Human genomic data (4 above 100)')
    expect(ranks('PR-03', 'exposure').at(-1)).toBe('3 or more of them: one rank higher, at most 4.')
    expect(ranks('PR-02', 'impact').at(-1)).toMatch(/^3: PR-02 names .+ and PR-03 names .+\.$/)
    expect(ranks('CJ-05', 'impact')).toEqual(['The impact of the gravest crown jewel named.'])
    expect(ranks('OW-04', 'exposure')).toEqual(['3: OW-04 is Yes.'])
    expect(ranks('OW-04', 'impact')).toEqual([])
    expect(ranks('PR-06', 'impact')).toEqual([])
    expect(ranks('ZZ-01', 'impact')).toEqual([])
  })

  test('of a practice may rest on a condition too, and an option may give none', () => {
    const questions = new Map(file.questions)
    const practice = questions.get('OW-04')
    const choice = questions.get('PR-06')
    if (practice === undefined || choice?.answer.kind !== 'choice') throw new Error('The case has changed.')
    questions.set('OW-04', { ...practice, ranks: [{ axis: 'exposure', rank: 4, when: { bad: id('LG-03') } }] })
    const [first, second] = choice.answer.options
    if (first === undefined || second === undefined) throw new Error('PR-06 has no options.')
    const options = [
      { id: 'none', label: 'None' },
      { ...second, rankAbove: 4 },
      { ...first, rank: second.rank },
    ]
    questions.set('PR-06', { ...choice, answer: { ...choice.answer, options } })
    const changed = { ...file, questions }
    expect(ranksOf({ questionId: id('OW-04'), axis: 'exposure', best: 1, worst: 1 }, changed)).toEqual(['4: OW-04 is Yes and LG-03 is No.'])
    expect(ranksOf({ questionId: id('PR-06'), axis: 'exposure', best: 1, worst: 1 }, changed)).toEqual(['2: Weeks (4 above 0); Days.'])
  })
})

/** The number behind a printed decimal, `≈` or not. */
const number = (text: string) => Number(text.replace('≈ ', ''))

describe('the arithmetic', () => {
  const { arithmetic } = methodAnnex(file)

  test('can be repeated: weight times value over the sum of weights is the gap, and band and table give the tier', () => {
    for (const part of arithmetic) {
      for (const end of ['lo', 'hi'] as const) {
        const sum = part.rows.reduce((total, row) => total + number(row[`${end}Value`]), 0)
        expect(Math.abs(sum - number(part[`${end}Value`]))).toBeLessThan(0.001)
        expect(Math.abs((10_000 * sum) / Number(part.weight) - 100 * Number(part[end]))).toBeLessThan(1)
      }
      const { result } = file.domains.find(({ domain }) => domain.id === part.domainId) ?? {}
      const worst = gapBand(Math.round(number(part.hiValue) * 10_000), Number(part.weight) * 10_000)
      expect(result?.residual?.worst).toBe(residualTier(file.document.result.inherent.tier.worst, worst))
    }
  })

  test('writes values exactly where they end, and marks what is rounded', () => {
    const access = arithmetic.find((part) => part.domainId === 'AD')
    expect(access?.rows.find((row) => row.question === 'AD-02')).toMatchObject({ weight: '5', loValue: '2.5', hiValue: '2.5' })
    const thirds = caseFile({
      answers: { 'PI-08': [{ kind: 'practice', choice: 'yes' }, 'A'], 'PI-12': [{ kind: 'practice', choice: 'partly' }, 'A'] },
    })
    const supply = methodAnnex(thirds).arithmetic.find((part) => part.domainId === 'PI')
    expect(supply?.rows.at(-1)).toMatchObject({ question: 'PI-08 with PI-12', hiValue: '2.25' })
    expect(writtenValue(wholeValue / 7, file)).toBe('≈ 0.1429')
    expect(writtenValue(3 * wholeValue, file)).toBe('3')
  })
})

describe('flags and rules', () => {
  test('stand with the condition under which they fire; clear ones are listed apart', () => {
    const { flags, clearFlags } = methodAnnex(file)
    expect(flags.find((flag) => flag.ruleId === 'C-06')?.condition).toBe('AD-11 is Yes and PR-04 names “Human genomic data”')
    expect(flags.find((flag) => flag.ruleId === 'OW-06')).toMatchObject({ condition: 'OW-06 is Yes', state: 'unresolved' })
    expect(clearFlags.find((flag) => flag.ruleId === 'OW-04')).toMatchObject({ condition: 'OW-04 is Yes', stateWord: 'Clear' })
    const screened = caseFileWith(({ result }) => ({
      result: { ...result, flags: [{ ruleId: 'screening', questionId: null, level: 'stop', state: 'fired', reason: 'A name was found.' }] },
    }))
    expect(methodAnnex(screened).flags).toMatchObject([{ ruleId: 'screening', condition: '' }])
  })

  test('of a question that is gone have no condition', () => {
    const odd = caseFileWith(({ result }) => ({
      result: {
        ...result,
        flags: [{ ruleId: 'OW-06', questionId: id('OW-06'), level: 'high', state: 'fired', reason: 'Another text.' }],
        clearFlags: [],
      },
    }))
    expect(methodAnnex(odd).flags).toMatchObject([{ condition: '' }])
    expect(methodAnnex({ ...odd, questions: new Map() }).flags).toMatchObject([{ condition: '' }])
  })
})

describe('the worked example', () => {
  const example = (of = file) => workedExample(of, gapsOf(of))
  const driven = (driver: { kind: 'domain' | 'flag'; id: string }) => caseFileWith(({ result }) => ({ result: { ...result, driver } }))

  test('is the domain that drives the tier, from weights to the tier of the whole', () => {
    const { title, steps } = example(driven({ kind: 'domain', id: 'AD' })) ?? { title: '', steps: [] }
    expect(title).toBe('Worked example: Access and data (AD)')
    expect(steps[0]).toMatch(/^Σ w = (\d \+ )+\d = \d+\.$/)
    expect(steps[1]).toMatch(/^Best case: Σ w·v = /)
    expect(steps.join(' ')).toContain('AD-11 is a gate; its children are AD-12 (weight 2).')
    expect(steps.at(-1)).toBe('Tier: High to Critical. Driver: AD.')
  })

  test('is the first of the worst domains when a flag drives the tier', () => {
    expect(example(driven({ kind: 'flag', id: 'C-06' }))?.title).toMatch(/^Worked example: /)
    expect(example(driven({ kind: 'flag', id: 'C-06' }))?.steps.join(' ')).toMatch(/Floors \(§6\), fired: none; unresolved: .*C-06/)
  })

  test('says so when nothing is left over by rounding, and what fired', () => {
    const whole = caseFile({
      answers: { 'CJ-01': [{ kind: 'practice', choice: 'yes' }, 'A'], 'CJ-08': [{ kind: 'practice', choice: 'yes' }, 'A'] },
    })
    const changed = {
      ...whole,
      document: { ...whole.document, result: { ...whole.document.result, driver: { kind: 'domain' as const, id: 'CJ' } } },
    }
    expect(example(changed)?.steps.join(' ')).toContain('rounded down to hundredths they already add up to the gap.')
    expect(example(file)?.steps.join(' ')).toContain('go one each to the rows with the largest remainders')
    const fired = caseFile({ answers: { 'OW-06': [{ kind: 'practice', choice: 'yes' }, 'A'] } })
    expect(example(fired)?.steps.join(' ')).toContain('fired: OW-06;')
  })

  test('is left out when no domain has a gap, and names no driver where there is none', () => {
    const none = caseFileWith(({ result }) => ({
      result: { ...result, domains: result.domains.map((domain) => ({ ...domain, gap: null })) },
    }))
    expect(example(none)).toBeNull()
    const undriven = caseFileWith(({ result }) => ({ result: { ...result, driver: null } }))
    expect(example(undriven)?.steps.at(-1)).toBe('Tier: High to Critical.')
  })
})
