// What is known of a third party besides its name and registration: identifiers, other names, places and contacts.
import { z } from 'zod'
import { Contact } from './contact.ts'
import { CountryCode } from './country.ts'
import { Lei } from './lei.ts'
import { line, requiredLine } from './text.ts'
import { Day } from './time.ts'

/** A number or code by which others know the third party, such as a tax number; which one stands in `type`. */
export const Identifier = z.strictObject({ type: requiredLine(60), value: requiredLine(100) })
export type Identifier = z.infer<typeof Identifier>

export const nameKinds = ['former', 'trading', 'native'] as const
export const NameKind = z.enum(nameKinds)
export type NameKind = z.infer<typeof NameKind>

/** A name besides the legal one: an earlier one, one it trades under, or one in another script. `until` is the last day of a former one. */
export const OtherName = z.strictObject({ kind: NameKind, name: requiredLine(300), until: Day.or(z.literal('')) })
export type OtherName = z.infer<typeof OtherName>

export const addressKinds = ['registered', 'operating', 'other'] as const
const AddressKind = z.enum(addressKinds)

export const Address = z
  .strictObject({
    kind: AddressKind,
    street: line(300),
    postalCode: line(30),
    city: line(150),
    region: line(150),
    country: CountryCode.or(z.literal('')),
  })
  .refine(({ street, postalCode, city, region, country }) => `${street}${postalCode}${city}${region}${country}`.trim() !== '', {
    path: ['street'],
    message: 'is empty, and so is the rest of the address; fill something in',
  })
export type Address = z.infer<typeof Address>

/** How many of each a profile takes. */
export const mostOfEach = 50

const several = <Item extends z.ZodType>(item: Item) => z.array(item).max(mostOfEach, `has more than ${mostOfEach} entries; remove some`)

export const ThirdPartyProfile = z.strictObject({
  lei: Lei.or(z.literal('')),
  identifiers: several(Identifier),
  names: several(OtherName),
  addresses: several(Address),
  /** Countries whose law binds it besides the one of its registration: branches, data centres, listings. */
  jurisdictions: z.array(CountryCode).max(250),
  contacts: several(Contact),
  /** As text; Gatehouse never opens it. */
  website: line(300),
})
export type ThirdPartyProfile = z.infer<typeof ThirdPartyProfile>

export const emptyProfile: ThirdPartyProfile = {
  lei: '',
  identifiers: [],
  names: [],
  addresses: [],
  jurisdictions: [],
  contacts: [],
  website: '',
}
