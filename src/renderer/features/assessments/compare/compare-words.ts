// What differs between two assessments, in words.
import type { AnswerChange, ComparedAssessments, ComparedSide, FlagStanding } from '#shared/contract/comparison.ts'
import { gapFigure } from '#shared/scoring/gap-figure.ts'
import type { GapRange } from '#shared/scoring/result.ts'
import { pageLocale } from '#renderer/i18n/page-language.ts'
import { wordsIn } from '#renderer/i18n/words.ts'
import { dayText } from '#renderer/ui/numbers.ts'
import { gapText } from '../gap-text.ts'
import { kindWords } from '../answer-words.ts'
import { valueWords } from '../value-words.ts'

const t = wordsIn('compare')

export const flagStandingWords: Readonly<Record<FlagStanding, string>> = {
  fired: t('flags.fired'),
  unresolved: t('flags.unresolved'),
  clear: t('flags.clear'),
  absent: t('flags.absent'),
}

export const directionWords: Readonly<Record<AnswerChange['direction'], string>> = {
  better: t('answers.better'),
  worse: t('answers.worse'),
  other: t('answers.other'),
}

/** "Supplier, Lite, 22 Nov 2026". */
export function sideTitle({ assessment }: Pick<ComparedSide, 'assessment'>): string {
  return t('side', { kind: kindWords(assessment), day: dayText(assessment.asOf) })
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
  const words = isGiven ? valueWords(answer.value, { question, jewels: jewelNames }) : t(`answers.standing.${state}`)
  return grade === null || !isGiven ? words : t('answers.graded', { answer: words, grade })
}

/** Steps between tiers: "2 tiers worse", "1 tier better", "the same". */
export function stepWords(steps: number): string {
  if (steps === 0) return t('result.same')
  return t(steps > 0 ? 'result.worse' : 'result.better', { count: Math.abs(steps) })
}

/** How far a gap moved, in points between the figures that stand beside it, with its sign: "+12", "−3.6", "0". Empty where one side has no gap. */
export function pointsWords(firstBp: number | undefined, secondBp: number | undefined): string {
  if (firstBp === undefined || secondBp === undefined) return ''
  const points = Number(gapFigure(secondBp)) - Number(gapFigure(firstBp))
  if (points === 0) return '0'
  return `${points > 0 ? '+' : '−'}${Math.abs(points).toLocaleString(pageLocale, { maximumFractionDigits: 2 })}`
}

export function gapWords(gap: GapRange | null): string {
  return gap === null ? t('gaps.notScored') : gapText(gap)
}
