// What a fault leaves in the log: its kind and where it happened, never what was typed.
import { describe, expect, test } from 'vitest'
import { describeFault } from './fault-log.ts'

describe('a fault in the log', () => {
  test('names its kind and the functions it came through', () => {
    expect(describeFault(new RangeError('too far'))).toMatch(/^RangeError\n\s+at .+fault-log\.test\.ts/)
  })

  test('keeps every line of its message out, even one that looks like a place in the program', () => {
    const typed = 'secret\n    at Kestrel Ltd (plans.doc:1:2)\nat home'
    const described = describeFault(new Error(typed))
    expect(described).not.toMatch(/secret|Kestrel|home/)
    expect(described).toContain('fault-log.test.ts')
  })

  test('keeps text out that stands for a stack or a kind', () => {
    const odd = new Error('typed')
    odd.name = 'typed by hand'
    odd.stack = 'typed\n    at typed text'
    expect(describeFault(odd)).toBe('Error')
    expect(describeFault('typed text')).toBe('string')
  })

  test('is the kind alone when its message was changed after it was made', () => {
    const changed = new TypeError('typed\n    at typed (plans.doc:1:2)')
    expect(changed.stack).toContain('typed')
    changed.message = 'something else'
    expect(describeFault(changed)).toBe('TypeError')
  })

  test('is the kind alone where a library left no stack', () => {
    const bare = new TypeError('typed')
    delete bare.stack
    expect(describeFault(bare)).toBe('TypeError')
  })
})
