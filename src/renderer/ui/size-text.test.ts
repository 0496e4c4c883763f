import { expect, test } from 'vitest'
import { sizeText } from './size-text.ts'

test.each([
  [340, '340 bytes'],
  [1_300_000, '1.2 MB'],
  [5_368_709_120_000, '5,000 GB'],
])('%d is as large as "%s"', (sizeBytes, words) => {
  expect(sizeText(sizeBytes)).toBe(words)
})
