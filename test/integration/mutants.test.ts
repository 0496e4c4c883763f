// The list of mutants fits the code as it is, and a mutant that no longer does is refused.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { withMutant } from '../mutation/apply.ts'
import { mutants } from '../mutation/mutants.ts'

const root = resolve(import.meta.dirname, '../..')
const mutant = { file: 'a.ts', find: '1 < 2', replace: '1 > 2' }

describe('the mutants', () => {
  test('are many, and each has its one place in the code', () => {
    expect(mutants.length).toBeGreaterThanOrEqual(60)
    for (const one of mutants) expect(withMutant(readFileSync(resolve(root, one.file), 'utf8'), one)).toContain(one.replace)
  })

  test('change that place and no other', () => {
    expect(withMutant('if (1 < 2) go()', mutant)).toBe('if (1 > 2) go()')
    expect(withMutant('$& 1 < 2', { ...mutant, replace: '$&' })).toBe('$& $&')
  })

  test.each([
    ['is gone', 'if (1 <= 2) go()', 'a.ts holds “1 < 2” 0 times, not once.'],
    ['stands twice', '1 < 2 || 1 < 2', 'a.ts holds “1 < 2” 2 times, not once.'],
  ])('are refused when the place %s', (_, text, message) => {
    expect(() => withMutant(text, mutant)).toThrow(message)
  })

  test('are refused when they change nothing', () => {
    expect(() => withMutant('1 < 2', { ...mutant, replace: '1 < 2' })).toThrow('changes nothing')
  })
})
