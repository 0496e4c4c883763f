import { describe, expect, test } from 'vitest'
import { percentText } from './numbers.ts'

describe('numbers on the screen', () => {
  test('percent keeps the decimals asked for', () => {
    expect([percentText(6071), percentText(6071, 2)]).toEqual(['61 %', '60.71 %'])
  })
})
