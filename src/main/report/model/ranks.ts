// The ranks that a fact can give: of its options, of its rules, of the crown jewels it names.
import type { Question } from '#shared/domain/question.ts'
import type { FactRank } from '#shared/scoring/result.ts'
import { fill } from '../words.ts'
import type { CaseFile } from './case-file.ts'
import { conditionWords } from './condition-words.ts'
import { writtenCount } from './written.ts'

type OptionList = Extract<Question['answer'], { options: unknown }>['options']

/** Options by the rank they give, the lowest first: `1: None. 2: Artificial intelligence; biotechnology.` */
function optionRanks(options: OptionList, file: CaseFile): string[] {
  const { sentence } = file.words
  const labelsOf = new Map<number, string[]>()
  for (const { rank, rankAbove, thresholdCount, label } of options) {
    if (rank === undefined) continue
    const above =
      rankAbove === undefined
        ? label
        : fill(sentence.rankAbove, { label, rank: String(rankAbove), count: writtenCount(thresholdCount ?? 0, file.words) })
    labelsOf.set(rank, [...(labelsOf.get(rank) ?? []), above])
  }
  return [...labelsOf]
    .toSorted(([left], [right]) => left - right)
    .map(([rank, labels]) => fill(sentence.rankOptions, { rank: String(rank), labels: labels.join('; ') }))
}

function typeRanks({ answer: type }: Question, axis: FactRank['axis'], file: CaseFile): string[] {
  const { sentence } = file.words
  if (!('axis' in type) || type.axis !== axis) return []
  if (type.kind === 'jewels') return [sentence.rankJewels]
  const breadth = type.kind === 'several' ? type.breadthBonusFrom : undefined
  return [...optionRanks(type.options, file), ...(breadth === undefined ? [] : [fill(sentence.rankBreadth, { count: String(breadth) })])]
}

function ruleRanks(question: Question, axis: FactRank['axis'], file: CaseFile): string[] {
  const { sentence, answer } = file.words
  const type = question.answer
  return question.ranks
    .filter((rule) => rule.axis === axis)
    .map(({ rank, when }) => {
      const own =
        type.kind === 'practice' ? [fill(file.words.condition.bad, { question: question.id, answer: answer[type.badAnswer] })] : []
      const other = when === undefined ? [] : [conditionWords(when, file)]
      return fill(sentence.rankRule, { rank: String(rank), condition: [...own, ...other].join(file.words.condition.and) })
    })
}

/** What the question can give on the axis, one entry for each rank or rule; empty when the pack does not have the question. */
export function ranksOf({ questionId, axis }: FactRank, file: CaseFile): string[] {
  const question = file.questions.get(questionId)
  return question === undefined ? [] : [...typeRanks(question, axis, file), ...ruleRanks(question, axis, file)]
}
