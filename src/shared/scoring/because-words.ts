// Turns why a question shows into a sentence, from phrases that the caller gives, so that it can be said in any language.
import type { RelationshipKind } from '../domain/relationship.ts'
import type { Question } from '../domain/question.ts'
import type { ShownBecause, ShownReason } from './shown-because.ts'

/** Phrases with places in braces: `{question}` an id, `{answer}` its words, `{count}`, `{day}`, `{relationship}`, `{reasons}`. */
export interface BecausePhrases {
  readonly always: string
  /** Around the reasons of a question that certainly applies, and of one that may. */
  readonly shown: string
  readonly mayApply: string
  readonly answered: string
  readonly listed: string
  readonly atLeast: string
  readonly open: string
  readonly notRuledOut: string
  readonly relationship: string
  readonly since: string
  readonly before: string
  /** Between two options, and between two reasons. */
  readonly optionsJoin: string
  readonly reasonsJoin: string
  readonly choices: Readonly<Record<'yes' | 'partly' | 'no', string>>
  readonly relationships: Readonly<Record<RelationshipKind, string>>
}

export const englishBecause: BecausePhrases = {
  always: 'always shown',
  shown: 'shown because {reasons}',
  mayApply: 'shown because it may apply: {reasons}',
  answered: 'you answered “{answer}” to {question}',
  listed: 'you listed something in {question}',
  atLeast: '{question} is {count} or more',
  open: '{question} is not yet known',
  notRuledOut: 'your answer to {question} does not rule it out',
  relationship: 'the third party is {relationship}',
  since: 'the as-of day is {day} or later',
  before: 'the as-of day is before {day}',
  optionsJoin: '”, “',
  reasonsJoin: ' and ',
  choices: { yes: 'Yes', partly: 'Partly', no: 'No' },
  relationships: { supplier: 'a supplier', partner: 'a partner', investor: 'an investor' },
}

function fill(phrase: string, values: Readonly<Record<string, string>>): string {
  return phrase.replaceAll(/\{([a-z]+)\}/gu, (place, name: string) => values[name] ?? place)
}

function optionWords(reason: Extract<ShownReason, { kind: 'chose' }>, questions: ReadonlyMap<string, Question>, phrases: BecausePhrases) {
  const type = questions.get(reason.questionId)?.answer
  const offered = type !== undefined && 'options' in type ? type.options : []
  return reason.options.map((id) => offered.find((option) => option.id === id)?.label ?? id).join(phrases.optionsJoin)
}

function reasonWords(reason: ShownReason, phrases: BecausePhrases, questions: ReadonlyMap<string, Question>): string {
  switch (reason.kind) {
    case 'relationship':
      return fill(phrases.relationship, { relationship: phrases.relationships[reason.relationship] })
    case 'since':
      return fill(phrases.since, { day: reason.day })
    case 'before':
      return fill(phrases.before, { day: reason.day })
    case 'practice':
      return fill(phrases.answered, { question: reason.questionId, answer: phrases.choices[reason.choice] })
    case 'chose':
      return fill(phrases.answered, { question: reason.questionId, answer: optionWords(reason, questions, phrases) })
    case 'listed':
      return fill(phrases.listed, { question: reason.questionId })
    case 'at-least':
      return fill(phrases.atLeast, { question: reason.questionId, count: String(reason.atLeast) })
    case 'open':
      return fill(phrases.open, { question: reason.questionId })
    case 'not-ruled-out':
      return fill(phrases.notRuledOut, { question: reason.questionId })
  }
}

/** Such as `shown because you answered “Source code” to PR-03`. Labels of options come from `questions`, which is keyed by id. */
export function becauseInWords(
  { isCertain, because }: ShownBecause,
  phrases: BecausePhrases,
  questions: ReadonlyMap<string, Question>,
): string {
  if (because.length === 0) return phrases.always
  const reasons = because.map((reason) => reasonWords(reason, phrases, questions)).join(phrases.reasonsJoin)
  // "Not yet known" says by itself that the question only may apply.
  const saysSo = because.every((reason) => reason.kind === 'open')
  return fill(isCertain || saysSo ? phrases.shown : phrases.mayApply, { reasons })
}
