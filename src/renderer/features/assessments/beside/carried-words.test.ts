import { expect, test } from 'vitest'
import { isOldAnswer } from './carried-words.ts'

test('an answer taken over is old once it was given more than twelve months before', () => {
  expect(isOldAnswer('2025-11-22', '2026-11-22')).toBe(false)
  expect(isOldAnswer('2025-11-21', '2026-11-22')).toBe(true)
  expect(isOldAnswer('2026-01-01', '2026-11-22')).toBe(false)
  expect(isOldAnswer('', '2026-11-22')).toBe(false)
})
