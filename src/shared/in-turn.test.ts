import { expect, test } from 'vitest'
import { createInTurn } from './in-turn.ts'

test('work given at once runs one after the other, in order, and a failure stops nothing behind it', async () => {
  const inTurn = createInTurn()
  const steps: string[] = []
  const work = (name: string, ms: number, fails = false) =>
    inTurn(async () => {
      steps.push(`${name} begins`)
      await new Promise((resolve) => setTimeout(resolve, ms))
      steps.push(`${name} ends`)
      if (fails) throw new Error(name)
      return name
    })
  const results = await Promise.allSettled([work('slow', 20), work('broken', 5, true), work('quick', 0)])
  expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(steps).toEqual(['slow begins', 'slow ends', 'broken begins', 'broken ends', 'quick begins', 'quick ends'])
})
