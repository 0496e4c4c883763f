// A result in a terminal: tier, range, driver and flags, each in words a person can use.
import { describe, expect, test } from 'vitest'
import type { Result } from '#shared/scoring/result.ts'
import { score } from '#shared/scoring/score.ts'
import { createPackLibrary } from '../packs/pack-library.ts'
import { describeResult, driverWords } from './result-words.ts'

const { pack } = createPackLibrary(new URL('../../../resources', import.meta.url).pathname).current
const blank = score({ pack, relationship: 'supplier', profile: 'lite', asOf: '2026-11-22', answers: [], jewels: [] })

describe('a result in words', () => {
  test('says that nothing is assessed yet', () => {
    expect(driverWords(blank, pack)).toBe('nothing assessed yet')
    expect(describeResult(blank, pack)).toMatch(/^Tier: +Critical\nRange: +Low to Critical|^Tier: +Critical\nRange: +\w+ to Critical/)
    expect(describeResult(blank, pack)).toContain(`Answered:   0 of ${blank.shown.length}`)
    expect(describeResult(blank, pack)).toMatch(/^Next look: +2027-05-22$/m)
    expect(describeResult(blank, pack)).toMatch(/^Badge: +provisional, for .*RP-01/m)
  })

  test('names the domain or the flag that drives the tier, and a low tier that is not confirmed', () => {
    const byDomain: Result = { ...blank, driver: { kind: 'domain', id: 'AD' }, tier: { best: 'low', worst: 'low' }, isUnconfirmed: true }
    expect(describeResult(byDomain, pack)).toMatch(/^Tier: +Low \(unconfirmed\)\nRange: +no open range\nDriver: +AD Access and data/)
    const flag = { ruleId: 'RP-13', questionId: null, level: 'stop', state: 'fired', reason: 'A reason.' } as const
    const byFlag: Result = { ...blank, driver: { kind: 'flag', id: 'RP-13' }, flags: [flag, { ...flag, level: 'high' }] }
    expect(driverWords(byFlag, pack)).toBe('RP-13: A reason.')
    expect(describeResult(byFlag, pack)).toContain('STOP, fired: A reason.')
    expect(describeResult(byFlag, pack)).toContain('High floor, fired: A reason.')
  })
})
