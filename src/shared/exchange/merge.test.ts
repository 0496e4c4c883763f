// Merging assessors: nothing is lost, the order does not matter, and a contradiction counts as the worst it could be.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answer, notApplicable, practice, runsOf, unknown } from '#test/generators/answers.ts'
import { randomRun } from '#test/generators/random-pack.ts'
import type { AnswerInput, AnswerValue } from '../domain/answer.ts'
import { tierRank } from '../domain/tier.ts'
import type { ScoreInput } from '../scoring/input.ts'
import { score } from '../scoring/score.ts'
import { answersToScore, differencesOf, merge, settle, statementsOf, type Merged } from './merge.ts'

/** Ten thousand for the invariant, shared by its three tests. */
const cases = { numRuns: 3_400 }

/** Runs of one pack by three assessors. */
const threeRuns = randomRun.chain((first) => fc.tuple(fc.constant(first), runsOf(first.pack), runsOf(first.pack)))
const merges = threeRuns.map((inputs) => inputs.map((input, index) => statementsOf(`Assessor ${index % 2}`, input.answers)))

function scored(input: ScoreInput, answers: readonly AnswerInput[]) {
  return score({ ...input, answers })
}

function values(questionId: string, ...all: readonly AnswerValue[]): Merged {
  return merge(...all.map((value, index) => statementsOf(`Assessor ${index}`, [answer(questionId, value)])))
}

describe('invariant 22: merging', () => {
  test('is commutative, associative and idempotent, and every statement is still there', () => {
    fc.assert(
      fc.property(merges, (all) => {
        const [one = [], two = [], three = []] = all
        const merged = merge(one, two, three)
        const text = JSON.stringify(merged)
        expect(JSON.stringify(merge(two, one))).toBe(JSON.stringify(merge(one, two)))
        expect(JSON.stringify(merge(one, merge(two, three)))).toBe(text)
        expect(JSON.stringify(merge(merge(one, two), three))).toBe(text)
        expect(JSON.stringify(merge(merged, merged))).toBe(text)
        expect(JSON.stringify(merge(merged, one))).toBe(text)
        const told = new Set(all.flat().flatMap(({ statements }) => statements.map((statement) => JSON.stringify(statement))))
        const kept = merged.flatMap(({ statements }) => statements.map((statement) => JSON.stringify(statement)))
        expect(new Set(kept)).toEqual(told)
        expect(kept).toHaveLength(told.size)
      }),
      cases,
    )
  }, 300_000)

  test('lists each question on which two differ, and only those', () => {
    fc.assert(
      fc.property(merges, (all) => {
        const merged = merge(...all)
        const listed = differencesOf(merged)
        for (const { questionId, statements } of merged) {
          const said = new Set(statements.map(({ answer: { value, evidenceGrade } }) => JSON.stringify([value, evidenceGrade])))
          const difference = listed.find((one) => one.questionId === questionId)
          if (said.size === 1) expect(difference).toBeUndefined()
          if (difference !== undefined) expect(difference.statements).toEqual(statements)
        }
        expect(listed.filter(({ differsIn }) => differsIn.length === 0)).toEqual([])
      }),
      cases,
    )
  }, 300_000)

  test('scores an unresolved contradiction at least as badly as any of the answers, and lets nobody sign on it', () => {
    const contradictory = threeRuns.chain(([first, second]) => {
      const theirs = new Map(second.answers.map((one) => [one.questionId, one]))
      const both = first.answers.filter((one) => theirs.has(one.questionId))
      return fc.constantFrom(...both.map((one) => one.questionId), null).map((questionId) => ({ first, theirs, questionId }))
    })
    let tried = 0
    let contradictions = 0
    fc.assert(
      fc.property(contradictory, ({ first, theirs, questionId }) => {
        tried += 1
        const other = questionId === null ? undefined : theirs.get(questionId)
        const mine = first.answers.find((one) => one.questionId === questionId)
        if (other === undefined || mine === undefined) return
        const merged = merge(statementsOf('One', first.answers), statementsOf('Two', [other]))
        const isContradiction = differencesOf(merged).some((one) => one.questionId === questionId && one.differsIn.includes('value'))
        if (!isContradiction) return
        const result = scored(first, answersToScore(merged))
        const shown = result.shown.includes(mine.questionId)
        if (shown) expect(result.canFinalise).toBe(false)
        // N/A, or a fact that hides a question, takes weight out of an average, which can go either way: the lock on signing alone holds there.
        if ([mine, other].some((one) => one.value.kind === 'not-applicable')) return
        contradictions += 1
        const isPractice = first.pack.questions.find((one) => one.id === questionId)?.answer.kind === 'practice'
        const alone = [mine, other].map((one) => scored(first, [...first.answers.filter((each) => each.questionId !== questionId), one]))
        for (const one of alone) {
          expect(tierRank(result.inherent.tier.worst)).toBeGreaterThanOrEqual(tierRank(one.inherent.tier.worst))
          if (!isPractice) continue
          expect(tierRank(result.tier.worst)).toBeGreaterThanOrEqual(tierRank(one.tier.worst))
          for (const domain of one.domains) {
            const now = result.domains.find((each) => each.domainId === domain.domainId)
            expect(now?.gap?.hiBp ?? 10_000).toBeGreaterThanOrEqual(domain.gap?.hiBp ?? 0)
          }
        }
      }),
      cases,
    )
    expect(contradictions).toBeGreaterThan(tried / 2)
  }, 300_000)
})

