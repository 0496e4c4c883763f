// Comparing two assessments through the engine: drafts as they stand, signed ones as they were signed.
import { describe, expect, test } from 'vitest'
import { QuestionId } from '#shared/domain/ids.ts'
import { startWithDraft } from '../support/engine-session.ts'

const gate = QuestionId.parse('AD-01')

async function startWithTwo() {
  const session = await startWithDraft()
  const { thirdParty, assessment: first } = session
  const started = await session.do('assessments.start', { thirdPartyId: thirdParty.id, relationship: 'supplier', profile: 'full' })
  const give = (assessmentId: typeof first.id, choice: 'yes' | 'no', evidenceGrade: 'A' | 'U') =>
    session.do('answer.save', {
      assessmentId,
      baseRevision: 0,
      answer: { questionId: gate, value: { kind: 'practice', choice }, note: '', evidenceGrade },
    })
  return { ...session, first, second: started.assessment, give }
}

describe('two assessments compared', () => {
  test('are the same while nothing differs', async () => {
    const session = await startWithTwo()
    const { comparison } = await session.do('assessments.compare', { firstId: session.first.id, secondId: session.second.id })
    expect(comparison.isSame).toBe(true)
    expect(comparison.answers).toEqual([])
  })

  test('name what changed, with the question, both answers and both grades', async () => {
    const session = await startWithTwo()
    await session.give(session.first.id, 'yes', 'A')
    await session.give(session.second.id, 'no', 'U')
    const compared = await session.do('assessments.compare', { firstId: session.first.id, secondId: session.second.id })
    expect(compared.comparison.answers).toEqual([
      {
        questionId: gate,
        first: { state: 'good', grade: 'A' },
        second: { state: 'bad', grade: 'U' },
        isSameAnswer: false,
        direction: 'worse',
      },
    ])
    expect(compared.first.questions.map((question) => question.id)).toEqual([gate])
    expect(compared.second.answers.map((answer) => answer.value)).toEqual([{ kind: 'practice', choice: 'no' }])
    expect(compared.domainTitles['AD']).toBeDefined()
    for (const { ruleId } of compared.comparison.flags)
      expect(compared.second.reasons[ruleId] ?? compared.first.reasons[ruleId]).toBeDefined()
  })

  test('are each other’s mirror the other way round', async () => {
    const session = await startWithTwo()
    await session.give(session.second.id, 'yes', 'A')
    const there = await session.do('assessments.compare', { firstId: session.first.id, secondId: session.second.id })
    const back = await session.do('assessments.compare', { firstId: session.second.id, secondId: session.first.id })
    expect(back.comparison.domains.map((domain) => domain.hiBp)).toEqual(
      there.comparison.domains.map((domain) => (domain.hiBp === null ? null : 0 - domain.hiBp)),
    )
    expect(back.first).toEqual(there.second)
  })

  test('are refused when one of them is not there', async () => {
    const session = await startWithTwo()
    const nobody = '0b0e7d6e-51a7-4d0c-9a0e-0f3c7c1c2f99'
    expect(await session.call('assessments.compare', { firstId: session.first.id, secondId: nobody })).toMatchObject({
      ok: false,
      fault: { code: 'not-found' },
    })
  })
})
