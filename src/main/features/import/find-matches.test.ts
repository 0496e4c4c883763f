// Rows that are there already: found by number and by name, surest first, and never by a word that everybody has.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ThirdPartyId } from '#shared/domain/ids.ts'
import { emptyProfile } from '#shared/domain/third-party-profile.ts'
import { NameTablesFile, readNameTables } from '#shared/screening/name-tables.ts'
import { findMatches, type Known } from './find-matches.ts'
import type { ReadRow } from './read-row.ts'

const file = resolve(import.meta.dirname, '../../../../resources/screening/name-tables.json')
const tables = readNameTables(NameTablesFile.parse(JSON.parse(readFileSync(file, 'utf8'))))
const id = ThirdPartyId.parse('00000000-0000-4000-8000-000000000001')

const known = (legalName: string, changes: Partial<Known> = {}): Known => ({
  id,
  rowNumber: null,
  legalName,
  otherNames: [],
  lei: '',
  registrationNumber: '',
  country: '',
  ...changes,
})

function row(number: number, legalName: string, changes: { registrationNumber?: string; country?: string; lei?: string } = {}): ReadRow {
  const { registrationNumber = '', country = '', lei = '' } = changes
  return {
    number,
    details: { legalName, nativeName: '', registrationNumber, country, relationships: ['supplier'], note: '' },
    profile: { ...emptyProfile, lei },
    problems: [],
    isRefused: legalName === '',
  }
}

const kindsOf = (rows: readonly ReadRow[], there: readonly Known[]) => findMatches(rows, there, tables).map((match) => match?.kind ?? null)

describe('a row that is there already', () => {
  test.each([
    ['Kestrel Sequencing Ltd', 'KESTREL SEQUENCING LIMITED'],
    ['Müller & Söhne GmbH', 'MULLER and Sohne'],
    ['Kestrel Sequencing', 'Kestrel Sequencng'],
    ['Peregrine Freight', 'PeregrineFreight'],
  ])('%s is found under %s', (there, given) => {
    expect(kindsOf([row(2, given)], [known(there)])).toEqual(['name'])
  })

  test('is found under a former name', () => {
    expect(kindsOf([row(2, 'Old Kestrel Ltd')], [known('Harrier plc', { otherNames: ['Old Kestrel Ltd'] })])).toEqual(['name'])
  })

  test.each(['Harrier Sequencing', 'Kestrel Logistics', ''])('is not %j', (given) => {
    expect(kindsOf([row(2, given)], [known('Kestrel Sequencing Services')])).toEqual([null])
  })

  test('has the same number in the same country, however the number is written', () => {
    const there = [known('Harrier', { registrationNumber: 'HR-07 118', country: 'IE' })]
    const given = (country: string) => [row(2, 'Something Else', { registrationNumber: 'hr07118', country })]
    expect(['IE', '', 'DE'].map((country) => kindsOf(given(country), there)[0])).toEqual(['registration', 'registration', null])
    // What people write where there is no number is no number.
    for (const filler of ['N/A', '-', 'pending', '000'])
      expect(
        kindsOf([row(2, 'Something Else', { registrationNumber: filler })], [known('Harrier', { registrationNumber: filler })]),
      ).toEqual([null])
  })

  test('is told by its surest sign, and an earlier row only as such', () => {
    const there = [known('Harrier', { lei: '5493001KJTIIGC8Y1R12' }), known('Kestrel Sequencing')]
    const given = [row(2, 'Kestrel Sequencing', { lei: '5493001KJTIIGC8Y1R12' }), row(3, 'Merlin Labs'), row(4, 'Merlin Labs')]
    expect(findMatches(given, there, tables).map((match) => match && [match.kind, match.name, match.rowNumber])).toEqual([
      ['lei', 'Harrier', null],
      null,
      ['row', 'Merlin Labs', 3],
    ])
  })

  test('is always found under the very same name', () => {
    const name = fc.string({ minLength: 1, maxLength: 40 }).filter((text) => /\p{L}/u.test(text))
    fc.assert(
      fc.property(name, (text) => kindsOf([row(2, text)], [known(text)])[0] === 'name'),
      { numRuns: 300 },
    )
  })
})
