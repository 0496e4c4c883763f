// What dated lists say of the countries that the assessment names. Facts for the reader: no list changes a score.
import { listsNaming, type ListNaming } from '#shared/reference/countries.ts'
import type { CountryFacts, CountryListLine } from '../report-model.ts'
import { fill } from '../words.ts'
import { countryName } from './answers.ts'
import type { CaseFile } from './case-file.ts'
import { writtenDate } from './written.ts'

/** Countries of the third party, of its places and of its owners, each once, in the order in which the report names them. */
function namedCountries(file: CaseFile): readonly string[] {
  const codes = file.asked.flatMap(({ id }) => {
    const value = file.unusable.has(id) ? undefined : file.answers.get(id)?.value
    if (value?.kind === 'countries') return value.countries.map((country) => country.code)
    return value?.kind === 'owners' ? value.owners.map((owner) => owner.country) : []
  })
  return [...new Set([file.document.thirdParty.country, ...codes])].filter((code) => code !== '')
}

function standingWords({ standing, since, list }: ListNaming, file: CaseFile): string {
  const { words } = file
  const values = { standing: words.listStanding[standing], date: since === null ? '' : writtenDate(since, words) }
  const stands = fill(since === null ? words.sentence.listUndated : words.sentence.listSince, values)
  return list.statusNote === undefined ? stands : `${stands} ${list.statusNote}`
}

/** One line for each list that names at least one of the countries. The first naming speaks for the list; `as` differs for each country. */
function listLine(namings: readonly (ListNaming & { readonly code: string })[], file: CaseFile): CountryListLine[] {
  const [first] = namings
  if (first === undefined) return []
  const { list, isOverdue } = first
  const { words } = file
  const date = writtenDate(list.verifyBy, words)
  return [
    {
      title: list.title,
      instrument: fill(words.sentence.listInstrument, { instrument: list.instrument, authority: list.authority }),
      bearing: words.listBearing[list.bearing],
      countries: namings.map(({ code, as }) => {
        const name = countryName(code, file)
        return name === as ? name : fill(words.sentence.listedAs, { country: name, as })
      }),
      standing: standingWords(first, file),
      effect: list.effect,
      doesNotMean: list.doesNotMean,
      check: fill(isOverdue ? words.sentence.checkDue : words.sentence.checkBy, { date }),
    },
  ]
}

/** The lists of the shipped edition as they stood on the as-of day, and which of the named countries are on none of them. */
export function countryFacts(file: CaseFile): CountryFacts {
  const { countryLists, words, document } = file
  const codes = namedCountries(file)
  const namings = codes.flatMap((code) => listsNaming(countryLists, code, document.asOf).map((naming) => ({ ...naming, code })))
  const listed: ReadonlySet<string> = new Set(namings.map(({ code }) => code))
  const unlisted = codes.filter((code) => !listed.has(code)).map((code) => countryName(code, file))
  const edition = writtenDate(countryLists.edition, words)
  return {
    lead: fill(words.sentence.listsLead, { edition }),
    lists: countryLists.lists.flatMap((list) =>
      listLine(
        namings.filter((naming) => naming.list.id === list.id),
        file,
      ),
    ),
    unlisted: unlisted.length === 0 ? '' : fill(words.sentence.listsUnlisted, { countries: unlisted.join(', ') }),
  }
}
