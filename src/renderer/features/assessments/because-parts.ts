// Cuts the sentence that says why a question shows into text and the questions it names, so that each can be a link.
import type { QuestionId } from '#shared/domain/ids.ts'
import type { Question } from '#shared/domain/question.ts'
import { becauseInWords, type BecausePhrases } from '#shared/scoring/because-words.ts'
import type { ShownBecause } from '#shared/scoring/shown-because.ts'
import { wordsIn } from '#renderer/i18n/words.ts'

export type BecausePart = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'question'; readonly id: QuestionId }

/** Sentences of their own, so that a language that does not begin one with a capital need not. */
const phrases: BecausePhrases = wordsIn('because')('phrases', { returnObjects: true })

function namedIn({ because }: ShownBecause): QuestionId[] {
  return [...new Set(because.flatMap((reason) => ('questionId' in reason ? [reason.questionId] : [])))]
}

/** "Shown because you answered “Source code” to " and PR-03; nothing for a question that always shows. */
export function becauseParts(why: ShownBecause, questionsById: ReadonlyMap<string, Question>): BecausePart[] {
  if (why.because.length === 0) return []
  const sentence = becauseInWords(why, phrases, questionsById)
  return namedIn(why).reduce<BecausePart[]>(
    (parts, id) => parts.flatMap((part) => (part.kind === 'text' ? cut(part.text, id) : [part])),
    [{ kind: 'text', text: sentence }],
  )
}

function cut(text: string, id: QuestionId): BecausePart[] {
  return text
    .split(id)
    .flatMap((piece, index): BecausePart[] => [
      ...(index === 0 ? [] : [{ kind: 'question' as const, id }]),
      ...(piece === '' ? [] : [{ kind: 'text' as const, text: piece }]),
    ])
}
