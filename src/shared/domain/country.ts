// A country as its ISO 3166-1 alpha-2 code.
import { z } from 'zod'

/** Two capital letters, such as `US`. Which codes exist is reference data, not a rule of the code. */
export const CountryCode = z.string().regex(/^[A-Z]{2}$/, 'is not a two-letter country code such as US')
export type CountryCode = z.infer<typeof CountryCode>
