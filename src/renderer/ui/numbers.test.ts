import { describe, expect, test } from 'vitest'
import { countText, percentText } from './numbers.ts'

describe('numbers on the screen', () => {
  test('percent keeps the decimals asked for', () => {
    expect([percentText(6071), percentText(6071, 2)]).toEqual(['61 %', '60.71 %'])
  })
  test('one is singular, all else is plural', () => {
    expect([countText(1, 'answer', 'answers'), countText(0, 'answer', 'answers'), countText(1200, 'answer', 'answers')]).toEqual([
      '1 answer',
      '0 answers',
      '1,200 answers',
    ])
  })
})
