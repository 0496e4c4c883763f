// Invariants 9–15 of the method, over random packs and the shipped one with random answers: sameness, exact sums, hidden questions, floors.
import { afterEach, describe, expect, test } from 'vitest'
import { practice, practiceChoices, unknown, withAnswer } from '#test/generators/answers.ts'
import { chosenPractice, chosenQuestion, holdsEverywhere } from '#test/generators/quick-runs.ts'
import type { Screening } from '../domain/assessment-screening.ts'
import { tierRank } from '../domain/tier.ts'
import type { ScoreInput } from './input.ts'
import { isAsked } from './plan.ts'
import { screeningRuleId, type Finding, type Result } from './result.ts'
import { score } from './score.ts'
import { shownBecause } from './shown-because.ts'
import { inherentTable, residualTable } from './tables.ts'

const startZone = process.env['TZ']
afterEach(() => {
  if (startZone === undefined) delete process.env['TZ']
  else process.env['TZ'] = startZone
})

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(deepFreeze)
  }
  return value
}

/** What is printed about a run: the result, and for every tenth why each question shows. */
function bytes(input: ScoreInput, choice: number): string {
  return JSON.stringify([score(input), choice % 10 === 0 ? shownBecause(input) : null])
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}

/** The value that a practice question was given, as the method reads it. */
function isAnsweredWell(input: ScoreInput, id: string): boolean {
  const value = input.answers.find((one) => one.questionId === id)?.value
  const type = input.pack.questions.find((one) => one.id === id)?.answer
  return value?.kind === 'practice' && type?.kind === 'practice' && value.choice !== 'partly' && value.choice !== type.badAnswer
}

/** Findings with points have an answer that explains them, and each is told once. */
function expectExplained(input: ScoreInput, result: Result): void {
  const ids = result.findings.map((finding) => finding.id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const { questionId, loBp, hiBp, answer } of result.findings) {
    expect(0 <= loBp && loBp <= 10_000 && 0 <= hiBp).toBe(true)
    if (questionId === null) expect([answer, loBp, hiBp]).toEqual(['none', 0, 0])
    else expect(result.shown.includes(questionId) && !(isAnsweredWell(input, questionId) && hiBp > 0)).toBe(true)
  }
  const told = result.findings.flatMap((finding: Finding) => finding.flags.filter((flag) => flag.ruleId === finding.id))
  const standing = result.flags.map(({ ruleId, level, state }) => `${ruleId} ${level} ${state}`)
  expect(told.map(({ ruleId, level, state }) => `${ruleId} ${level} ${state}`).toSorted()).toEqual(standing.toSorted())
}

