import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shippedReference, shippedReferenceFile } from '#test/generators/shipped-reference.ts'
import { readReference } from './read-reference.ts'

const files = () => ({
  countryLists: shippedReferenceFile('countryLists'),
  compelledAccessLaws: shippedReferenceFile('compelledAccessLaws'),
  dataThresholds: shippedReferenceFile('dataThresholds'),
  screeningLists: shippedReferenceFile('screeningLists'),
  openChecks: shippedReferenceFile('openChecks'),
})

function problemsOf(changed: Partial<ReturnType<typeof files>>): string[] {
  const reading = readReference({ ...files(), ...changed })
  return reading.ok ? [] : reading.problems.map(({ path, message }) => `${path}: ${message}`)
}

describe('reading the reference data', () => {
  test('gives the shipped data', () => {
    expect(readReference(files())).toEqual({ ok: true, reference: shippedReference() })
  })

  test('names file and place of a wrong shape', () => {
    const changed = Object(shippedReferenceFile('countryLists'))
    changed.lists[1].status = 'perhaps'
    changed.lists[2].sources = []
    changed.lists[3].countries[0].code = 'China'
    expect(problemsOf({ countryLists: changed })).toEqual([
      expect.stringMatching(/^country-lists\.yaml lists\[1\]\.status: /),
      'country-lists.yaml lists[2].sources: names no source; cite at least one',
      'country-lists.yaml lists[3].countries[0].code: is not a two-letter country code such as US',
    ])
  })

  test('names a file that holds something else, or nothing', () => {
    expect(problemsOf({ openChecks: null })).toEqual([expect.stringMatching(/^open-checks\.yaml: /)])
    expect(readReference(Object({}))).toMatchObject({ ok: false, problems: { length: 5 } })
    const other = { ...files(), people: [] }
    expect(readReference(other)).toMatchObject({ ok: false, problems: [{ path: 'the reference data' }] })
  })

  test('refuses a regime with a country code, a person and any unknown field', () => {
    const changed = Object(shippedReferenceFile('countryLists'))
    changed.lists[1].regimes[0].code = 'VE'
    changed.lists[1].nationality = 'any'
    expect(problemsOf({ countryLists: changed })).toEqual([
      expect.stringMatching(/lists\[1\]\.regimes\[0\]: Unrecognized key: "code"/),
      expect.stringMatching(/lists\[1\]: Unrecognized key: "nationality"/),
    ])
  })

  test('brings what the lint finds once the shape is right', () => {
    const changed = Object(shippedReferenceFile('countryLists'))
    changed.lists[0].countries[0].code = 'XX'
    expect(problemsOf({ countryLists: changed })).toEqual([expect.stringContaining('names XX')])
  })

  test('refuses a kind of data that is missing, and one that nobody asks about', () => {
    const { genomic, ...kinds } = Object(shippedReferenceFile('dataThresholds')).kinds
    const dataThresholds = { ...Object(shippedReferenceFile('dataThresholds')), kinds: { ...kinds, shoe: genomic } }
    expect(problemsOf({ dataThresholds }).join(' ')).toMatch(/kinds\.genomic.*shoe/)
  })

  test('lists at most 100 problems and never throws, whatever a file holds', () => {
    const shipped = files()
    fc.assert(
      fc.property(fc.anything(), (anything) => {
        const reading = readReference({ ...shipped, screeningLists: anything })
        expect(reading.ok).toBe(false)
        expect(!reading.ok && reading.problems.length).toBeLessThanOrEqual(100)
      }),
      { numRuns: 300 },
    )
    const many = { ...Object(shippedReferenceFile('openChecks')), checks: Array.from({ length: 100 }, () => ({})) }
    expect(problemsOf({ openChecks: many })).toHaveLength(100)
  })
})
