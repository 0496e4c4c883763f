// Rows of a list as third parties: what is understood, what is marked, and that no text is lost.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ListField, listFields } from '#shared/contract/import.ts'
import { ThirdPartyDetails } from '#shared/domain/third-party.ts'
import { ThirdPartyProfile } from '#shared/domain/third-party-profile.ts'
import { readCountry } from './country-names.ts'
import { guessFields, guessHeader } from './guess-columns.ts'
import { readRow } from './read-row.ts'

function readCells(cells: Partial<Record<ListField, string>>) {
  const fields = Object.keys(cells) as ListField[]
  const plan = { fields, names: fields.map((field) => `Its ${field}`), relationships: ['supplier'] as const, country: '' }
  const row = readRow({ number: 2, cells: fields.map((field) => cells[field] ?? '') }, plan)
  return { ...row, problems: row.problems.map(({ column, problem }) => [fields[column], problem]) }
}

describe('a row of a list', () => {
  test('becomes a third party with its profile', () => {
    const { details, profile, problems, isRefused } = readCells({
      legalName: ' Kestrel  Sequencing\nLtd ',
      nativeName: 'ケストレル',
      formerNames: 'Kestrel Gene Ltd; Old Kestrel',
      tradingNames: 'KSeq',
      lei: '5493 001k jtii gc8y 1r12',
      registrationNumber: '07-118-442',
      vat: 'IE1234567X',
      duns: '123456789',
      country: 'Irland',
      relationships: 'Vendor & Joint venture',
      street: '1 Quay',
      city: 'Cork',
      website: 'https://kestrel.example',
      contactName: 'Nora Quill',
      contactEmail: 'nora@kestrel.example',
      contactPhone: '+353 1 555 0100',
      note: 'Reads our samples.\r\nSince 2019.',
    })
    expect(problems).toEqual([])
    expect(isRefused).toBe(false)
    expect(details).toEqual({
      legalName: 'Kestrel Sequencing Ltd',
      nativeName: 'ケストレル',
      registrationNumber: '07-118-442',
      country: 'IE',
      relationships: ['supplier', 'partner'],
      note: 'Reads our samples.\nSince 2019.',
    })
    expect(profile).toEqual({
      lei: '5493001KJTIIGC8Y1R12',
      identifiers: [
        { type: 'VAT or tax number', value: 'IE1234567X' },
        { type: 'D-U-N-S number', value: '123456789' },
      ],
      names: [
        { kind: 'former', name: 'Kestrel Gene Ltd', until: '' },
        { kind: 'former', name: 'Old Kestrel', until: '' },
        { kind: 'trading', name: 'KSeq', until: '' },
      ],
      addresses: [{ kind: 'registered', street: '1 Quay', postalCode: '', city: 'Cork', region: '', country: 'IE' }],
      jurisdictions: [],
      contacts: [{ name: 'Nora Quill', role: '', email: 'nora@kestrel.example', phone: '+353 1 555 0100', note: '' }],
      website: 'https://kestrel.example',
    })
  })

  test('marks what it cannot understand, and keeps it as a note', () => {
    const { details, problems, isRefused } = readCells({
      legalName: 'Kestrel',
      lei: '5493001KJTIIGC8Y1R21',
      country: 'Atlantis',
      relationships: 'vendor, frenemy',
      contactEmail: 'at home',
      contactPhone: 'ask Nora',
      website: 'x'.repeat(301),
      registrationNumber: '#REF!',
      note: 'n',
    })
    expect(isRefused).toBe(false)
    expect(problems).toEqual([
      ['registrationNumber', 'formula-error'],
      ['country', 'country-unknown'],
      ['lei', 'not-lei'],
      ['contactEmail', 'email-odd'],
      ['contactPhone', 'phone-odd'],
      ['website', 'too-long'],
      ['relationships', 'relationship-unknown'],
    ])
    expect(details.relationships).toEqual(['supplier'])
    for (const lost of ['5493001KJTIIGC8Y1R21', 'Atlantis', 'frenemy', 'at home', 'ask Nora']) expect(details.note).toContain(lost)
    expect(details.note.startsWith('n\nIts country: Atlantis\n')).toBe(true)
  })

  test('is refused without a name, and with one that is too long', () => {
    expect(readCells({ country: 'IE' })).toMatchObject({ isRefused: true, problems: [[undefined, 'name-missing']] })
    expect(readCells({ legalName: '\u0007' })).toMatchObject({ isRefused: true, problems: [['legalName', 'name-missing']] })
    expect(readCells({ legalName: '#N/A' }).isRefused).toBe(true)
    expect(readCells({ legalName: 'x'.repeat(301) })).toMatchObject({ isRefused: true, problems: [['legalName', 'name-too-long']] })
  })

  test('names a contact by what there is, and takes the first of two columns', () => {
    expect(readCells({ legalName: 'K', contactRole: 'Sales', contactEmail: 'a@b.example' }).profile.contacts[0]?.name).toBe('Sales')
    expect(readCells({ legalName: 'K', contactPhone: '5' }).profile.contacts[0]?.name).toBe('5')
    expect(readCells({ legalName: 'K', contactRole: 'Sales' }).profile.contacts).toEqual([])
    const plan = {
      fields: ['legalName', 'city', 'city'] as const,
      names: ['a', 'b', 'c'],
      relationships: ['partner'] as const,
      country: 'DE',
    }
    const { details, profile, problems } = readRow({ number: 1, cells: ['K', 'Cork', 'Bonn'] }, plan)
    expect(problems).toEqual([{ column: 2, problem: 'too-many' }])
    expect([profile.addresses[0]?.city, details.note, details.country]).toEqual(['Cork', 'c: Bonn', 'DE'])
    expect(profile.addresses[0]?.country).toBe('DE')
  })

  test('gives what the vault takes, whatever stands in it', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.constantFrom('IE', 'a@b.example', '#REF!', '=1+1', 'x'.repeat(10_001)),
    )
    const cells = fc.array(text, { minLength: listFields.length, maxLength: listFields.length })
    fc.assert(
      fc.property(cells, (drawn) => {
        const plan = { fields: listFields, names: listFields, relationships: ['supplier'] as const, country: '' }
        const { details, profile, isRefused } = readRow({ number: 1, cells: drawn }, plan)
        expect(ThirdPartyProfile.safeParse(profile).success).toBe(true)
        expect(ThirdPartyDetails.safeParse(details).success).toBe(!isRefused)
      }),
      { numRuns: 300 },
    )
  })
})

