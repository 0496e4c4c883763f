// A copied secret leaves the clipboard again, and nothing else does.
import { describe, expect, test } from 'vitest'
import { clipboardSeconds, createSecretClipboard } from './secret-clipboard.ts'

function makeClipboard() {
  const board = { text: 'from before' }
  const timers = new Set<{ readonly run: () => void; readonly delayMs: number }>()
  const secrets = createSecretClipboard(
    {
      readText: () => board.text,
      writeText: (text) => {
        board.text = text
        return Promise.resolve()
      },
      clear: () => {
        board.text = ''
      },
    },
    (run, delayMs) => {
      const timer = { run, delayMs }
      timers.add(timer)
      return () => timers.delete(timer)
    },
  )
  const ring = async () => {
    for (const timer of timers) timer.run()
    timers.clear()
    await Promise.resolve()
    await Promise.resolve()
  }
  return { board, timers, secrets, ring }
}

describe('a copied secret', () => {
  test('is on the clipboard for half a minute', async () => {
    const { board, timers, secrets, ring } = makeClipboard()
    await secrets.copy('7K3M')
    expect(board.text).toBe('7K3M')
    expect([...timers].map(({ delayMs }) => delayMs)).toEqual([clipboardSeconds * 1_000])
    await ring()
    expect(board.text).toBe('')
  })

  test('is taken off at once when asked, and its timer with it', async () => {
    const { board, timers, secrets } = makeClipboard()
    await secrets.copy('7K3M')
    await secrets.clear()
    expect([board.text, timers.size]).toEqual(['', 0])
  })

  test('that somebody has copied over is left alone', async () => {
    const { board, secrets, ring } = makeClipboard()
    await secrets.copy('7K3M')
    board.text = 'something else'
    await ring()
    await secrets.clear()
    expect(board.text).toBe('something else')
  })

  test('starts the half minute anew when it is copied again; without one there is nothing to take off', async () => {
    const { board, timers, secrets } = makeClipboard()
    await secrets.clear()
    expect(board.text).toBe('from before')
    await secrets.copy('7K3M')
    await secrets.copy('9XYZ')
    expect(timers.size).toBe(1)
  })
})
