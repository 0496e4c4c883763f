// What the reference data says of a country: the legal lists that name it and the laws that bind those who work there.
import type { AccessLaw, CompelledAccessLaws } from './compelled-access-laws.ts'
import type { CountryList, CountryLists } from './country-lists.ts'
import type { RuleStatus } from '../domain/rule-terms.ts'

/** A list that names a country, and whether it binds on the day asked. */
export interface ListNaming {
  readonly list: CountryList
  /** How the list words the entry. */
  readonly as: string
  /** The country's first day on the list, null when not known. */
  readonly since: string | null
  /** The list's status, but `not-yet` before the first day. */
  readonly standing: RuleStatus
  /** True when the day asked is past the day by which somebody should have looked again. */
  readonly isOverdue: boolean
}

/**
 * The lists that name a country, in the order of the file, as they stand on a day.
 * Information for the reader: no score reads it (docs/decisions/0009-reference-data.md). Entries for a regime never appear.
 */
export function listsNaming(lists: CountryLists, countryCode: string, onDay: string): ListNaming[] {
  return lists.lists.flatMap((list) =>
    list.countries
      .filter(({ code }) => code === countryCode)
      .map((country) => {
        const since = country.since ?? list.since
        const isBefore = since !== null && onDay < since
        return { list, as: country.as, since, standing: isBefore ? 'not-yet' : list.status, isOverdue: onDay > list.verifyBy }
      }),
  )
}

/** The laws of a country that can compel an organization there, in the order of the file; empty when none was recorded, which is not "none exist". */
export function lawsOf(laws: CompelledAccessLaws, countryCode: string): AccessLaw[] {
  return laws.laws.filter((law) => law.countries.includes(countryCode))
}
