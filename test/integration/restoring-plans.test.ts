// Putting back what was planned for findings: only where it was, and never under the id of another plan.
import { describe, expect, test } from 'vitest'
import type { InputOf } from '#shared/contract/contract.ts'
import { TreatmentId } from '#shared/domain/ids.ts'
import { decision, list, startWithFindings } from '../support/findings.ts'

describe('putting back what was planned', () => {
  async function startWithBefore() {
    const session = await startWithFindings()
    const assessmentId = session.assessment.id
    const { treatment } = await session.treat()
    const put = (...places: InputOf<'treatments.restore'>['before']) => session.call('treatments.restore', { before: places })
    const other = session.result.findings.find(({ questionId }) => questionId !== null && questionId !== session.finding.questionId)
    if (!other?.questionId) throw new Error('There is more than one finding.')
    const elsewhere = { kind: 'question', questionId: other.questionId } as const
    const noted = () => list(session, { state: 'open' })
    return { ...session, assessmentId, treatment, put, elsewhere, noted }
  }
  const notFound = { ok: false, fault: { code: 'not-found' } }
  const freshId = TreatmentId.parse('00000000-0000-4000-8000-0000000000aa')

  test('is refused for what the assessment never found, for another finding, and under an id that stands elsewhere', async () => {
    const { assessmentId, treatment, put, elsewhere, noted, faults, finding } = await startWithBefore()
    const before = await noted()
    const unfound = { kind: 'condition', condition: 'Never decided' } as const
    const place = { assessmentId, finding: elsewhere }
    expect(await put({ assessmentId, finding: unfound, treatment: { ...treatment, id: freshId, finding: unfound } })).toMatchObject(
      notFound,
    )
    expect(await put({ ...place, treatment: { ...treatment, id: freshId } })).toMatchObject(notFound)
    expect(await put({ ...place, treatment: { ...treatment, finding: elsewhere } })).toMatchObject(notFound)
    const twice = { ...treatment, id: freshId, ownerName: 'Twice' }
    // Nothing of it is written, also not what could have been.
    expect(await put({ assessmentId, finding, treatment: null }, { ...place, treatment: { ...twice, finding: unfound } })).toMatchObject(
      notFound,
    )
    expect(await noted()).toEqual(before)
    expect(faults).toEqual([])
  })

  test('is refused for two findings under one id, and done for one whose plan was taken away meanwhile', async () => {
    const session = await startWithBefore()
    const { assessmentId, treatment, put, elsewhere, noted, finding } = session
    await session.do('treatments.remove', { assessmentId, finding })
    const one = { assessmentId, finding, treatment }
    expect(await put(one, { assessmentId, finding: elsewhere, treatment: { ...treatment, finding: elsewhere } })).toMatchObject(notFound)
    expect((await noted()).findings).toEqual([])
    expect(await put(one)).toMatchObject({ ok: true })
    expect((await noted()).findings).toMatchObject([{ treatment }])
    expect(session.faults).toEqual([])
  })

  test('is done for what is no longer a finding while its plan stands', async () => {
    const session = await startWithBefore()
    const { assessmentId, put } = session
    await session.do('decision.save', { assessmentId, decision })
    const finding = { kind: 'condition', condition: decision.conditions[0] ?? '' } as const
    const { treatment } = await session.treat({ finding })
    await session.do('decision.save', { assessmentId, decision: { ...decision, conditions: ['Another one'] } })
    expect(await put({ assessmentId, finding, treatment })).toMatchObject({ ok: true })
  })
})
