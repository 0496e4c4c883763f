// Which questions to look at: all, those without an answer, those left unknown, those with a flag.
import type { QuestionId } from '#shared/domain/ids.ts'
import { wordsIn } from '#renderer/i18n/words.ts'
import type { TypedAnswer } from './answer-draft.ts'
import type { Section } from './sections.ts'

export const questionFilters = ['all', 'blank', 'unknown', 'flagged'] as const
export type QuestionFilter = (typeof questionFilters)[number]

const t = wordsIn('questionnaire')

export const filterWords: Readonly<Record<QuestionFilter, string>> = {
  all: t('filter.all'),
  blank: t('filter.blank'),
  unknown: t('filter.unknown'),
  flagged: t('filter.flagged'),
}

/** What a filter asks about a question. */
export interface FilterFacts {
  readonly draftOf: (id: QuestionId) => TypedAnswer | null
  /** Questions whose own flag stands or is open. */
  readonly flagged: ReadonlySet<string>
}

function matches(filter: QuestionFilter, id: QuestionId, { draftOf, flagged }: FilterFacts): boolean {
  if (filter === 'all') return true
  if (filter === 'flagged') return flagged.has(id)
  const kind = draftOf(id)?.value.kind
  return filter === 'blank' ? kind === undefined : kind === 'unknown' || kind === 'declined'
}

/** The ids that a filter lets through now. */
export function matching(filter: QuestionFilter, sections: readonly Section[], facts: FilterFacts): Set<QuestionId> {
  const ids = sections.flatMap((section) => section.questions.map((question) => question.id))
  return new Set(ids.filter((id) => matches(filter, id, facts)))
}

/** The sections cut down to some questions; a section without any falls away. */
export function onlyQuestions(sections: readonly Section[], ids: ReadonlySet<QuestionId>): Section[] {
  return sections
    .map((section) => ({ ...section, questions: section.questions.filter((question) => ids.has(question.id)) }))
    .filter((section) => section.questions.length > 0)
}

/** What was typed to jump to, as a question id: "lg11" and " LG-11" are LG-11. Null when it can be none. */
export function typedQuestionId(text: string): string | null {
  const read = /^\s*([a-z]{2})[\s-]*(\d{1,2})\s*$/iu.exec(text)
  const [, domain, number] = read ?? []
  return domain === undefined || number === undefined ? null : `${domain.toUpperCase()}-${number.padStart(2, '0')}`
}
