// The dated legal lists that name countries. They inform the reader of a report; no score reads them.
import { z } from 'zod'
import { CountryCode } from '../domain/country.ts'
import { requiredLine } from '../domain/text.ts'
import { Day } from '../domain/time.ts'
import { editionFields, rowFields, statusFields } from './row.ts'

const NamedCountry = z.strictObject({
  code: CountryCode,
  /** How the instrument words the entry. */
  as: requiredLine(200),
  /** Since when this country is on the list, where that differs from the list's own day. */
  since: Day.optional(),
})

/** An entry that names a government or a regime and not a country. It has no code, so that it cannot mark one. */
const NamedRegime = z.strictObject({ name: requiredLine(120), note: requiredLine(400) })

export const CountryList = z.strictObject({
  ...rowFields,
  ...statusFields,
  title: requiredLine(200),
  instrument: requiredLine(200),
  authority: requiredLine(200),
  /** `eases` is a list that lifts a duty; all others add one. */
  bearing: z.enum(['restricts', 'eases']),
  effect: requiredLine(600),
  doesNotMean: requiredLine(400),
  /** First day in force, or null with a note. */
  since: Day.nullable(),
  sinceNote: requiredLine(300).optional(),
  countries: z.array(NamedCountry).min(1).max(249),
  regimes: z.array(NamedRegime).max(20).default([]),
})
export type CountryList = z.infer<typeof CountryList>

export const CountryLists = z.strictObject({ ...editionFields, lists: z.array(CountryList).min(1).max(100) })
export type CountryLists = z.infer<typeof CountryLists>
