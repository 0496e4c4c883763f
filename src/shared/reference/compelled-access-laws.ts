// Laws that can make an organization help a state or hand over data, told in the same form for every jurisdiction.
import { z } from 'zod'
import { CountryCode } from '../domain/country.ts'
import { SourceBasis } from '../domain/pack.ts'
import { LawApproval, LawEffect } from '../domain/rule-terms.ts'
import { requiredLine } from '../domain/text.ts'
import { editionFields, LooseDay, rowFields, statusFields } from './row.ts'

const Provision = z.strictObject({
  /** Article or section, as the law numbers it. */
  article: requiredLine(60),
  says: requiredLine(400),
})

export const AccessLaw = z.strictObject({
  ...rowFields,
  ...statusFields,
  jurisdiction: requiredLine(120),
  /** Every country whose law this is; the member states for a law of a union. */
  countries: z.array(CountryCode).min(1).max(60),
  title: requiredLine(200),
  inForceSince: LooseDay.nullable(),
  amended: LooseDay.optional(),
  effects: z.array(LawEffect).min(1),
  approval: LawApproval,
  provisions: z.array(Provision).min(1).max(20),
  /** What experts dispute about it, and the reading on the other side. */
  contested: requiredLine(600).optional(),
  counterReading: requiredLine(600).optional(),
  /** What a firm can do: limits in the law itself, courts, design, contract. */
  remedies: requiredLine(600),
  /** Not better than the best source cited. */
  basis: SourceBasis,
})
export type AccessLaw = z.infer<typeof AccessLaw>

export const CompelledAccessLaws = z.strictObject({ ...editionFields, laws: z.array(AccessLaw).min(1).max(300) })
export type CompelledAccessLaws = z.infer<typeof CompelledAccessLaws>
