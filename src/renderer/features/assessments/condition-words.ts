// Why a question is shown, in words made from its condition.
import type { Condition } from '#shared/domain/condition.ts'
import type { Pack } from '#shared/domain/pack.ts'
import type { Question } from '#shared/domain/question.ts'
import { visibilityOf } from '#shared/scoring/plan.ts'

const listWords = new Intl.ListFormat('en-GB', { type: 'disjunction' })
const andWords = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** Reads the condition aloud for the pack's questions: `PR-04 is answered with genomic data or biometric data`. */
export function conditionWords(condition: Condition, pack: Pack): string {
  if ('all' in condition)
    return condition.all.length === 0 ? 'it always applies' : andWords.format(condition.all.map((part) => conditionWords(part, pack)))
  if ('any' in condition)
    return condition.any.length === 0 ? 'it never applies' : listWords.format(condition.any.map((part) => conditionWords(part, pack)))
  if ('not' in condition) return `it is not the case that ${conditionWords(condition.not, pack)}`
  if ('relationship' in condition) return `the third party is ${listWords.format(condition.relationship.map(withArticle))}`
  if ('since' in condition) return `the assessment is dated ${condition.since} or later`
  if ('bad' in condition) return `${condition.bad} is answered “${badWord(condition.bad, pack)}”`
  if ('notGood' in condition) return `${condition.notGood} is not answered “${goodWord(condition.notGood, pack)}”`
  if ('anyOf' in condition)
    return `${condition.question} names ${listWords.format(optionLabels(condition.question, condition.anyOf, pack))}`
  if ('otherThan' in condition)
    return `${condition.question} names something other than ${listWords.format(optionLabels(condition.question, condition.otherThan, pack))}`
  if ('listed' in condition) return `${condition.question} lists something`
  return `${condition.question} is ${condition.atLeast.toLocaleString('en-GB')}${questionOf(condition.question, pack)?.answer.kind === 'percent' ? ' %' : ''} or more`
}

/** The sentence under a question that does not always show, or null for one that does. */
export function whyShown(question: Question, pack: Pack): string | null {
  const condition = visibilityOf(question)
  return condition === null ? null : `Asked because ${conditionWords(condition, pack)}, or that is still open.`
}

function withArticle(relationship: string): string {
  return `${/^[aeiou]/.test(relationship) ? 'an' : 'a'} ${relationship}`
}

function questionOf(id: string, pack: Pack): Question | undefined {
  return pack.questions.find((question) => question.id === id)
}

function badAnswerOf(id: string, pack: Pack): 'yes' | 'no' {
  const answer = questionOf(id, pack)?.answer
  return answer?.kind === 'practice' ? answer.badAnswer : 'no'
}

function badWord(id: string, pack: Pack): string {
  return badAnswerOf(id, pack) === 'yes' ? 'Yes' : 'No'
}

function goodWord(id: string, pack: Pack): string {
  return badAnswerOf(id, pack) === 'yes' ? 'No' : 'Yes'
}

function optionLabels(id: string, optionIds: readonly string[], pack: Pack): string[] {
  const answer = questionOf(id, pack)?.answer
  const options = answer?.kind === 'choice' || answer?.kind === 'several' ? answer.options : []
  return optionIds.map((optionId) => `“${options.find((option) => option.id === optionId)?.label ?? optionId}”`)
}
