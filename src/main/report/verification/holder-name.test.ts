import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SignerDetails } from '#shared/domain/signer.ts'
import { createSignerIdentity } from '#main/report/signing/signer-identity.ts'
import { readCertificate } from './certificate-reader.ts'
import { isNamed, isOrganization, nameOfHolder, takenOver } from './holder-name.ts'
import { OID } from './oids.ts'

const now = new Date('2026-11-22T10:00:00Z')
const certificateFor = (name: string, organization?: string) =>
  readCertificate(createSignerIdentity({ name, organization, now, validityYears: 1 }).certificateDer)

describe('who a certificate names', () => {
  test('whatever a signer is called, made here or taken over from elsewhere, it is who the certificate names', () => {
    const names = fc.string({ unit: 'binary', maxLength: 120 }).filter((name) => SignerDetails.safeParse({ name, role: '' }).success)
    fc.assert(
      fc.property(names, (name) => {
        const certificate = certificateFor(name, name)
        const holder = nameOfHolder(certificate) ?? ''
        const organization = certificate.subject.get(OID.organizationName) ?? ''
        const taken = takenOver(certificate)
        expect([name, taken.name, holder].map((stated) => isNamed(stated, holder))).toEqual([true, true, true])
        expect([name, taken.organization].map((stated) => isOrganization(stated, organization))).toEqual([true, true])
      }),
      { numRuns: 20 },
    )
  })

  test('a name that was cut to fit is the same, and nothing else is', () => {
    const long = 'Ada Augusta Byron '.repeat(6).trim()
    expect(isNamed(long, nameOfHolder(certificateFor(long)) ?? '')).toBe(true)
    for (const [stated, certified] of [
      ['Dana Whitfield', 'Bob Analyst'],
      ['Bob', 'Bob Analyst'],
      ['Bob Analyst, Chief Executive', 'Bob Analyst'],
      ['Bob\u200bAnalyst', 'Bob Analyst'],
      ['', 'Bob Analyst'],
    ] as const)
      expect(isNamed(stated, certified), stated).toBe(false)
    expect([isOrganization('', ''), isOrganization('Big Four LLP', ''), isOrganization('', 'Example Ltd')]).toEqual([true, false, false])
  })

  test('is its organization when it is a seal, and nobody when it names neither', () => {
    const subject = (...parts: [string, string][]) => nameOfHolder({ subject: new Map(parts) })
    expect(subject([OID.commonName, ' '], [OID.organizationName, 'Example Ltd'])).toBe('Example Ltd')
    expect(subject()).toBeNull()
  })
})
