import { describe, expect, test } from 'vitest'
import { countries, isCountryMatch } from './countries.ts'

const found = (typed: string) => countries.filter(({ name, code }) => isCountryMatch(`${name} (${code})`, typed)).map(({ code }) => code)

describe('a country is found', () => {
  test('by the beginning of its name, and not by what stands inside another name', () => {
    expect(found('ger')).toEqual(['DE'])
  })
  test('by a later word, by its code, and without accents or capitals', () => {
    expect(found('ARAB EM')).toEqual(['AE'])
    expect(found('kr')).toEqual(['KR'])
    expect(found('cote d')).toEqual(['CI'])
  })
  test('always, while nothing is typed', () => {
    expect(found(' ')).toHaveLength(countries.length)
  })
})
