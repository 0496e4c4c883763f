// A supplier, partner or investor the organization deals with.
import { z } from 'zod'
import { CountryCode } from './country.ts'
import { ThirdPartyId } from './ids.ts'
import { RelationshipKind } from './relationship.ts'
import { line, prose, requiredLine } from './text.ts'

export const ThirdPartyDetails = z.strictObject({
  legalName: requiredLine(300),
  /** The name in its own script, when that is not Latin. */
  nativeName: line(300),
  registrationNumber: line(100),
  /** Where it is registered. */
  country: CountryCode.or(z.literal('')),
  relationships: z.array(RelationshipKind).min(1, 'names no relationship; choose at least one').max(3),
  note: prose(10_000),
})
export type ThirdPartyDetails = z.infer<typeof ThirdPartyDetails>

export const ThirdParty = ThirdPartyDetails.extend({ id: ThirdPartyId })
export type ThirdParty = z.infer<typeof ThirdParty>
