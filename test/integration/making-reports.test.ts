// A report that is being made tells its steps, and can be stopped before any of them: then nothing was signed, frozen or kept.
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { makingSteps } from '#shared/domain/making-step.ts'
import type { EngineProcedureName } from '#shared/contract/contract.ts'
import { type Session, startEngine } from '../support/engine-session.ts'
import { startWithExample } from '../support/example.ts'
import { passphrase, steppingClock } from '../support/vault-place.ts'

/** An engine with the supplier's example ready to be signed, which does `onStep` as each step of a making begins. */
async function ready(onStep: (step: number, session: Session) => void) {
  const made = await startWithExample('supplier')
  await made.do('decision.save', {
    assessmentId: made.assessment.id,
    decision: { outcome: 'decline', rationale: '', conditions: [], decidedBy: 'Dana Whitfield' },
  })
  await made.do('vault.lock', {})
  const seen: (number | null)[] = []
  const session: Session = startEngine(steppingClock('2026-11-22T10:00:00.000Z'), {
    onProgress: (progress) => {
      seen.push(progress?.done ?? null)
      if (progress !== null) onStep(progress.done, session)
    },
  })
  await session.do('vault.open', { handle: session.grant(made.directory), secret: passphrase })
  seen.length = 0
  const signer = { signerId: made.signer.id }
  const orders: readonly (readonly [EngineProcedureName, object])[] = [
    ['reports.sign', { ...signer, assessmentId: made.assessment.id }],
    ['reports.signOverview', { ...signer, kind: 'portfolio' }],
  ]
  return { session, seen, orders, assessmentId: made.assessment.id }
}

const allSteps = [...makingSteps.keys(), null]

test('a report of each kind tells every step in order, and is not stopped by a wish about another one', async () => {
  const { session, seen, orders } = await ready((_, { engine }) => engine.cancel(randomUUID()))
  for (const [name, order] of orders) {
    expect(await session.call(name, { ...order, makingId: randomUUID() })).toMatchObject({ ok: true })
    expect(seen.splice(0)).toEqual(allSteps)
  }
  expect((await session.do('reports.list', {})).total).toBe(2)
})

test('stopped before any step, it leaves the vault as it was, and can be made afterwards', async () => {
  const makingId = randomUUID()
  let stopAt = 0
  const { session, seen, orders, assessmentId } = await ready((step, { engine }) => {
    if (step === stopAt) engine.cancel(makingId)
  })
  const entries = async () =>
    (await session.do('history.list', { before: null, limit: 1, kinds: [], objectId: null, from: null, until: null })).total
  const before = await entries()
  for (const [name, order] of orders) {
    for (stopAt = 0; stopAt < makingSteps.length; stopAt += 1) {
      session.engine.cancel('')
      expect(await session.call(name, { ...order, makingId })).toMatchObject({ ok: false, fault: { code: 'cancelled' } })
      expect(seen.splice(0)).toEqual([...allSteps.slice(0, stopAt + 1), null])
    }
  }
  expect((await session.do('reports.list', {})).total).toBe(0)
  expect((await session.do('assessments.read', { id: assessmentId })).assessment.status).toBe('draft')
  expect(await entries()).toBe(before)
  session.engine.cancel('')
  const [order] = orders
  expect(await session.call('reports.sign', { ...order?.[1], makingId })).toMatchObject({ ok: true })
  expect(session.faults).toEqual([])
})