describe('two assessors', () => {
  test.each<[string, AnswerValue, AnswerValue]>([
    ['kinds', { kind: 'several', options: ['a', 'b'] }, { kind: 'several', options: ['b', 'a'] }],
    ['jewels', { kind: 'jewels', jewelIds: [] }, { kind: 'jewels', jewelIds: [] }],
    ['owners', { kind: 'owners', owners: [owner('A'), owner('B')] }, { kind: 'owners', owners: [owner('B'), owner('A')] }],
    [
      'countries',
      { kind: 'countries', countries: [{ code: 'DE', roles: ['x', 'y'] }] },
      { kind: 'countries', countries: [{ code: 'DE', roles: ['y', 'x'] }] },
    ],
    ['N/A with other words', notApplicable('Somebody'), notApplicable('Somebody else')],
  ])('who name the same %s in another order agree', (_, one, two) => {
    const merged = values('AA-01', one, two)
    expect(differencesOf(merged)).toEqual([])
    expect(answersToScore(merged)).toHaveLength(1)
  })

  test.each<[string, AnswerValue, AnswerValue]>([
    ['Yes and No', practice('yes'), practice('no')],
    ['Yes and Unknown', practice('yes'), unknown],
    ['Yes and N/A', practice('yes'), notApplicable()],
    ['one owner and two of the same', { kind: 'owners', owners: [owner('A')] }, { kind: 'owners', owners: [owner('A'), owner('A')] }],
    ['different kinds', { kind: 'several', options: ['a'] }, { kind: 'several', options: ['a', 'b'] }],
  ])('contradict each other with %s', (_, one, two) => {
    const merged = values('AA-01', one, two)
    expect(differencesOf(merged).map(({ questionId, differsIn }) => ({ questionId, differsIn }))).toEqual([
      { questionId: 'AA-01', differsIn: ['value'] },
    ])
    expect(answersToScore(merged)).toHaveLength(2)
  })

  test('who agree in the answer count with the weaker evidence, the earlier expiry and no borrowed countersignature', () => {
    const strong = { ...answer('AA-01', practice('yes'), 'A'), note: 'Seen.', evidenceExpiresOn: '2027-05-01' }
    const weak = { ...answer('AA-01', practice('yes'), 'C'), evidenceExpiresOn: '2027-01-01' }
    const merged = merge(statementsOf('One', [strong]), statementsOf('Two', [weak]))
    expect(differencesOf(merged)[0]?.differsIn).toEqual(['evidence', 'note'])
    expect(answersToScore(merged)).toEqual([{ ...weak, note: '' }])
    const late = { ...weak, evidenceExpiresOn: '2028-01-01' }
    const [graded] = answersToScore(merge(statementsOf('One', [strong]), statementsOf('Two', [late])))
    expect(graded).toEqual({ ...late, evidenceExpiresOn: '2027-05-01' })
    const [unsigned] = answersToScore(values('AA-01', notApplicable('Second Person'), notApplicable('')))
    expect(unsigned?.value).toEqual(notApplicable(''))
  })

  test('settle a contradiction by choosing a statement, and no other question changes', () => {
    const merged = merge(values('AA-01', practice('yes'), practice('no')), values('AA-02', practice('yes'), practice('no')))
    const chosen = merged[0]?.statements[0]
    if (chosen === undefined) throw new Error('there are two statements')
    const settled = settle(merged, chosen)
    expect(differencesOf(settled).map((one) => one.questionId)).toEqual(['AA-02'])
    expect(settled[0]?.statements).toEqual([chosen])
    expect(settle(merged, { ...chosen, by: 'Nobody' })).toEqual(merged)
  })
})

function owner(name: string) {
  return { name, country: 'DE', shareBp: 1_000, layer: 1 }
}
