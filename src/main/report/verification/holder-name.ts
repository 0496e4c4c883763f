// Who a certificate names, and whether what is stated elsewhere is that name.
import { spellOut } from '#shared/domain/text.ts'
import type { CertificateDetails } from './certificate-reader.ts'
import { OID } from './oids.ts'

/** Longest name and organization that a signer takes over from a certificate, in characters. */
const TAKEN_NAME_CHARACTERS = 60
const TAKEN_ORGANIZATION_CHARACTERS = 100

/** X.520's upper bound for a part of a name; a certificate made here holds no more of it. */
const MAX_PART_CHARACTERS = 64

/** The common name, or the organization of a seal without one; null when there is neither. */
export function nameOfHolder({ subject }: Pick<CertificateDetails, 'subject'>): string | null {
  const names = [subject.get(OID.commonName), subject.get(OID.organizationName)]
  return names.find((name) => name !== undefined && name.trim() !== '') ?? null
}

/** Text of a certificate as one line of at most `most` characters. */
export function asLine(text: string, most: number): string {
  return [...spellOut(text)].slice(0, most).join('').trim()
}

/** What a signer whose certificate was made elsewhere is called here. */
export function takenOver({ subject }: CertificateDetails): { readonly name: string; readonly organization: string } {
  return {
    name: asLine(nameOfHolder({ subject }) ?? '', TAKEN_NAME_CHARACTERS),
    organization: asLine(subject.get(OID.organizationName) ?? '', TAKEN_ORGANIZATION_CHARACTERS),
  }
}

/** A part of a name as a certificate made here holds it: at most 64 characters. */
export function namePart(text: string): string {
  return [...text.trim()].slice(0, MAX_PART_CHARACTERS).join('')
}

/** Whether a signer named `stated` is the one whom a certificate names `certified`, which either side may hold cut. */
export function isNamed(stated: string, certified: string): boolean {
  return isStatedFor(stated, certified, TAKEN_NAME_CHARACTERS)
}

/** Whether an organization `stated` is the one in a certificate; empty stands for none. */
export function isOrganization(stated: string, certified: string): boolean {
  return isStatedFor(stated, certified, TAKEN_ORGANIZATION_CHARACTERS)
}

function isStatedFor(stated: string, certified: string, most: number): boolean {
  return stated.trim() === certified.trim() || namePart(stated) === certified || stated === asLine(certified, most)
}
