// Reading CSV in pieces takes work by the length of a row, not of the text.
import { expect, test } from 'vitest'
import { endOfLongest } from './csv-rows.ts'

/** As many equal lines as wished, and how many of them were looked at. */
function countedLines(count: number, line: string) {
  const looked = new Set<string>()
  const lines = new Proxy(
    Array.from({ length: count }, () => line),
    {
      get(target, key) {
        if (typeof key === 'string' && /^\d/.test(key)) looked.add(key)
        return Reflect.get(target, key)
      },
    },
  )
  return { lines, looked }
}

test('how far the longest row can go is found without a look at what comes after it', () => {
  for (const [line, most] of [
    ['x'.repeat(999), 202],
    ['', 200_002],
  ] as const) {
    const { lines, looked } = countedLines(300_000, line)
    expect(endOfLongest(lines, 7)).toBe(7 + most - 1)
    expect(looked.size).toBe(most)
  }
})

test('in a short text the longest row goes to its end', () => {
  expect(endOfLongest(['a', '', 'b'], 1)).toBe(3)
  expect(endOfLongest(['a'], 1)).toBe(1)
})
