// Cuts the sentence that says why a question shows into text and the questions it names, so that each can be a link.
import type { QuestionId } from '#shared/domain/ids.ts'
import type { Question } from '#shared/domain/question.ts'
import { becauseInWords, englishBecause } from '#shared/scoring/because-words.ts'
import type { ShownBecause } from '#shared/scoring/shown-because.ts'

export type BecausePart = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'question'; readonly id: QuestionId }

function namedIn({ because }: ShownBecause): QuestionId[] {
  return [...new Set(because.flatMap((reason) => ('questionId' in reason ? [reason.questionId] : [])))]
}

/** "Shown because you answered “Source code” to " and PR-03; nothing for a question that always shows. */
export function becauseParts(why: ShownBecause, questionsById: ReadonlyMap<string, Question>): BecausePart[] {
  if (why.because.length === 0) return []
  const words = becauseInWords(why, englishBecause, questionsById)
  const sentence = `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
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
