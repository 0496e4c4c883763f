// What a profile takes and what it refuses, each with a sentence.
import { describe, expect, test } from 'vitest'
import { Contact } from './contact.ts'
import { Address, emptyProfile, mostOfEach, ThirdPartyProfile } from './third-party-profile.ts'

const contact = { name: 'Nora Quill', role: '', email: '', phone: '', note: '' }
const sentence = (read: { error?: { issues: readonly { message: string }[] } | undefined }) => read.error?.issues[0]?.message

describe('a profile', () => {
  test('may be empty, and may name an LEI', () => {
    expect(ThirdPartyProfile.parse(emptyProfile)).toEqual(emptyProfile)
    expect(ThirdPartyProfile.safeParse({ ...emptyProfile, lei: '5493001KJTIIGC8Y1R12' }).success).toBe(true)
    expect(ThirdPartyProfile.safeParse({ ...emptyProfile, lei: '5493001KJTIIGC8Y1R13' }).success).toBe(false)
  })

  test('takes fifty of each and no more', () => {
    const identifiers = Array.from({ length: mostOfEach }, () => ({ type: 'VAT', value: 'IE1234567X' }))
    expect(ThirdPartyProfile.safeParse({ ...emptyProfile, identifiers }).success).toBe(true)
    const more = [...identifiers, { type: 'VAT', value: '1' }]
    expect(sentence(ThirdPartyProfile.safeParse({ ...emptyProfile, identifiers: more }))).toMatch(/more than 50/)
  })

  test('has no address without anything in it', () => {
    const empty = { kind: 'other', street: '', postalCode: '', city: ' ', region: '', country: '' }
    expect(sentence(Address.safeParse(empty))).toMatch(/fill something in/)
    expect(Address.safeParse({ ...empty, country: 'IE' }).success).toBe(true)
  })

  test.each(['nora', 'nora@', '@quill.example', 'nora quill@quill.example', 'nora@quill'])('takes %j for no e-mail address', (email) => {
    expect(sentence(Contact.safeParse({ ...contact, email }))).toMatch(/name@example.com/)
  })

  test('takes a contact with a name alone, and with everything', () => {
    expect(Contact.safeParse(contact).success).toBe(true)
    expect(Contact.safeParse({ ...contact, email: 'nora@quill.example', phone: '+353 (0)1 555-0100 x12' }).success).toBe(true)
    expect(sentence(Contact.safeParse({ ...contact, phone: 'call me' }))).toMatch(/telephone/)
  })
})
