// Lint: answer types that fit together.
import type { Pack } from '../domain/pack.ts'
import type { Option, Question } from '../domain/question.ts'
import type { Finding } from './problem.ts'
import { pathOf } from './walk.ts'

function checkOption(option: Option, isCounted: boolean): string[] {
  if ((option.rankAbove === undefined) !== (option.thresholdCount === undefined)) {
    return [`has only one of rankAbove and thresholdCount on the option ${option.id}; give both or neither`]
  }
  if (option.rankAbove === undefined) return []
  if (!isCounted) return [`has a threshold on the option ${option.id}, but no question counts it; add a counts question`]
  return option.rankAbove < (option.rank ?? 1)
    ? [`gives the option ${option.id} a lower rank above its threshold than below; turn the two round`]
    : []
}

function checkAnswer(question: Question, byId: ReadonlyMap<string, Question>, counted: ReadonlySet<string>): string[] {
  const { answer } = question
  if (answer.kind === 'counts') {
    const of = byId.get(answer.of)
    return of?.answer.kind === 'several' ? [] : [`counts ${answer.of}, which is not a several question of this pack; name one that is`]
  }
  if (!('options' in answer)) return []
  const options = answer.options.flatMap((option) => checkOption(option, answer.kind === 'several' && counted.has(question.id)))
  const ranked = answer.axis === undefined && answer.options.some((option) => option.rank !== undefined)
  const none =
    answer.kind === 'several' && answer.noneOption !== undefined && !answer.options.some((option) => option.id === answer.noneOption)
  return [
    ...options,
    ...(ranked ? ['gives ranks to its options but names no axis; add axis: impact or exposure'] : []),
    ...(none ? ['names a noneOption that is not among its options; add the option or correct the name'] : []),
  ]
}

/** Counts of something that is not a several question, thresholds that do not work, ranks without an axis, unknown noneOption. */
export function lintAnswers(pack: Pack): Finding[] {
  const byId = new Map<string, Question>(pack.questions.map((question) => [question.id, question]))
  const counted = new Set<string>(pack.questions.flatMap((question) => (question.answer.kind === 'counts' ? [question.answer.of] : [])))
  return pack.questions.flatMap((question) =>
    checkAnswer(question, byId, counted).map((message) => ({ path: `${pathOf(question)}.answer`, message })),
  )
}
