import { describe, expect, test } from 'vitest'
import { kindOf } from './window-errors.ts'

describe('what the log is told of an error', () => {
  test('its kind and where it happened, never its message, which may hold typed text', () => {
    const kind = kindOf(new TypeError('Helix Cloud Services is not a function'))
    expect(kind).toMatch(/^TypeError at /)
    expect(kind).not.toContain('Helix')
  })
  test('an error whose stack holds the message on several lines keeps it to itself, too', () => {
    expect(kindOf(new Error('first line\nsecond line typed by a person'))).not.toMatch(/first|second/)
  })
  test('something thrown that is no error', () => {
    expect(kindOf('Helix Cloud Services')).toBe('not an Error')
  })
})
