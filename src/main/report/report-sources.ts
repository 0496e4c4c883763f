// What a report is made of beside the assessment and its pack: words, the method's text and what dated lists say. Read once from the resources.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { CountryLists } from '#shared/reference/country-lists.ts'
import { referenceFiles } from '#shared/reference/reference-data.ts'
import { ScreeningLists } from '#shared/reference/screening-lists.ts'
import { originalLanguage } from './languages.ts'
import { loadMethodText, type MethodText } from './method-text.ts'
import { loadReportWords, type ReportWords } from './words.ts'

export interface ReportSources {
  readonly words: ReportWords
  readonly method: MethodText
  readonly countryLists: CountryLists
  /** Titles of the lists that names are screened against, by id. */
  readonly listTitles: ReadonlyMap<string, string>
}

function titlesOf({ consolidated, outside }: ScreeningLists): ReadonlyMap<string, string> {
  return new Map([consolidated, ...consolidated.lists, ...outside].map(({ id, title }) => [id, title]))
}

/** Everything under `resourcesDirectory` that a report in `language` prints from. Throws when a file is missing or not what its schema says. */
export function loadReportSources(resourcesDirectory: string, language: string = originalLanguage): ReportSources {
  const reference = (name: string): unknown =>
    parse(readFileSync(join(resourcesDirectory, 'reference', name), 'utf8'), { maxAliasCount: 0 })
  return {
    words: loadReportWords(resourcesDirectory, language),
    method: loadMethodText(resourcesDirectory, language),
    countryLists: CountryLists.parse(reference(referenceFiles.countryLists)),
    listTitles: titlesOf(ScreeningLists.parse(reference(referenceFiles.screeningLists))),
  }
}
