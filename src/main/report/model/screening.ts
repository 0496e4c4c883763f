// What came out of checking names against lists: outcome, day and the editions used.
import { daysBetween } from '#shared/scoring/calendar.ts'
import { editionLimitDays } from '#shared/scoring/screening.ts'
import type { ScreeningSection } from '../report-model.ts'
import { fill } from '../words.ts'
import type { CaseFile } from './case-file.ts'
import { writtenDate } from './written.ts'

/** The section says so when no list was used: an empty one could be read as "nothing found". */
export function screeningSection(file: CaseFile): ScreeningSection {
  const { document, words, listTitles } = file
  const { screening, asOf } = document
  if (screening === null) return { outcome: words.screening.none, meaning: words.screening.noneMeaning, lists: [] }
  return {
    outcome: words.screening.outcome[screening.outcome],
    meaning: `${fill(words.sentence.screenedOn, { date: writtenDate(screening.screenedOn, words) })} ${words.screening.meaning[screening.outcome]}`,
    lists: screening.lists.map(({ listId, editionOn }) => ({
      id: listId,
      title: listTitles.get(listId) ?? listId,
      edition: writtenDate(editionOn, words),
      remark: daysBetween(editionOn, asOf) > editionLimitDays ? fill(words.sentence.editionOld, { days: String(editionLimitDays) }) : '',
    })),
  }
}
