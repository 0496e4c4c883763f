// Two packs share a question only where one of them took it from the other, or both from a third.
import { expect, test } from 'vitest'
import { isSameQuestion } from './comparable.ts'

const sha256 = '0'.repeat(64)
const base = { id: 'base' }
const mine = { id: 'mine', basedOn: { id: 'base', version: '1.0.0', sha256 } }
const yours = { id: 'yours', basedOn: { id: 'base', version: '1.1.0', sha256 } }

test('questions of the base are the same in the base and in every overlay of it', () => {
  for (const [one, other] of [
    [base, base],
    [base, mine],
    [mine, yours],
  ] as const)
    expect(isSameQuestion(one, other, 'AD-02')).toBe(true)
})

test('questions that an overlay added are its own, even where another uses the same number', () => {
  expect(isSameQuestion(mine, yours, 'AD-71')).toBe(false)
  expect(isSameQuestion(base, mine, 'AD-71')).toBe(false)
  expect(isSameQuestion(mine, { ...mine }, 'AD-71')).toBe(true)
})

test('packs of different origin share no question', () => {
  expect(isSameQuestion(base, { id: 'other' }, 'AD-02')).toBe(false)
})
