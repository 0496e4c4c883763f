// Lint of the reference data: what a schema cannot say, from unknown countries to sources that nobody cites.
import { countryCodes } from '../domain/country-codes.ts'
import { citingParts, referenceFiles, rowsOf, type ReferenceData, type ReferencePart, type Row } from './reference-data.ts'
import type { Basis } from './row.ts'

/** `path` names the file and the row, such as `country-lists.yaml lists.covered-nations`; `message` is a sentence with a next step. */
export interface ReferenceProblem {
  readonly path: string
  readonly message: string
}

function at(part: ReferencePart, place: string): string {
  return `${referenceFiles[part]} ${place}`
}

function pathOf(row: Row): string {
  return at(row.part, `${row.place}.${row.id}`)
}

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))]
}

const twice = (path: string, values: readonly string[]): ReferenceProblem[] =>
  repeated(values).map((value) => ({ path, message: `has ${value} twice; remove one or give it an id of its own` }))

/** Ids, labels, countries and articles that stand twice where they should stand once. */
function lintDuplicates(reference: ReferenceData): ReferenceProblem[] {
  const { countryLists, compelledAccessLaws, screeningLists, openChecks } = reference
  const rows = rowsOf(reference)
  return [
    ...citingParts.flatMap((part) => [
      ...twice(
        at(part, 'sources'),
        reference[part].sources.map((source) => source.id),
      ),
      ...twice(
        at(part, 'ids'),
        rows.filter((row) => row.part === part).map((row) => row.id),
      ),
    ]),
    ...twice(
      at('screeningLists', 'labels'),
      screeningLists.consolidated.lists.map((list) => list.label),
    ),
    ...twice(
      at('openChecks', 'checks'),
      openChecks.checks.map((check) => check.id),
    ),
    ...countryLists.lists.flatMap((list) =>
      twice(
        at('countryLists', `lists.${list.id}.countries`),
        list.countries.map((country) => country.code),
      ),
    ),
    ...compelledAccessLaws.laws.flatMap((law) => [
      ...twice(at('compelledAccessLaws', `laws.${law.id}.countries`), law.countries),
      ...twice(
        at('compelledAccessLaws', `laws.${law.id}.provisions`),
        law.provisions.map((provision) => provision.article),
      ),
    ]),
  ]
}

function lintCountryCodes({ countryLists, compelledAccessLaws }: ReferenceData): ReferenceProblem[] {
  const named = [
    ...countryLists.lists.flatMap((list) =>
      list.countries.map(({ code }) => ({ path: at('countryLists', `lists.${list.id}.countries`), code })),
    ),
    ...compelledAccessLaws.laws.flatMap((law) =>
      law.countries.map((code) => ({ path: at('compelledAccessLaws', `laws.${law.id}.countries`), code })),
    ),
  ]
  return named
    .filter(({ code }) => !countryCodes.includes(code))
    .map(({ path, code }) => ({ path, message: `names ${code}, which is no country code of ISO 3166-1; correct it` }))
}

/** Sources that are cited and not listed, and sources that are listed and not cited. */
function lintSources(reference: ReferenceData): ReferenceProblem[] {
  const rows = rowsOf(reference)
  return citingParts.flatMap((part) => {
    const known = new Set(reference[part].sources.map((source) => source.id))
    const own = rows.filter((row) => row.part === part)
    const cited = new Set(own.flatMap((row) => row.sources))
    const missing = own.flatMap((row) =>
      row.sources
        .filter((id) => !known.has(id))
        .map((id) => ({
          path: pathOf(row),
          message: `cites the source ${id}, which the file does not list; add it or correct the name`,
        })),
    )
    const unused = [...known]
      .filter((id) => !cited.has(id))
      .map((id) => ({ path: at(part, `sources.${id}`), message: 'is cited by nothing; cite it or remove it' }))
    return [...missing, ...unused]
  })
}

/** Dates by which to look again that lie before the edition: such a row was overdue on the day it was written. */
function lintDates(reference: ReferenceData): ReferenceProblem[] {
  const { openChecks } = reference
  const dated = [
    ...rowsOf(reference).map((row) => ({ path: pathOf(row), part: row.part, verifyBy: row.verifyBy })),
    ...citingParts.flatMap((part) =>
      reference[part].sources.map(({ id, verifyBy }) => ({ path: at(part, `sources.${id}`), part, verifyBy })),
    ),
    ...openChecks.checks.map(({ id, verifyBy }) => ({
      path: at('openChecks', `checks.${id}`),
      part: 'openChecks' as const,
      verifyBy,
    })),
  ]
  return dated
    .filter(({ part, verifyBy }) => verifyBy < reference[part].edition)
    .map(({ path, part, verifyBy }) => ({
      path,
      message: `was to be checked by ${verifyBy}, before the edition of ${reference[part].edition}; check it and set a new day`,
    }))
}

/** A status that is not plain, or a first day that is missing, says why. */
function lintNotes(reference: ReferenceData): ReferenceProblem[] {
  const silent = rowsOf(reference)
    .filter((row) => row.statuses.some(({ status, statusNote }) => status !== 'in-force' && statusNote === undefined))
    .map((row) => ({
      path: pathOf(row),
      message: 'has a status other than in-force without a statusNote; say what is known and what is not',
    }))
  const undated = reference.countryLists.lists
    .filter((list) => list.since === null && list.sinceNote === undefined)
    .map((list) => ({ path: at('countryLists', `lists.${list.id}`), message: 'has no first day; give one, or say why in sinceNote' }))
  return [...silent, ...undated]
}

const strength: Readonly<Record<Basis, number>> = { unverified: 0, secondary: 1, primary: 2 }

/** Rows that claim to be better read than the best source they cite. */
function lintBasis(reference: ReferenceData): ReferenceProblem[] {
  return rowsOf(reference).flatMap((row) => {
    const { basis } = row
    if (basis === undefined) return []
    const cited = reference[row.part].sources.filter((source) => row.sources.includes(source.id))
    const isCovered = cited.some((source) => strength[source.basis] >= strength[basis])
    return isCovered
      ? []
      : [{ path: pathOf(row), message: `claims the basis ${basis}, which no source it cites has; lower it or cite a better source` }]
  })
}

/** Every problem of the reference data, each with its file, place and what to try; empty when there is none. */
export function lintReference(reference: ReferenceData): ReferenceProblem[] {
  return [lintDuplicates, lintCountryCodes, lintSources, lintDates, lintNotes, lintBasis].flatMap((rule) => rule(reference))
}
