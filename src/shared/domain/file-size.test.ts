import { expect, test } from 'vitest'
import { fileSize } from './file-size.ts'

test.each([
  [0, 0, 'bytes'],
  [340, 340, 'bytes'],
  [1_023, 1_023, 'bytes'],
  [1_024, 1, 'KB'],
  [10_188, 9.9, 'KB'],
  [10_189, 10, 'KB'],
  [1_048_063, 1_023, 'KB'],
  [1_048_064, 1, 'MB'],
  [1_258_291, 1.2, 'MB'],
  [26_214_400, 25, 'MB'],
  [5_368_709_120, 5, 'GB'],
  [5_368_709_120_000, 5_000, 'GB'],
] as const)('%d bytes are %d %s', (sizeBytes, amount, unit) => {
  expect(fileSize(sizeBytes)).toEqual({ amount, unit })
})
