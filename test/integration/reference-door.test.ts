// The reference data through the engine: what the page is told of countries, thresholds and lists of names, with no vault open.
import { describe, expect, test } from 'vitest'
import { startEngine } from '../support/engine-session.ts'

describe('what is said of countries', () => {
  test('comes in the order asked, with lists and laws as they stand on the day', async () => {
    const { countries } = await startEngine().do('reference.countries', { codes: ['CL', 'RU'], onDay: '2026-11-22' })
    const [chile, russia] = countries
    expect(chile).toEqual({ code: 'CL', lists: [], laws: [] })
    expect(russia?.lists.map((list) => list.id)).toContain('dsp-countries-of-concern')
    expect(russia?.laws.length).toBeGreaterThan(0)
    expect(russia?.lists.every((list) => !list.isOverdue)).toBe(true)
  })
  test('says when a list did not bind yet, and when a row should have been checked again', async () => {
    const session = startEngine()
    const listOn = async (onDay: string) => {
      const { countries } = await session.do('reference.countries', { codes: ['RU'], onDay })
      return countries[0]?.lists.find((list) => list.id === 'dsp-countries-of-concern')
    }
    expect(await listOn('2025-01-01')).toMatchObject({ standing: 'not-yet', isOverdue: false })
    expect(await listOn('2031-01-01')).toMatchObject({ standing: 'in-force', isOverdue: true })
  })
})

test('thresholds carry what is counted and where it stands', async () => {
  const { kinds, windowMonths } = await startEngine().do('reference.thresholds', {})
  expect(windowMonths).toBe(12)
  expect(kinds.find((kind) => kind.kind === 'genomic')).toMatchObject({ moreThan: 100, unit: 'us-persons' })
  expect(kinds.find((kind) => kind.kind === 'location')).toMatchObject({ unit: 'us-devices' })
})

test('the lists of names begin with the joined one and leave out those without names', async () => {
  const { lists, staleAfterDays } = await startEngine().do('reference.nameLists', {})
  expect(staleAfterDays).toBe(30)
  expect(lists[0]?.id).toBe('csl')
  expect(lists.map((list) => list.id)).not.toContain('fcc-covered')
})
