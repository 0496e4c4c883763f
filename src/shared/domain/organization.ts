// The firm being protected. A vault holds exactly one.
import { z } from 'zod'
import { CountryCode } from './country.ts'
import { line, prose, requiredLine } from './text.ts'

export const Organization = z.strictObject({
  name: requiredLine(200),
  country: CountryCode.or(z.literal('')),
  activity: prose(2_000),
  contact: line(200),
})
export type Organization = z.infer<typeof Organization>