describe('over random packs and answers', () => {
  test('invariant 9: neither the order of the answers nor the time zone changes a byte', () => {
    const zones = ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Kathmandu'] as const
    holdsEverywhere((input, choice) => {
      process.env['TZ'] = 'UTC'
      const plain = bytes(input, choice)
      const place = (id: string) => (id.charCodeAt(1) * 7919 + id.charCodeAt(4) * choice) % 101
      const shuffled = input.answers.toSorted((one, two) => place(one.questionId) - place(two.questionId))
      process.env['TZ'] = zones[choice % zones.length]
      expect(bytes({ ...input, answers: shuffled }, choice)).toBe(plain)
    })
  })

  test('invariant 10: scoring twice gives the same bytes, and the input is never touched', () => {
    holdsEverywhere((input, choice) => {
      const { pack, ...rest } = input
      // Writing to what is frozen throws.
      const frozen = { pack: deepFreeze(pack), ...deepFreeze(structuredClone(rest)) }
      expect(bytes(frozen, choice)).toBe(bytes(choice % 2 === 0 ? frozen : input, choice))
    })
  })

  test('invariant 11: contributions and findings are whole, never negative, sum exactly to the gap, and are zero for a good answer', () => {
    holdsEverywhere((input) => {
      const result = score(input)
      for (const { domainId, gap, contributions } of result.domains) {
        const findings = result.findings.filter((finding) => finding.domainId === domainId)
        for (const parts of [contributions, findings]) {
          expect(sum(parts.map((one) => one.hiBp))).toBe(gap?.hiBp ?? 0)
          expect(sum(parts.map((one) => one.loBp))).toBe(gap?.loBp ?? 0)
        }
        for (const { questionId, loBp, hiBp } of contributions) {
          expect(Number.isInteger(loBp) && Number.isInteger(hiBp) && loBp >= 0 && hiBp >= 0).toBe(true)
          expect(result.shown).toContain(questionId)
          expect(input.answers.find((one) => one.questionId === questionId)?.value.kind).not.toBe('not-applicable')
          if (isAnsweredWell(input, questionId)) expect([loBp, hiBp]).toEqual([0, 0])
        }
      }
      expectExplained(input, result)
    })
  })

  test('invariant 12: the answer of a hidden question changes nothing but the list of hidden answers, and counts again once the question shows', () => {
    holdsEverywhere((input, choice) => {
      const question = chosenPractice(input, choice)
      const without = withAnswer(input, question.id, null)
      const before = score(without)
      if (before.shown.includes(question.id)) return
      const given = practice(practiceChoices[choice % 3] ?? 'no')
      const { issues, ...rest } = score(withAnswer(input, question.id, given))
      expect(JSON.stringify({ ...rest, issues: before.issues })).toBe(JSON.stringify({ ...rest, ...before }))
      expect(issues.length).toBe(before.issues.length + 1)
      expect(issues.some((issue) => issue.questionId === question.id && (issue.code === 'hidden' || issue.code === 'not-asked'))).toBe(true)
    })
  })

  test('invariant 13: an open gate shows its children, and changing a gate there and back returns the same result', () => {
    holdsEverywhere((input, choice) => {
      const isChild = (one: (typeof input.pack.questions)[number]) => one.gate !== undefined && one.shownIf === undefined
      if (!input.pack.questions.some(isChild)) return
      const child = chosenQuestion(input, choice, isChild)
      const gate = child.gate ?? ''
      const open = withAnswer(input, gate, unknown)
      const result = score(open)
      if (result.shown.some((id) => id === gate) && isAsked(child, input.relationship, input.profile))
        expect(result.shown).toContain(child.id)
      const there = withAnswer(open, gate, practice(practiceChoices[choice % 3] ?? 'no'))
      expect(JSON.stringify(score(withAnswer(there, gate, unknown)))).toBe(JSON.stringify(result))
    })
  })

  test('invariant 14: a fired flag is a floor whatever else is answered, and screening adds its own without clearing another', () => {
    const outcomes: readonly Screening['outcome'][] = ['no-match', 'possible-match', 'match', 'could-not-screen']
    const lists = [{ listId: 'us-csl', editionOn: '2026-11-01' }]
    holdsEverywhere((input, choice) => {
      const plain = score({ ...input, screening: null })
      const outcome = outcomes[choice % 4] ?? 'match'
      const screened = score({ ...input, screening: { screenedOn: '2026-11-20', lists, outcome } })
      for (const result of [plain, screened]) {
        for (const flag of result.flags) {
          const floor = flag.level === 'stop' ? 4 : 3
          expect(tierRank(result.tier.worst)).toBeGreaterThanOrEqual(floor)
          if (flag.state === 'fired') expect(tierRank(result.tier.best)).toBeGreaterThanOrEqual(floor)
        }
      }
      const others = screened.flags.filter((flag) => flag.ruleId !== screeningRuleId)
      expect(JSON.stringify([others, screened.clearFlags])).toBe(JSON.stringify([plain.flags, plain.clearFlags]))
      expect(screened.flags.length - others.length).toBe(outcome === 'no-match' ? 0 : 1)
      if (outcome === 'no-match') expect(JSON.stringify(screened)).toBe(JSON.stringify(plain))
      else expect(screened.tier).toEqual({ best: outcome === 'match' ? 'critical' : plain.tier.best, worst: 'critical' })
    })
  })
})

test.each([
  ['inherent', inherentTable],
  ['residual', residualTable],
])('invariant 15: the %s table never falls along a row or a column', (_, table) => {
  const ranks = table.map((row) => row.map(tierRank))
  expect(ranks.flat()).toHaveLength(16)
  ranks.forEach((row, rowIndex) =>
    row.forEach((rank, column) => {
      expect(rank).toBeGreaterThanOrEqual(row[column - 1] ?? 0)
      expect(rank).toBeGreaterThanOrEqual(ranks[rowIndex - 1]?.[column] ?? 0)
    }),
  )
})
