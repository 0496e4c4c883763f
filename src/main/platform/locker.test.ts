// The lock asks the page first, does not wait for it for ever, and keeps a page that still holds text.
import { describe, expect, test } from 'vitest'
import { createLocker, graceMs } from './locker.ts'

function makeLocker() {
  const state = { isOpen: true, isBusy: false }
  const done: string[] = []
  const timers = new Set<{ readonly run: () => void; readonly delayMs: number }>()
  const locker = createLocker({
    isVaultOpen: () => state.isOpen,
    isEngineBusy: () => state.isBusy,
    endEngine: () => {
      state.isOpen = false
      done.push('engine ended')
      return Promise.resolve()
    },
    clearClipboard: () => {
      done.push('clipboard cleared')
      return Promise.resolve()
    },
    showFreshPage: () => done.push('fresh page'),
    schedule: (run, delayMs) => {
      const timer = { run, delayMs }
      timers.add(timer)
      return () => timers.delete(timer)
    },
  })
  const ring = async () => {
    for (const timer of timers) timer.run()
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { state, done, timers, locker, ring }
}

describe('the lock', () => {
  test('ends the engine, clears the clipboard and shows a fresh page, in this order', async () => {
    const { done, locker } = makeLocker()
    await locker.lock(false)
    expect(done).toEqual(['engine ended', 'clipboard cleared', 'fresh page'])
  })

  test('keeps a page that holds text which could not be saved', async () => {
    const { done, locker } = makeLocker()
    await locker.lock(true)
    expect(done).toEqual(['engine ended', 'clipboard cleared'])
  })

  test('tells the page that waits, and the one before it that it no longer does', async () => {
    const { locker } = makeLocker()
    const first = locker.nextWish()
    const second = locker.nextWish()
    locker.wish('settings')
    expect([await first, await second]).toEqual([null, 'settings'])
  })

  test.each(['lock-idle', 'lock-screen', 'lock-suspend'] as const)('on %s does without a page that does not answer', async (wish) => {
    const { done, timers, locker, ring } = makeLocker()
    locker.wish(wish)
    expect([...timers].map(({ delayMs }) => delayMs)).toEqual([graceMs[wish]])
    await ring()
    expect(done).toEqual(['engine ended', 'clipboard cleared', 'fresh page'])
  })

  test('takes the keys away, but not the text, from a page that is still saving when the time is over', async () => {
    const { state, done, locker, ring } = makeLocker()
    state.isBusy = true
    locker.wish('lock-screen')
    await ring()
    expect(done).toEqual(['engine ended', 'clipboard cleared'])
  })

  test('forgets its deadline once the page has locked, and has none for what a person asked for', async () => {
    const { timers, locker } = makeLocker()
    locker.wish('lock')
    expect(timers.size).toBe(0)
    locker.wish('lock-idle')
    locker.wish('lock-suspend')
    expect(timers.size).toBe(1)
    await locker.lock(false)
    expect(timers.size).toBe(0)
  })

  test('wishes nothing while no vault is open', () => {
    const { state, timers, locker } = makeLocker()
    state.isOpen = false
    locker.wish('lock-idle')
    expect(timers.size).toBe(0)
  })
})
