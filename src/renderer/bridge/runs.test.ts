import { describe, expect, it } from 'vitest'
import { createRuns } from './runs.ts'

function slowRuns() {
  const begun: string[] = []
  const ends: ((outcome: string) => void)[] = []
  let idleCount = 0
  const run = createRuns(
    (input: { readonly name: string }) => {
      begun.push(input.name)
      return new Promise<string>((resolve) => ends.push(resolve))
    },
    () => {
      idleCount += 1
    },
  )
  const end = async (outcome: string) => {
    ends.shift()?.(outcome)
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
  return { begun, run, end, idleCount: () => idleCount }
}

describe('createRuns', () => {
  it('carries out a double click once, and answers both', async () => {
    const { begun, run, end, idleCount } = slowRuns()
    const both = Promise.all([run({ name: 'Fern Hollow' }), run({ name: 'Fern Hollow' })])
    await end('added')
    expect(await both).toEqual(['added', 'added'])
    expect(begun).toEqual(['Fern Hollow'])
    expect(idleCount()).toBe(1)
  })

  it('begins another input after the one under way, and is idle only after both', async () => {
    const { begun, run, end, idleCount } = slowRuns()
    const both = Promise.all([run({ name: 'first' }), run({ name: 'second' })])
    expect(begun).toEqual(['first'])
    await end('one')
    expect(begun).toEqual(['first', 'second'])
    expect(idleCount()).toBe(0)
    await end('two')
    expect(await both).toEqual(['one', 'two'])
    expect(idleCount()).toBe(1)
  })

  it('carries out the same input again once the run before has ended', async () => {
    const { begun, run, end } = slowRuns()
    for (const outcome of ['refused', 'saved']) {
      const outcomeOf = run({ name: 'again' })
      await end(outcome)
      expect(await outcomeOf).toBe(outcome)
    }
    expect(begun).toEqual(['again', 'again'])
  })

  it('goes on after a run that failed', async () => {
    let idleCount = 0
    const run = createRuns(
      (input: number) => (input === 1 ? Promise.reject(new Error('cut off')) : Promise.resolve(input)),
      () => {
        idleCount += 1
      },
    )
    const [failed, next] = await Promise.allSettled([run(1), run(2)])
    expect(failed.status).toBe('rejected')
    expect(next).toEqual({ status: 'fulfilled', value: 2 })
    expect(idleCount).toBe(1)
  })
})
