import { expect, test } from 'vitest'
import { toggledOptions } from './own-options.ts'

test('"none of these" takes all others out, and any other takes it out', () => {
  expect(toggledOptions(['dod', 'grant'], ['dod', 'grant', 'none'], 'none')).toEqual(['none'])
  expect(toggledOptions(['none'], ['none', 'grant'], 'none')).toEqual(['grant'])
})

test('without such an option, and when a tick is taken away, what is ticked stays', () => {
  expect(toggledOptions(['dod'], ['dod', 'grant'], undefined)).toEqual(['dod', 'grant'])
  expect(toggledOptions(['dod', 'grant'], ['grant'], 'none')).toEqual(['grant'])
})
