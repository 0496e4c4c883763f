import { describe, expect, test } from 'vitest'
import { screeningReasons } from '#shared/scoring/screening.ts'
import { english } from '#renderer/i18n/catalogues.ts'
import { flagReason } from './flag-reason.ts'

describe('why a flag stands', () => {
  test('is said in the words of the pack', () => {
    expect(flagReason({ ruleId: 'AD-02', reason: 'Anybody can copy it.' })).toBe('Anybody can copy it.')
    expect(flagReason({ ruleId: 'AD-02', reason: screeningReasons.match })).toBe(screeningReasons.match)
  })
  test('is said by the catalogue where screening set it, and stays where it is not known', () => {
    expect(english.result.screening).toEqual(screeningReasons)
    expect(flagReason({ ruleId: 'screening', reason: screeningReasons['could-not-screen'] })).toBe(
      english.result.screening['could-not-screen'],
    )
    expect(flagReason({ ruleId: 'screening', reason: 'Of a later version.' })).toBe('Of a later version.')
  })
})
