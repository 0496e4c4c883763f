// What came out of checking names against lists: outcome, day and the editions used.
import type { Screening } from '#shared/domain/assessment-screening.ts'
import { daysBetween } from '#shared/scoring/calendar.ts'
import { editionLimitDays } from '#shared/scoring/screening.ts'
import type { ScreeningSection } from '../report-model.ts'
import { fill } from '../words.ts'
import type { CaseFile } from './case-file.ts'
import { writtenDate } from './written.ts'

type Compared = Pick<Screening, 'names' | 'hits'>

/** How many names were compared and what people said of the possible matches, where the vault compared them itself. */
function comparedHere({ names, hits }: Compared, sentences: CaseFile['words']['sentence']): string[] {
  return [
    ...(names === undefined
      ? []
      : [fill(sentences.screenedNames, { count: String(names.compared), notComparable: String(names.notComparable) })]),
    ...(hits === undefined
      ? []
      : [
          fill(sentences.screenedHits, {
            open: String(hits.open),
            same: String(hits.same),
            notSame: String(hits['not-same']),
            cannotTell: String(hits['cannot-tell']),
          }),
        ]),
  ]
}

/** The section says so when no list was used: an empty one could be read as "nothing found". */
export function screeningSection(file: CaseFile): ScreeningSection {
  const { document, words, listTitles } = file
  const { screening, asOf } = document
  const sentences = words.sentence
  if (screening === null) return { outcome: words.screening.none, meaning: words.screening.noneMeaning, lists: [] }
  return {
    outcome: words.screening.outcome[screening.outcome],
    meaning: [
      fill(sentences.screenedOn, { date: writtenDate(screening.screenedOn, words) }),
      words.screening.meaning[screening.outcome],
      ...comparedHere(screening, sentences),
    ].join(' '),
    lists: screening.lists.map(({ listId, editionOn, facts }) => ({
      id: listId,
      title: listTitles.get(listId) ?? facts?.title ?? listId,
      edition: writtenDate(editionOn, words),
      remark: [
        ...(daysBetween(editionOn, asOf) > editionLimitDays ? [fill(sentences.editionOld, { days: String(editionLimitDays) })] : []),
        ...(facts === undefined
          ? []
          : [fill(sentences.editionFacts, { entries: String(facts.entryCount), holes: String(facts.holeCount) })]),
      ].join('; '),
    })),
  }
}
