import { describe, expect, test } from 'vitest'
import { AssessmentDetail } from '#shared/contract/assessments.ts'
import type { Answer, AnswerInput } from '#shared/domain/answer.ts'
import { QuestionId } from '#shared/domain/ids.ts'
import { score } from '#shared/scoring/score.ts'
import { testPack } from '../test-pack.ts'
import { createAssessmentSession, typingPauseMs, type SessionPorts } from './assessment-session.ts'

const gate = QuestionId.parse('AD-01')
const child = QuestionId.parse('AD-02')
const yes: AnswerInput = { questionId: gate, value: { kind: 'practice', choice: 'yes' }, note: '', evidenceGrade: 'U' }
const savedAt = '2026-11-22T09:30:00.000Z'
type Refusal = 'write-failed' | 'answer-changed' | 'engine-stopped'

/** A vault in memory that scores with the real method, and a clock that moves when told to. */
function world() {
  const stored = new Map<string, Answer>()
  const refusals: Refusal[] = []
  let timers: { at: number; run: () => void }[] = []
  let now = 0
  const result = () =>
    score({ pack: testPack, relationship: 'supplier', profile: 'full', asOf: '2026-11-22', answers: [...stored.values()], jewels: [] })
  const detail = () =>
    AssessmentDetail.parse({
      assessment: {
        id: '0b0e7d6e-51a7-4d0c-9a0e-0f3c7c1c2f01',
        thirdPartyId: '0b0e7d6e-51a7-4d0c-9a0e-0f3c7c1c2f02',
        relationship: 'supplier',
        profile: 'full',
        pack: { id: 'test', version: '1.0.0', sha256: '0'.repeat(64) },
        asOf: '2026-11-22',
        status: 'draft',
        startedAt: savedAt,
        signedAt: null,
      },
      thirdParty: {
        id: '0b0e7d6e-51a7-4d0c-9a0e-0f3c7c1c2f02',
        legalName: 'Helix',
        nativeName: '',
        registrationNumber: '',
        country: '',
        relationships: ['supplier'],
        note: '',
      },
      pack: testPack,
      answers: [...stored.values()],
      screening: null,
      decision: null,
      result: result(),
      reportId: null,
    })
  const refused = () => {
    const code = refusals.shift()
    return code === undefined ? null : ({ ok: false, fault: { code, detail: code, path: null } } as const)
  }
  const ports: SessionPorts = {
    save: async ({ baseRevision, answer }) => {
      const refusal = refused()
      if (refusal !== null) return refusal
      if ((stored.get(answer.questionId)?.revision ?? 0) !== baseRevision)
        return { ok: false, fault: { code: 'answer-changed', detail: '', path: null } }
      const saved = { ...answer, revision: baseRevision + 1, savedAt }
      stored.set(answer.questionId, saved)
      return { ok: true, value: { answer: saved, result: result() } }
    },
    clear: async ({ questionId }) => {
      stored.delete(questionId)
      return { ok: true, value: { clearedAt: savedAt, result: result() } }
    },
    read: async () => ({ ok: true, value: detail() }),
    schedule: (run, delayMs) => {
      const timer = { at: now + delayMs, run }
      timers.push(timer)
      return () => {
        timers = timers.filter((one) => one !== timer)
      }
    },
  }
  const wait = async (ms: number) => {
    now += ms
    const due = timers.filter((timer) => timer.at <= now)
    timers = timers.filter((timer) => timer.at > now)
    for (const timer of due) timer.run()
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
  return { session: createAssessmentSession(detail(), ports), stored, refusals, wait, detail }
}

describe('an assessment on the screen', () => {
  test('says "saved" only after the vault said so, and takes over the new result', async () => {
    const { session, wait } = world()
    session.change(gate, yes, 'now')
    expect(session.status().phase).toBe('saving')
    expect(session.result().answeredCount).toBe(0)
    await wait(0)
    expect(session.status()).toEqual({ phase: 'saved', lastSavedAt: savedAt, unsaved: [] })
    expect(session.result().answeredCount).toBe(1)
    expect(session.result().shown).not.toContain(child)
  })

  test('typing is saved after a pause', async () => {
    const { session, stored, wait } = world()
    session.change(gate, { ...yes, note: 'a' }, 'typing')
    await wait(typingPauseMs - 1)
    expect(stored.size).toBe(0)
    await wait(1)
    expect(stored.get(gate)?.note).toBe('a')
  })

  test('a refused save keeps the text and can be tried again', async () => {
    const { session, stored, refusals, wait } = world()
    refusals.push('write-failed')
    session.change(gate, yes, 'now')
    await wait(0)
    expect(session.viewOf(gate)).toMatchObject({ draft: yes, save: { phase: 'failed', fault: { code: 'write-failed' } } })
    expect(session.status()).toMatchObject({ phase: 'failed', unsaved: [gate] })
    session.retry(gate)
    await wait(0)
    expect(stored.get(gate)?.value).toEqual(yes.value)
  })

  test('what another window changed is overwritten only when the person says so', async () => {
    const { session, stored, wait } = world()
    session.change(gate, yes, 'now')
    await wait(0)
    stored.set(gate, { ...yes, note: 'theirs', revision: 5, savedAt })
    session.change(gate, { ...yes, note: 'mine' }, 'now')
    await wait(0)
    expect(session.viewOf(gate).save).toMatchObject({ phase: 'failed', fault: { code: 'answer-changed' } })
    expect(stored.get(gate)?.note).toBe('theirs')
    await session.keepMine(gate)
    await wait(0)
    expect(stored.get(gate)).toMatchObject({ note: 'mine', revision: 6 })
  })

  test('or it is taken over, and the form starts anew', async () => {
    const { session, stored, refusals, wait } = world()
    stored.set(gate, { ...yes, note: 'theirs', revision: 5, savedAt })
    refusals.push('answer-changed')
    session.change(gate, { ...yes, note: 'mine' }, 'now')
    await wait(0)
    await session.takeStored(gate)
    expect(session.viewOf(gate)).toMatchObject({
      draft: { note: 'theirs' },
      storedRevision: 5,
      outsideChanges: 1,
      save: { phase: 'saved' },
    })
  })

  test('after the engine stopped, what was unsaved goes on top of what the vault has', async () => {
    const { session, stored, refusals, wait, detail } = world()
    refusals.push('engine-stopped')
    session.change(gate, { ...yes, note: 'typed just before' }, 'now')
    await wait(0)
    stored.set(gate, { ...yes, revision: 3, savedAt })
    session.refresh(detail())
    await wait(0)
    expect(stored.get(gate)).toMatchObject({ note: 'typed just before', revision: 4 })
  })

  test('the last choice is taken back, also to a blank', async () => {
    const { session, stored, wait } = world()
    session.change(gate, yes, 'now')
    await wait(0)
    session.change(gate, { ...yes, value: { kind: 'practice', choice: 'no' } }, 'now')
    await wait(0)
    expect(session.undo()).toMatchObject({ questionId: gate, what: 'answer', direction: 'undo' })
    await wait(0)
    expect(stored.get(gate)?.value).toEqual(yes.value)
    expect(session.undo()).toMatchObject({ questionId: gate })
    await wait(0)
    expect(stored.has(gate)).toBe(false)
    expect(session.undo()).toBeNull()
    expect(session.redo()).toMatchObject({ questionId: gate, direction: 'redo' })
    await wait(0)
    expect(stored.get(gate)?.value).toEqual(yes.value)
  })

  test('takes typing back as one step, until the field is left', async () => {
    const { session, stored, wait } = world()
    session.change(gate, yes, 'now')
    session.change(gate, { ...yes, note: 'S' }, 'typing')
    session.change(gate, { ...yes, note: 'Se' }, 'typing')
    await session.flush()
    session.change(gate, { ...yes, note: 'See' }, 'typing')
    await session.flush()
    expect(session.undo()).toMatchObject({ what: 'note' })
    await wait(0)
    expect(stored.get(gate)?.note).toBe('Se')
    expect(session.undo()).toMatchObject({ what: 'note' })
    await wait(0)
    expect(stored.get(gate)).toMatchObject({ note: '', value: yes.value })
  })

  test('takes answers that the vault took over back together, and puts them again', async () => {
    const { session, stored, wait, detail } = world()
    const taken = [gate, child].map((questionId) => ({ ...yes, questionId, revision: 1, savedAt }))
    for (const answer of taken) stored.set(answer.questionId, answer)
    const files: string[] = []
    const beside = { undo: async () => files.push('taken out') > 0, redo: async () => files.push('brought back') > 0 }
    session.takeAnswers(taken, detail().result, beside)
    expect(session.viewOf(child)).toMatchObject({ draft: { value: yes.value }, storedRevision: 1 })
    expect(session.undo()).toMatchObject({ what: 'carry-over' })
    await wait(0)
    await session.flush()
    expect(stored.size).toBe(0)
    session.redo()
    await wait(0)
    await session.flush()
    expect(stored.size).toBe(2)
    // The files that came with the answers go and come with them.
    expect(files).toEqual(['taken out', 'brought back'])
  })

  test('takes back what was done beside the answers, and tells when the vault refuses', async () => {
    const { session } = world()
    const done: string[] = []
    const step = { kind: 'beside', what: 'file-removed', questionId: gate } as const
    session.rememberBeside({
      ...step,
      undo: async () => done.push('undo') > 0,
      redo: async () => false,
    })
    expect(await session.undo()?.done).toBe(true)
    expect(await session.redo()?.done).toBe(false)
    expect(done).toEqual(['undo'])
  })

  test('an answer that is not complete is held, not sent, and counted as unsaved', async () => {
    const { session, stored, wait } = world()
    session.hold(
      gate,
      { ...yes, value: { kind: 'not-applicable', reason: '', countersignedBy: '' } },
      { why: 'the reason is empty', pace: 'now' },
    )
    await wait(5_000)
    expect(stored.size).toBe(0)
    expect(session.status()).toMatchObject({ phase: 'incomplete', unsaved: [gate] })
  })
})
