// Invariants 5–8 of the method, over random packs and the shipped one with random answers: N/A and weights.
import { describe, expect, test } from 'vitest'
import { answer, notApplicable, practice, reweighed, withAnswer } from '#test/generators/answers.ts'
import { chosenPractice, holdsEverywhere } from '#test/generators/quick-runs.ts'
import type { Pack } from '../domain/pack.ts'
import type { Question } from '../domain/question.ts'
import type { Result } from './result.ts'
import { score } from './score.ts'

/** One object for each pack and question that is left out or reweighed, so that its plan is made once. */
const variants = new WeakMap<Pack, Map<string, Pack>>()

function variantOf(pack: Pack, key: string, make: () => Pack): Pack {
  const ofPack = variants.get(pack) ?? new Map<string, Pack>()
  variants.set(pack, ofPack)
  const variant = ofPack.get(key) ?? make()
  ofPack.set(key, variant)
  return variant
}

/** The pack without a question and, when it is a gate, without its group. */
function without(pack: Pack, { id }: Question): Pack {
  return variantOf(pack, `without ${id}`, () => ({
    ...pack,
    questions: pack.questions.filter((question) => question.id !== id && question.gate !== id),
  }))
}

function gapsOf(result: Result): ReadonlyMap<string, { readonly loBp: number; readonly hiBp: number }> {
  return new Map(result.domains.flatMap(({ domainId, gap }) => (gap === null ? [] : [[domainId, gap]])))
}

describe('over random packs and answers', () => {
  test('invariant 5: N/A gives the result of a pack without that question, and on a gate without its group', () => {
    holdsEverywhere((input, choice) => {
      const question = chosenPractice(input, choice)
      const excluded = score(withAnswer(input, question.id, notApplicable()))
      const gone = score({ ...input, pack: without(input.pack, question) })
      const verdict = ({ tier, inherent, flags }: Result) => JSON.stringify([tier, inherent, flags])
      expect(verdict(excluded)).toBe(verdict(gone))
      const others = new Map(gone.domains.map((domain) => [domain.domainId, domain]))
      for (const { domainId, gap, contributions, weightTotal } of excluded.domains) {
        const other = others.get(domainId)
        const expected = [other?.gap ?? null, other?.contributions ?? [], other?.weightTotal ?? 0]
        expect(JSON.stringify([gap, contributions, weightTotal])).toBe(JSON.stringify(expected))
      }
    })
  })

  test('invariant 6: N/A without a reason is refused, and on a flag question without a countersign it limits the scope', () => {
    holdsEverywhere((input, choice) => {
      const question = chosenPractice(input, choice)
      const plain = withAnswer(input, question.id, null)
      const blank = score(plain)
      if (!blank.shown.includes(question.id)) return
      const given = answer(question.id, notApplicable(''))
      const value = { kind: 'not-applicable', reason: ' ', countersignedBy: 'X' } as const
      const unreasoned = score({ ...plain, answers: [...plain.answers, { ...given, value }] })
      expect(unreasoned.blockers.some((one) => one.code === 'not-applicable-without-reason' && one.id === question.id)).toBe(true)
      expect(unreasoned.issues.some((one) => one.code === 'not-applicable-without-reason' && one.questionId === question.id)).toBe(true)
      expect(unreasoned.canFinalise).toBe(false)
      expect(unreasoned.tier).toEqual(blank.tier)
      if (question.flags.length === 0 && question.ranks.length === 0) return
      const { badges } = score(withAnswer(input, question.id, notApplicable('')))
      const reasons = badges.find((one) => one.badge === 'scope-limited')?.reasons ?? []
      expect(reasons.find((one) => one.code === 'not-countersigned')?.ids).toContain(question.id)
    })
  })

  test('invariant 6: the scope stays whole while nothing but a countersigned answer that moves no tier by itself is N/A', () => {
    holdsEverywhere((input, choice) => {
      const question = chosenPractice(input, choice)
      const answers = input.answers.filter((one) => one.value.kind !== 'not-applicable' && one.questionId !== question.id)
      const result = score({ ...input, answers: [...answers, answer(question.id, notApplicable())] })
      const excluded = result.domains.find((one) => one.domainId === question.domain)?.notApplicableWeight ?? 0
      if (excluded === 0) expect(result.badges.some(({ badge }) => badge === 'scope-limited')).toBe(false)
    })
  })

  test('invariant 7: a heavier bad answer never lowers its gap and a heavier good one never raises it', () => {
    holdsEverywhere((input, choice) => {
      const question = chosenPractice(input, choice)
      const isBad = Math.floor(choice / 1000) % 2 === 0
      if (question.weight === undefined || question.answer.kind !== 'practice') return
      // A gate with children is at most as bad as its children, so a heavier gate may lower the gap: only leaves are promised.
      if (input.pack.questions.some((other) => other.gate === question.id)) return
      const bad = question.answer.badAnswer
      const good = bad === 'no' ? 'yes' : 'no'
      const fixed = withAnswer(input, question.id, practice(isBad ? bad : good))
      const pack = variantOf(input.pack, `heavier ${question.id}`, () =>
        reweighed(input, (weight, id) => (id === question.id ? 2 * weight : weight)),
      )
      const before = gapsOf(score(fixed))
      const sign = isBad ? 1 : -1
      for (const [domainId, gap] of gapsOf(score({ ...fixed, pack }))) {
        const old = before.get(domainId)
        expect(sign * (gap.hiBp - (old?.hiBp ?? NaN))).toBeGreaterThanOrEqual(0)
        expect(sign * (gap.loBp - (old?.loBp ?? NaN))).toBeGreaterThanOrEqual(0)
      }
    })
  })

  test('invariant 8: multiplying every weight by the same number changes no gap, no tier and no finding', () => {
    holdsEverywhere((input, choice) => {
      const factor = 2 + (choice % 8)
      const pack = variantOf(input.pack, `times ${factor}`, () => reweighed(input, (weight) => factor * weight))
      const printed = ({ tier, domains, findings }: Result) =>
        JSON.stringify([tier, domains.map(({ gap, contributions }) => [gap, contributions.map((one) => [one.loBp, one.hiBp])]), findings])
      expect(printed(score({ ...input, pack }))).toBe(printed(score(input)))
    })
  })
})
