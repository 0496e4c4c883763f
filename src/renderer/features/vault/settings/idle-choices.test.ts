import { describe, expect, test } from 'vitest'
import { idleChoices, idleWords } from './idle-choices.ts'

describe('the choices of when to lock', () => {
  test('go from one minute to never', () => {
    expect(idleChoices(900).map(idleWords)).toEqual([
      '1 minute',
      '2 minutes',
      '5 minutes',
      '10 minutes',
      '15 minutes',
      '30 minutes',
      '60 minutes',
      'Never',
    ])
  })
  test('show what somebody wrote into the settings file, in its place', () => {
    expect(idleChoices(90).map(idleWords).slice(0, 3)).toEqual(['1 minute', '90 seconds', '2 minutes'])
    expect(idleWords(1)).toBe('1 second')
  })
})
