import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shippedReference } from '#test/generators/shipped-reference.ts'
import { countryCodes } from '../domain/country-codes.ts'
import { lawsOf, listsNaming } from './countries.ts'

const { countryLists, compelledAccessLaws } = shippedReference()

const standings = (code: string, day: string) =>
  Object.fromEntries(listsNaming(countryLists, code, day).map(({ list, standing }) => [list.id, standing]))

describe('the lists that name a country', () => {
  test('are shown with how they stand on the day', () => {
    expect(standings('CU', '2026-11-22')).toEqual({
      'dsp-countries-of-concern': 'in-force',
      'commerce-foreign-adversaries': 'in-force',
      'outbound-investment-coins': 'not-yet',
    })
    expect(standings('CU', '2025-04-07')).toMatchObject({ 'dsp-countries-of-concern': 'not-yet' })
    expect(standings('CU', '2025-04-08')).toMatchObject({ 'dsp-countries-of-concern': 'in-force' })
  })

  test('use the day of the country where it joined later than the list began', () => {
    const [early, late] = ['2022-01-04', '2022-01-05'].map((day) => listsNaming(countryLists, 'NZ', day)[0]?.standing)
    expect([early, late]).toEqual(['not-yet', 'in-force'])
    expect(listsNaming(countryLists, 'AU', '2022-01-04')).toMatchObject([{ standing: 'in-force', since: '2020-02-13' }])
  })

  test('say when somebody should have looked again', () => {
    const isOverdue = (day: string) =>
      listsNaming(countryLists, 'RU', day).find(({ list }) => list.id === 'commerce-foreign-adversaries')?.isOverdue
    expect([isOverdue('2026-12-31'), isOverdue('2027-01-01')]).toEqual([false, true])
  })

  test('an entry for a regime marks no country: Venezuela stands on one list only', () => {
    expect(standings('VE', '2026-11-22')).toEqual({ 'dsp-countries-of-concern': 'in-force' })
    expect(countryLists.lists.flatMap(({ regimes }) => regimes.map(({ name }) => name))).toHaveLength(2)
  })

  test('are none for most countries, and a list that eases is marked as such', () => {
    expect(listsNaming(countryLists, 'BR', '2026-11-22')).toEqual([])
    expect(listsNaming(countryLists, 'GB', '2026-11-22')).toMatchObject([{ list: { bearing: 'eases' } }])
  })

  test('depend on nothing but the lists: countries on the same lists get the same answer', () => {
    const onLists = (code: string) =>
      countryLists.lists.filter((list) => list.countries.some((country) => country.code === code)).map(({ id }) => id)
    fc.assert(
      fc.property(
        fc.constantFrom(...countryCodes),
        fc.constantFrom(...countryCodes),
        fc.date({ min: new Date('2015-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
        (one, other, date) => {
          const day = date.toISOString().slice(0, 10)
          const found = listsNaming(countryLists, one, day).map(({ list }) => list.id)
          expect(found).toEqual(onLists(one))
          if (found.join() === onLists(other).join() && one !== 'NZ' && other !== 'NZ') {
            expect(standings(other, day)).toEqual(standings(one, day))
          }
        },
      ),
      { numRuns: 10_000 },
    )
  })
})

describe('the laws of a country', () => {
  const titles = (code: string) => lawsOf(compelledAccessLaws, code).map(({ id }) => id)

  test('are found for every jurisdiction alike', () => {
    expect(titles('US')).toEqual(['us-fisa-section-702', 'us-cloud-act'])
    expect(titles('GB')).toEqual(['gb-investigatory-powers'])
    expect(titles('CN')).toContain('cn-counter-espionage-law')
    expect(titles('HK')).toEqual(['hk-national-security-law', 'hk-safeguarding-ordinance'])
  })

  test('hold a union’s law for its member states, and not for one that stays out', () => {
    expect(titles('DE')).toEqual(['eu-e-evidence'])
    expect(titles('DK')).toEqual([])
  })
})
