// Each rule of the reference lint finds the fault it is for, planted in the shipped data, and finds nothing there without it.
import { describe, expect, test } from 'vitest'
import { shippedReference } from '#test/generators/shipped-reference.ts'
import { lintReference } from './lint-reference.ts'
import { referenceFiles, type ReferenceData } from './reference-data.ts'

/** The problems of the shipped data after a change to a copy of it. */
function problemsAfter(change: (reference: ReferenceData) => unknown): string[] {
  const reference = structuredClone(shippedReference())
  change(reference)
  return lintReference(reference).map(({ path, message }) => `${path} ${message}`)
}

function first<T>(list: readonly T[]): T {
  const [one] = list
  if (one === undefined) throw new Error('The list is empty.')
  return one
}

describe('the reference lint', () => {
  test('finds nothing in the shipped data', () => {
    expect(lintReference(shippedReference())).toEqual([])
  })

  test('finds a country code that ISO does not know, on a list and at a law', () => {
    const found = problemsAfter((reference) => {
      first(first(reference.countryLists.lists).countries).code = 'XX'
      first(reference.compelledAccessLaws.laws).countries = ['EU']
    })
    expect(found).toEqual([
      `country-lists.yaml lists.dsp-countries-of-concern.countries names XX, which is no country code of ISO 3166-1; correct it`,
      `compelled-access-laws.yaml laws.au-assistance-access.countries names EU, which is no country code of ISO 3166-1; correct it`,
    ])
  })

  test('finds a source that is cited and not listed, and one that is listed and not cited', () => {
    const found = problemsAfter((reference) => {
      first(reference.countryLists.lists).sources = ['hearsay']
    })
    expect(found).toEqual([
      'country-lists.yaml lists.dsp-countries-of-concern cites the source hearsay, which the file does not list; add it or correct the name',
      'country-lists.yaml sources.cfr-28-202-601 is cited by nothing; cite it or remove it',
    ])
  })

  test('finds a day to look again that lies before the edition, on a row, a source and an open check', () => {
    const found = problemsAfter((reference) => {
      first(reference.countryLists.lists).verifyBy = '2026-11-21'
      first(reference.dataThresholds.sources).verifyBy = '2026-11-21'
      first(reference.openChecks.checks).verifyBy = '2026-11-21'
    })
    expect(found).toHaveLength(3)
    expect(found[0]).toBe(
      'country-lists.yaml lists.dsp-countries-of-concern was to be checked by 2026-11-21, before the edition of 2026-11-22; check it and set a new day',
    )
    expect(found[1]).toContain('data-thresholds.yaml sources.cfr-28-202-205 was to be checked')
    expect(found[2]).toContain('open-checks.yaml checks.affiliates-rule was to be checked')
  })

  test('takes the day of the edition itself', () => {
    expect(problemsAfter(({ openChecks }) => (first(openChecks.checks).verifyBy = openChecks.edition))).toEqual([])
  })

  test.each(['unknown', 'stayed', 'not-yet'] as const)('finds the status %s without a note, on a row and in a test of shares', (status) => {
    const found = problemsAfter((reference) => {
      first(reference.countryLists.lists).status = status
      first(reference.screeningLists.consolidated.lists).ownershipTest.status = status
      first(reference.screeningLists.outside).ownershipTest.status = status
    })
    expect(found).toEqual([
      'country-lists.yaml lists.dsp-countries-of-concern has a status other than in-force without a statusNote; say what is known and what is not',
      'screening-lists.yaml consolidated.lists.sdn has a status other than in-force without a statusNote; say what is known and what is not',
      'screening-lists.yaml outside.dod-1260h has a status other than in-force without a statusNote; say what is known and what is not',
    ])
  })

  test('finds a list without a first day that does not say why', () => {
    expect(problemsAfter((reference) => (first(reference.countryLists.lists).since = null))).toEqual([
      'country-lists.yaml lists.dsp-countries-of-concern has no first day; give one, or say why in sinceNote',
    ])
  })

  test('finds a row that claims to be better read than its sources', () => {
    const found = problemsAfter((reference) => {
      const law = reference.compelledAccessLaws.laws.find(({ id }) => id === 'us-fisa-section-702')
      if (law !== undefined) law.basis = 'primary'
    })
    expect(found).toEqual([
      'compelled-access-laws.yaml laws.us-fisa-section-702 claims the basis primary, which no source it cites has; lower it or cite a better source',
    ])
  })

  const copies: readonly [string, string, (reference: ReferenceData) => unknown][] = [
    ['source', 'country-lists.yaml sources has cfr-28-202-601 twice', ({ countryLists: { sources } }) => sources.push(first(sources))],
    ['row', 'screening-lists.yaml ids has dod-1260h twice', ({ screeningLists: { outside } }) => outside.push(first(outside))],
    [
      'label',
      'screening-lists.yaml labels has SDN twice',
      ({ screeningLists: { consolidated } }) => consolidated.lists.push({ ...first(consolidated.lists), id: 'sdn-again' }),
    ],
    ['open check', 'open-checks.yaml checks has affiliates-rule twice', ({ openChecks: { checks } }) => checks.push(first(checks))],
    [
      'country of a list',
      'country-lists.yaml lists.dsp-countries-of-concern.countries has CN twice',
      ({ countryLists }) => first(countryLists.lists).countries.push({ code: 'CN', as: 'China' }),
    ],
    [
      'country of a law',
      'compelled-access-laws.yaml laws.au-assistance-access.countries has AU twice',
      ({ compelledAccessLaws }) => first(compelledAccessLaws.laws).countries.push('AU'),
    ],
    [
      'article',
      'compelled-access-laws.yaml laws.au-assistance-access.provisions has secrecy twice',
      ({ compelledAccessLaws }) => first(compelledAccessLaws.laws).provisions.push({ article: 'secrecy', says: 'Again.' }),
    ],
  ]
  test.each(copies)('finds a %s that stands twice', (_what, message, change) => {
    expect(problemsAfter(change)).toEqual([`${message}; remove one or give it an id of its own`])
  })

  test('names only files that exist under these names', () => {
    expect(Object.values(referenceFiles).every((name) => /^[a-z-]+\.yaml$/.test(name))).toBe(true)
  })
})
