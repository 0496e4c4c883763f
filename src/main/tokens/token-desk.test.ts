// The desk that has jobs done by processes: whatever these answer, or do not, the job ends and nothing is thrown.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createTokenDesk, type StartTokenChild } from './token-desk.ts'
import type { TokenJob } from './token-job.ts'

const list: TokenJob = { kind: 'list', modulePath: '/module.so' }
const sign = (): TokenJob => ({
  kind: 'sign',
  modulePath: '/module.so',
  serial: '1',
  label: 'Card',
  keyId: '02',
  algorithm: 'ecdsa-sha256',
  content: Uint8Array.of(1),
  pin: Uint8Array.of(49, 50),
})
const patience = { list: 40, sign: 40 }

/** A process that answers with these, one after the other, and is gone when it is killed. */
function answering(...answers: readonly unknown[]): StartTokenChild {
  return ({ onAnswer, onGone }) => ({
    send: () =>
      setImmediate(() => {
        for (const answer of answers) onAnswer(answer)
      }),
    kill: () => void setImmediate(onGone),
  })
}

describe('an answer', () => {
  test('of any kind that the job did not ask for is a failed module', async () => {
    await fc.assert(
      fc.asyncProperty(fc.anything({ withTypedArray: true, withNullPrototype: true }), async (answer) => {
        expect(await createTokenDesk(answering(answer), patience).run(list)).toEqual({ kind: 'fault', code: 'token-module-failed' })
      }),
    )
  })

  test.each<[string, TokenJob, unknown]>([
    ['a signature instead of a list', list, { kind: 'signature', value: Uint8Array.of(1) }],
    ['a list instead of a signature', sign(), { kind: 'tokens', tokens: [] }],
    ['a signature of three kilobytes', sign(), { kind: 'signature', value: new Uint8Array(3_000) }],
    ['a list of a thousand', list, { kind: 'tokens', tokens: Array.from({ length: 1_000 }, () => ({})) }],
    ['a reason that there is not', sign(), { kind: 'fault', code: 'anything' }],
  ])('that is %s is a failed module', async (_, job, answer) => {
    expect(await createTokenDesk(answering(answer), patience).run(job)).toEqual({ kind: 'fault', code: 'token-module-failed' })
  })

  test('that comes after the first one is passed over', async () => {
    const desk = createTokenDesk(answering({ kind: 'tokens', tokens: [] }, { kind: 'fault', code: 'token-absent' }), patience)
    expect(await desk.run(list)).toEqual({ kind: 'tokens', tokens: [] })
  })
})

describe('a process', () => {
  test('that cannot be started, or is gone without an answer, is said to be so, and the PIN is wiped', async () => {
    const cannot: StartTokenChild = () => {
      throw new Error('no process')
    }
    const job = sign()
    expect(await createTokenDesk(cannot, patience).run(job)).toEqual({ kind: 'fault', code: 'tokens-unavailable' })
    expect(job).toMatchObject({ pin: Uint8Array.of(0, 0) })
    const gone: StartTokenChild = ({ onGone }) => ({ send: () => void setImmediate(onGone), kill: () => undefined })
    expect(await createTokenDesk(gone, patience).run(list)).toEqual({ kind: 'fault', code: 'token-module-failed' })
  })

  test('that says nothing is given up after its time, and one that cannot even die is not waited for', async () => {
    expect(await createTokenDesk(answering(), patience).run(list)).toEqual({ kind: 'fault', code: 'token-time-out' })
    const stuck: StartTokenChild = () => ({ send: () => undefined, kill: () => undefined })
    expect(await createTokenDesk(stuck, patience).run(list)).toEqual({ kind: 'fault', code: 'token-time-out' })
  })

  test('is ended by a cancel, with every other one', async () => {
    const desk = createTokenDesk(answering(), { list: 60_000, sign: 60_000 })
    const jobs = [desk.run(list), desk.run(sign())]
    desk.cancel()
    expect(await Promise.all(jobs)).toEqual([1, 2].map(() => ({ kind: 'fault', code: 'token-cancelled' })))
  })
})
