// Keeps a filter over the questions. One that was answered since stays in sight until the filter is chosen again.
import { useState, useSyncExternalStore } from 'react'
import type { QuestionId } from '#shared/domain/ids.ts'
import { matching, onlyQuestions, questionFilters, type FilterFacts, type QuestionFilter } from './question-filter.ts'
import type { Section } from './sections.ts'
import { useResult, useSession } from './session/use-session.ts'

export interface FilteredSections {
  readonly filter: QuestionFilter
  /** Chooses a filter, and lets go of what no longer matches. */
  readonly choose: (filter: QuestionFilter) => void
  readonly sections: readonly Section[]
  readonly counts: Readonly<Record<QuestionFilter, number>>
  /** How many are in sight although they no longer match. */
  readonly staying: number
}

/** The facts a filter asks about, fresh with each change of an answer or of the result. */
function useFilterFacts(sections: readonly Section[]): FilterFacts {
  const session = useSession()
  const { flags } = useResult()
  useSyncExternalStore(session.subscribe, () =>
    sections.flatMap((section) => section.questions.map(({ id }) => session.viewOf(id).draft?.value.kind ?? '')).join(' '),
  )
  return {
    draftOf: (id) => session.viewOf(id).draft,
    flagged: new Set(flags.flatMap((flag) => (flag.questionId === null ? [] : [flag.questionId]))),
  }
}

export function useQuestionFilter(all: readonly Section[]): FilteredSections {
  const facts = useFilterFacts(all)
  const [chosen, setChosen] = useState<{ readonly filter: QuestionFilter; readonly kept: ReadonlySet<QuestionId> }>({
    filter: 'all',
    kept: new Set(),
  })
  const { filter, kept } = chosen
  const now = matching(filter, all, facts)
  const inSight = new Set([...kept, ...now])
  const sections = filter === 'all' ? all : onlyQuestions(all, inSight)
  const [allCount, blankCount, unknownCount, flaggedCount] = questionFilters.map((one) => matching(one, all, facts).size)
  return {
    filter,
    choose: (next) => setChosen({ filter: next, kept: matching(next, all, facts) }),
    sections,
    counts: { all: allCount ?? 0, blank: blankCount ?? 0, unknown: unknownCount ?? 0, flagged: flaggedCount ?? 0 },
    staying: sections.reduce((sum, section) => sum + section.questions.filter((question) => !now.has(question.id)).length, 0),
  }
}
