// What differs between two assessments, in words.
import type { AnswerChange, AnswerStanding, ComparedAssessments, ComparedSide, FlagStanding } from '#shared/contract/comparison.ts'
import type { GapRange } from '#shared/scoring/result.ts'
import { dayText, gapText } from '#renderer/ui/numbers.ts'
import { profileWords, relationshipWords } from '../answer-words.ts'
import { valueWords } from '../value-words.ts'

export const flagStandingWords: Readonly<Record<FlagStanding, string>> = {
  fired: 'stands',
  unresolved: 'open',
  clear: 'clear',
  absent: 'not asked',
}

const standingWords: Readonly<Record<AnswerStanding, string>> = {
  good: 'Good',
  partly: 'Partly',
  bad: 'Bad',
  fact: 'A fact',
  blank: 'Not answered',
  unknown: 'Unknown',
  declined: 'Declined',
  unusable: 'Does not fit the question',
  'not-applicable': 'N/A',
  hidden: 'Not shown',
}

export const directionWords: Readonly<Record<AnswerChange['direction'], string>> = { better: 'better', worse: 'worse', other: '' }

/** "Supplier, Lite, 22 Nov 2026". */
export function sideTitle({ assessment }: Pick<ComparedSide, 'assessment'>): string {
  return `${relationshipWords[assessment.relationship]}, ${profileWords[assessment.profile]}, ${dayText(assessment.asOf)}`
}

/** The answer as it was given, or what it amounts to where none was; with the grade it counts with. */
export function answerWords(
  change: AnswerChange,
  which: 'first' | 'second',
  { [which]: side, jewelNames }: Pick<ComparedAssessments, 'first' | 'second' | 'jewelNames'>,
): string {
  const { state, grade } = change[which]
  const answer = side.answers.find((one) => one.questionId === change.questionId)
  const question = side.questions.find((one) => one.id === change.questionId)
  const isGiven = answer !== undefined && state !== 'hidden' && state !== 'unusable'
  const words = isGiven ? valueWords(answer.value, { question, jewels: jewelNames }) : standingWords[state]
  return grade === null || !isGiven ? words : `${words} (grade ${grade})`
}

/** Steps between tiers: "2 tiers worse", "1 tier better", "the same". */
export function stepWords(steps: number): string {
  if (steps === 0) return 'the same'
  const count = Math.abs(steps)
  return `${count} ${count === 1 ? 'tier' : 'tiers'} ${steps > 0 ? 'worse' : 'better'}`
}

/** A difference of gaps in points, with its sign: "+12.50", "−3.00", "0". Empty where one side has no gap. */
export function pointsWords(basisPoints: number | null): string {
  if (basisPoints === null) return ''
  if (basisPoints === 0) return '0'
  return `${basisPoints > 0 ? '+' : '−'}${(Math.abs(basisPoints) / 100).toFixed(2)}`
}

export function gapWords(gap: GapRange | null): string {
  return gap === null ? 'not scored' : gapText(gap)
}
