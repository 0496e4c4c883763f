import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createSaveQueue, longestWaitMs, type SaveReply } from './save-queue.ts'

type Key = 'AD-01' | 'AD-02'
interface Sent {
  readonly key: Key
  readonly value: string
  readonly baseRevision: number
  readonly reply: (reply: SaveReply<string>) => void
}

/** A vault that answers when told to, and a clock that moves when told to. */
function world() {
  let now = 0
  let timers: { at: number; run: () => void }[] = []
  const stored = new Map<Key, { value: string; revision: number }>()
  const log: { key: Key; value: string }[] = []
  const inFlight: Sent[] = []
  const problems: string[] = []
  const queue = createSaveQueue<Key, string, string>({
    send: (key, value, baseRevision) => {
      if (inFlight.length > 0) problems.push('two saves at once')
      if ((stored.get(key)?.revision ?? 0) !== baseRevision) problems.push(`${key} saved on revision ${baseRevision}`)
      return new Promise((reply) => inFlight.push({ key, value, baseRevision, reply }))
    },
    schedule: (run, delayMs) => {
      const timer = { at: now + delayMs, run }
      timers.push(timer)
      return () => {
        timers = timers.filter((one) => one !== timer)
      }
    },
    onChange: () => {},
  })
  const answer = async (isRefused: boolean) => {
    const sent = inFlight.shift()
    if (sent === undefined) return
    if (isRefused) sent.reply({ ok: false, fault: 'write-failed' })
    else {
      stored.set(sent.key, { value: sent.value, revision: sent.baseRevision + 1 })
      log.push({ key: sent.key, value: sent.value })
      sent.reply({ ok: true, revision: sent.baseRevision + 1 })
    }
    await Promise.resolve()
    await Promise.resolve()
  }
  const advance = (ms: number) => {
    now += ms
    const due = timers.filter((timer) => timer.at <= now)
    timers = timers.filter((timer) => timer.at > now)
    for (const timer of due.toSorted((a, b) => a.at - b.at)) timer.run()
  }
  return { queue, stored, log, inFlight, problems, answer, advance }
}

const Step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('type' as const),
      key: fc.constantFrom<Key>('AD-01', 'AD-02'),
      delayMs: fc.constantFrom(0, 400),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 900 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('answer' as const), isRefused: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('flush' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('retry' as const), key: fc.constantFrom<Key>('AD-01', 'AD-02') }) },
)

describe('the save queue', () => {
  test('whatever the order of typing, waiting, replies and refusals: the last typed value is the last saved, no two saves overlap, each builds on the acknowledged revision', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(Step, { maxLength: 60 }), async (steps) => {
        const { queue, stored, inFlight, problems, answer, advance } = world()
        const typed = new Map<Key, string>()
        for (const [index, step] of steps.entries()) {
          if (step.do === 'type') {
            typed.set(step.key, `text ${index}`)
            queue.put(step.key, `text ${index}`, step.delayMs)
          } else if (step.do === 'wait') advance(step.ms)
          else if (step.do === 'answer') await answer(step.isRefused)
          else if (step.do === 'retry') queue.retry(step.key)
          else void queue.flush()
        }
        // At the end the person leaves: everything is flushed and refused saves are tried again, by a vault that now works.
        for (let round = 0; round < 20; round += 1) {
          for (const key of typed.keys()) queue.retry(key)
          void queue.flush()
          while (inFlight.length > 0) await answer(false)
        }
        expect(problems).toEqual([])
        expect(queue.unsavedKeys()).toEqual([])
        for (const [key, text] of typed) expect(stored.get(key)?.value).toBe(text)
      }),
      { numRuns: 500 },
    )
  })

  test('typing is saved once it pauses, with only the last text', async () => {
    const { queue, log, answer, advance } = world()
    for (const text of ['a', 'ab', 'abc']) {
      queue.put('AD-01', text, 400)
      advance(100)
    }
    expect(queue.phaseOf('AD-01')).toEqual({ phase: 'waiting' })
    advance(400)
    expect(queue.phaseOf('AD-01')).toEqual({ phase: 'saving' })
    await answer(false)
    expect(queue.phaseOf('AD-01')).toEqual({ phase: 'saved' })
    expect(log).toEqual([{ key: 'AD-01', value: 'abc' }])
  })

  test('steady typing does not put a save off for ever', () => {
    const { queue, inFlight, advance } = world()
    for (let ms = 0; ms <= longestWaitMs; ms += 100) {
      queue.put('AD-01', `text ${ms}`, 400)
      advance(100)
    }
    expect(inFlight).toHaveLength(1)
  })

  test('a refused save keeps the text, says why, and goes through when tried again', async () => {
    const { queue, stored, answer, advance } = world()
    queue.put('AD-01', 'typed with care', 0)
    advance(0)
    await answer(true)
    expect(queue.phaseOf('AD-01')).toEqual({ phase: 'failed', fault: 'write-failed' })
    expect(queue.unsavedKeys()).toEqual(['AD-01'])
    queue.retry('AD-01')
    await answer(false)
    expect(stored.get('AD-01')?.value).toBe('typed with care')
  })

  test('a refused save does not hold up another question', async () => {
    const { queue, stored, answer, advance } = world()
    queue.put('AD-01', 'refused', 0)
    queue.put('AD-02', 'fine', 0)
    advance(0)
    await answer(true)
    await answer(false)
    expect(stored.get('AD-02')?.value).toBe('fine')
  })

  test('what is discarded is never sent', () => {
    const { queue, inFlight, advance } = world()
    queue.put('AD-01', 'not wanted', 400)
    queue.discard('AD-01', 3)
    advance(1_000)
    expect(inFlight).toEqual([])
    expect(queue.phaseOf('AD-01')).toEqual({ phase: 'saved' })
  })
})
