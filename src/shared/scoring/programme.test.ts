// The organization on its own: asked what is about it, and scored without any third party.
import { describe, expect, test } from 'vitest'
import { QuestionId } from '#shared/domain/ids.ts'
import { shippedPack } from '#test/golden/report-case.ts'
import { programmePack, scoreProgramme } from './programme.ts'

const pack = shippedPack()
const answer = (questionId: string, choice: 'yes' | 'partly' | 'no') => ({
  questionId: QuestionId.parse(questionId),
  value: { kind: 'practice' as const, choice },
  note: '',
  evidenceGrade: 'A' as const,
})
const idsOf = (given: typeof pack) => given.questions.map(({ id }) => String(id))

describe('the questions about the organization', () => {
  test('are all there but those that ask about the jewels a third party can reach, or its field of work', () => {
    const ids = idsOf(programmePack(pack, []))
    expect(ids).toEqual(expect.arrayContaining(['CJ-01', 'CT-01', 'IT-01', 'PR-07', 'PR-11', 'RP-18']))
    for (const id of ['CJ-06', 'CJ-16', 'PR-08', 'AD-01', 'OW-01']) expect(ids).not.toContain(id)
    expect(programmePack(pack, []).combinations).toEqual([])
  })

  test('hold one of those too once it was answered, and then it always shows', () => {
    const added = programmePack(pack, [answer('CJ-16', 'no')])
    expect(idsOf(added)).toContain('CJ-16')
    expect(added.questions.find(({ id }) => id === 'CJ-16')?.shownIf).toBe(undefined)
  })

  test('keep conditions over each other, and lose a child with its gate', () => {
    const [first] = programmePack(pack, []).questions
    if (first === undefined) throw new Error('There is no question.')
    const gate = { ...first, id: QuestionId.parse('ZZ-01'), shownIf: { relationship: ['investor' as const] } }
    const child = { ...first, id: QuestionId.parse('ZZ-02'), gate: gate.id }
    const own = { ...first, id: QuestionId.parse('ZZ-03'), shownIf: { all: [{ since: '2026-01-01' }, { not: { bad: first.id } }] } }
    const changed = { ...pack, questions: [...pack.questions, gate, child, own] }
    const ids = idsOf(programmePack(changed, []))
    expect(ids).toContain('ZZ-03')
    expect(ids).not.toContain('ZZ-01')
    expect(ids).not.toContain('ZZ-02')
  })
})

describe('the score of the organization', () => {
  const resultOf = (answers: readonly ReturnType<typeof answer>[]) => scoreProgramme({ pack, asOf: '2026-11-22', answers })
  const gapOf = (result: ReturnType<typeof resultOf>, id: string) => result.domains.find(({ domainId }) => domainId === id)?.gap

  test('is a gap for each domain, its floors, and a finding for each answer that leaves something', () => {
    const none = resultOf([])
    expect(gapOf(none, 'IT')).toEqual({ loBp: 0, hiBp: 10_000 })
    const some = resultOf([answer('IT-01', 'no'), answer('IT-02', 'yes')])
    expect(gapOf(some, 'IT')?.loBp).toBeGreaterThan(0)
    expect(gapOf(some, 'IT')?.hiBp).toBeLessThan(10_000)
    expect(some.flags.find(({ ruleId }) => ruleId === 'IT-01')).toMatchObject({ level: 'high', state: 'fired' })
    expect(some.findings.map(({ id }) => id)).not.toContain('IT-02')
    expect(some.issues).toEqual([])
  })
})
