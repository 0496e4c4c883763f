// What a person has entered about screening so far, and what of it can be saved.
import { Screening, type ScreeningOutcome } from '#shared/domain/assessment-screening.ts'
import type { Day } from '#shared/domain/time.ts'
import { exampleDay } from '#renderer/ui/date-format.ts'
import { isDay } from '#renderer/ui/day-reading.ts'
import { wordsIn } from '#renderer/i18n/words.ts'

export interface ScreeningDraft {
  readonly screenedOn: string
  readonly outcome: ScreeningOutcome | null
  /** The edition's day by list id, for the lists that were checked; empty while it is not typed, and no day while it cannot be read. */
  readonly editions: Readonly<Record<string, string>>
}

/** A new entry dated today, or the stored one to go on from. */
export function screeningDraftOf(screening: Screening | null, today: Day): ScreeningDraft {
  if (screening === null) return { screenedOn: today, outcome: null, editions: {} }
  const { screenedOn, outcome, lists } = screening
  return { screenedOn, outcome, editions: Object.fromEntries(lists.map(({ listId, editionOn }) => [listId, editionOn])) }
}

export type ReadScreening = { readonly ok: true; readonly screening: Screening } | { readonly ok: false; readonly sentence: string }

/** The entry as the contract takes it, or the first thing that keeps it from being saved. */
export function readScreening(draft: ScreeningDraft): ReadScreening {
  const t = wordsIn('screening')
  if (draft.outcome === null) return { ok: false, sentence: t('assessment.problems.outcome') }
  const lists = Object.entries(draft.editions).map(([listId, editionOn]) => ({ listId, editionOn }))
  const undated = lists.find((list) => !isDay(list.editionOn))
  if (undated !== undefined) return { ok: false, sentence: t('assessment.problems.edition', { list: undated.listId }) }
  if (!isDay(draft.screenedOn)) {
    const why = wordsIn('controls')('day.unreadable', { example: exampleDay() })
    return { ok: false, sentence: t('assessment.problems.day', { why }) }
  }
  const read = Screening.safeParse({ screenedOn: draft.screenedOn, outcome: draft.outcome, lists })
  if (read.success) return { ok: true, screening: read.data }
  const [issue] = read.error.issues
  const why = issue?.message ?? t('assessment.problems.incomplete')
  return { ok: false, sentence: t(issue?.path[0] === 'lists' ? 'assessment.problems.lists' : 'assessment.problems.day', { why }) }
}
