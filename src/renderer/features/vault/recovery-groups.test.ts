import { describe, expect, test } from 'vitest'
import { groupsOf, isLastGroup } from './recovery-groups.ts'

const code = 'K7QM4-9XTRA-PW3ZD-2HJ8N'

describe('the recovery code', () => {
  test('is shown in its groups', () => {
    expect(groupsOf(code)).toEqual(['K7QM4', '9XTRA', 'PW3ZD', '2HJ8N'])
  })
  test('is confirmed by its last group in any case, with spaces around it', () => {
    expect(isLastGroup(code, ' 2hj8n ')).toBe(true)
  })
  test('is not confirmed by another group, by nothing, or by a part', () => {
    for (const typed of ['K7QM4', '', '2HJ8', '2HJ8N2']) expect(isLastGroup(code, typed)).toBe(false)
  })
})
