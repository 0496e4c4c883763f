// The window locks after the time that was set, counted from the last touch, and not while something is under way.
import { describe, expect, test } from 'vitest'
import { createIdleClock } from './idle-clock.ts'

function startClock(limitSeconds: number | null) {
  const state = { nowMs: 0, isBusy: false, limitSeconds, idleAtMs: [] as number[] }
  const clock = createIdleClock({
    nowMs: () => state.nowMs,
    limitSeconds: () => state.limitSeconds,
    isBusy: () => state.isBusy,
    onIdle: () => state.idleAtMs.push(state.nowMs),
  })
  const wait = (seconds: number) => {
    for (let second = 0; second < seconds; second += 1) {
      state.nowMs += 1_000
      clock.look()
    }
  }
  return { state, clock, wait }
}

describe('the idle clock', () => {
  test('speaks once when the time is over, and again only after a touch', () => {
    const { state, clock, wait } = startClock(60)
    wait(59)
    expect(state.idleAtMs).toEqual([])
    wait(200)
    expect(state.idleAtMs).toEqual([60_000])
    clock.touch()
    wait(60)
    expect(state.idleAtMs).toHaveLength(2)
  })

  test('counts from the last touch', () => {
    const { state, clock, wait } = startClock(60)
    for (let round = 0; round < 5; round += 1) {
      wait(59)
      clock.touch()
    }
    expect(state.idleAtMs).toEqual([])
  })

  test('waits while something is under way, and counts from its end', () => {
    const { state, wait } = startClock(60)
    state.isBusy = true
    wait(600)
    state.isBusy = false
    wait(59)
    expect(state.idleAtMs).toEqual([])
    wait(1)
    expect(state.idleAtMs).toHaveLength(1)
  })

  test('never speaks when it is set to never, and takes a new setting at once', () => {
    const { state, wait } = startClock(null)
    wait(10_000)
    expect(state.idleAtMs).toEqual([])
    state.limitSeconds = 60
    wait(1)
    expect(state.idleAtMs).toHaveLength(1)
  })
})
