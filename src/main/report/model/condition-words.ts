// A condition of the pack in words, so that a reader can judge it with the answers at hand.
import type { Condition, Leaf } from '#shared/domain/condition.ts'
import { fill } from '../words.ts'
import { countWithUnit, optionLabel } from './answers.ts'
import type { CaseFile } from './case-file.ts'
import { writtenDate } from './written.ts'

/** Which answer is the bad one; for a question that is gone, the usual one. */
function badAnswerOf(questionId: string, file: CaseFile): 'yes' | 'no' {
  const type = file.questions.get(questionId)?.answer
  return type?.kind === 'practice' ? type.badAnswer : 'no'
}

function labels(questionId: string, options: readonly string[], file: CaseFile): string {
  const question = file.questions.get(questionId)
  return options.map((id) => (question === undefined ? id : optionLabel(question, id))).join(file.words.condition.optionsJoin)
}

function practiceWords(leaf: Extract<Leaf, { bad: unknown } | { notGood: unknown }>, file: CaseFile): string {
  const { condition, answer } = file.words
  if ('bad' in leaf) return fill(condition.bad, { question: leaf.bad, answer: answer[badAnswerOf(leaf.bad, file)] })
  const good = badAnswerOf(leaf.notGood, file) === 'yes' ? 'no' : 'yes'
  return fill(condition.notGood, { question: leaf.notGood, answer: answer[good] })
}

function leafWords(leaf: Leaf, file: CaseFile): string {
  const { condition, relationship } = file.words
  if ('relationship' in leaf)
    return fill(condition.relationship, {
      relationships: leaf.relationship.map((kind) => relationship[kind]).join(condition.relationshipsJoin),
    })
  if ('since' in leaf) return fill(condition.since, { day: writtenDate(leaf.since, file.words) })
  if ('bad' in leaf || 'notGood' in leaf) return practiceWords(leaf, file)
  const { question } = leaf
  if ('anyOf' in leaf) return fill(condition.anyOf, { question, options: labels(question, leaf.anyOf, file) })
  if ('otherThan' in leaf) return fill(condition.otherThan, { question, options: labels(question, leaf.otherThan, file) })
  if ('listed' in leaf) return fill(condition.listed, { question })
  return fill(condition.atLeast, { question, count: countWithUnit(question, leaf.atLeast, file) })
}

function joined(parts: readonly Condition[], join: string, file: CaseFile): string {
  return parts
    .map((part) => (parts.length > 1 && ('all' in part || 'any' in part) ? `(${conditionWords(part, file)})` : conditionWords(part, file)))
    .join(join)
}

/** Such as `LG-03 is No and CJ-05 lists something`. Parts that hold together are joined by "and", alternatives by "or", mixed ones in brackets. */
export function conditionWords(condition: Condition, file: CaseFile): string {
  const { words } = file
  if ('all' in condition) return condition.all.length === 0 ? words.condition.always : joined(condition.all, words.condition.and, file)
  if ('any' in condition) return condition.any.length === 0 ? words.condition.never : joined(condition.any, words.condition.or, file)
  if ('not' in condition) return fill(words.condition.not, { condition: conditionWords(condition.not, file) })
  return leafWords(condition, file)
}