describe('the names of columns', () => {
  test('are guessed from what people call them', () => {
    expect(guessFields(['Vendor Name', 'COUNTRY', 'Reg. No.', 'E-Mail', 'Straße', 'LEI-Code', 'Zip code', 'D-U-N-S®'])).toEqual([
      'legalName',
      'country',
      'registrationNumber',
      'contactEmail',
      null,
      'lei',
      'postalCode',
      'duns',
    ])
    expect(
      guessFields(['Company registration number (if any)', 'Supplier name as registered', 'Dirección', 'Date of our last contact']),
    ).toEqual(['registrationNumber', 'legalName', null, null])
  })

  test('give each field to the column that is named like it most', () => {
    expect(guessFields(['Name of parent', 'Name', 'Name'])).toEqual([null, 'legalName', null])
    expect(guessFields(['', 'Name'])).toEqual([null, 'legalName'])
  })

  test('are found below a title, and not where there are none', () => {
    const rows = (lines: readonly string[][]) => lines.map((cells, at) => ({ number: at + 1, cells }))
    expect(guessHeader(rows([['Vendor list 2026'], ['Name', 'Country'], ['Kestrel', 'IE']]))).toBe(1)
    expect(guessHeader(rows([['Company'], ['Kestrel']]))).toBe(0)
    expect(
      guessHeader(
        rows([
          ['Kestrel', '12'],
          ['Harrier', '13'],
        ]),
      ),
    ).toBe(null)
    expect(guessHeader([])).toBe(null)
  })
})

describe('a country', () => {
  test.each([
    ['ie', 'IE'],
    ['IRL', 'IE'],
    ['Ireland', 'IE'],
    ['Deutschland', 'DE'],
    ['Côte d’Ivoire', 'CI'],
    ['U.S.A.', 'US'],
    ['the Netherlands', 'NL'],
    ['United Kingdom of Great Britain and Northern Ireland', 'GB'],
    ['Korea, Republic of', 'KR'],
    ['Viet Nam', 'VN'],
    ['España', 'ES'],
  ])('written %j is %s', (text, code) => {
    expect(readCountry(text)).toBe(code)
  })

  test.each(['', 'Europe', 'XX', 'Irlnd'])('is not %j', (text) => {
    expect(readCountry(text)).toBe(null)
  })
})
