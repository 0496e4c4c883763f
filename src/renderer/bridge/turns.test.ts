import { describe, expect, it } from 'vitest'
import { createTurns } from './turns.ts'

describe('createTurns', () => {
  it('begins a step when the one before has ended, however slow that was', async () => {
    const inTurn = createTurns()
    const done: string[] = []
    const { promise: slow, resolve: letGo } = Promise.withResolvers<void>()
    const first = inTurn(async () => {
      await slow
      done.push('first')
    })
    const second = inTurn(async () => done.push('second'))
    await Promise.resolve()
    expect(done).toEqual([])
    letGo()
    await Promise.all([first, second])
    expect(done).toEqual(['first', 'second'])
  })

  it('tells a failure to whoever asked for that step, and goes on with the next', async () => {
    const inTurn = createTurns()
    const failing = inTurn(() => Promise.reject(new Error('The disk is full.')))
    const next = inTurn(async () => 'saved')
    await expect(failing).rejects.toThrow('The disk is full.')
    await expect(next).resolves.toBe('saved')
  })
})
