// Lint: conditions look at questions that exist, can give that kind of answer, and come earlier.
import type { Leaf } from '../domain/condition.ts'
import type { Pack } from '../domain/pack.ts'
import type { AnswerType, Question } from '../domain/question.ts'
import { leavesOf, lookedAt } from '../scoring/leaves.ts'
import { groupsOf, linksOf } from './links.ts'
import type { Finding } from './problem.ts'
import { allLeaves, pathOf, visibilityConditions } from './walk.ts'

const kindsByTest = {
  bad: ['practice'],
  notGood: ['practice'],
  anyOf: ['choice', 'several'],
  otherThan: ['choice', 'several'],
  listed: ['countries', 'owners', 'jewels'],
  atLeast: ['number', 'percent', 'counts'],
} as const satisfies Record<string, readonly AnswerType['kind'][]>

function testOf(leaf: Leaf): keyof typeof kindsByTest | null {
  if ('bad' in leaf) return 'bad'
  if ('notGood' in leaf) return 'notGood'
  if ('anyOf' in leaf) return 'anyOf'
  if ('otherThan' in leaf) return 'otherThan'
  if ('listed' in leaf) return 'listed'
  return 'atLeast' in leaf ? 'atLeast' : null
}

function namedOptions(leaf: Leaf): readonly string[] {
  if ('anyOf' in leaf) return leaf.anyOf
  return 'otherThan' in leaf ? leaf.otherThan : []
}

function checkLeaf(leaf: Leaf, question: Question | undefined): string[] {
  const test = testOf(leaf)
  if (test === null) return []
  if (question === undefined) return [`looks at ${lookedAt(leaf)}, which is not a question of this pack; correct the id`]
  const { answer } = question
  const kinds: readonly string[] = kindsByTest[test]
  if (!kinds.includes(answer.kind))
    return [`tests ${question.id} with ${test}, which works only for ${kinds.join(', ')}, but it is a ${answer.kind} question`]
  const options = 'options' in answer ? answer.options.map((option) => option.id) : []
  return namedOptions(leaf)
    .filter((option) => !options.includes(option))
    .map((option) => `names the option ${option}, which ${question.id} does not have; use one of ${options.join(', ')}`)
}

/** Conditions over unknown questions, over the wrong kind of question, or naming unknown options. */
export function lintConditionTargets(pack: Pack): Finding[] {
  const byId = new Map<string, Question>(pack.questions.map((question) => [question.id, question]))
  return allLeaves(pack).flatMap(({ leaf, path }) => checkLeaf(leaf, byId.get(lookedAt(leaf) ?? '')).map((message) => ({ path, message })))
}

interface Reference {
  readonly from: Question
  readonly to: string
  readonly path: string
}

/** What must be answered before a question can be shown: its condition, its gate, and the question it counts. */
function references(pack: Pack): Reference[] {
  const conditions = visibilityConditions(pack).flatMap(({ question, condition, path }) =>
    leavesOf(condition, path).flatMap(({ leaf, path: at }) => {
      const to = lookedAt(leaf)
      return to === null ? [] : [{ from: question, to, path: at }]
    }),
  )
  const others = pack.questions.flatMap((question) => [
    ...(question.gate === undefined ? [] : [{ from: question, to: question.gate, path: `${pathOf(question)}.gate` }]),
    ...(question.answer.kind === 'counts' ? [{ from: question, to: question.answer.of, path: `${pathOf(question)}.answer.of` }] : []),
  ])
  return [...conditions, ...others]
}

/** Questions that wait for each other, and questions that wait for a later one. */
export function lintOrder(pack: Pack): Finding[] {
  const all = references(pack)
  const groups = groupsOf(linksOf(all.map(({ from, to }) => [from.id, to] as const)))
  // Of two questions with one id the first counts, as it does when the answers are read.
  const places = new Map<string, number>(pack.questions.map((question, index) => [question.id, index] as const).toReversed())
  const placeOf = (id: string) => places.get(id) ?? -1
  return all.flatMap(({ from, to, path }) => {
    if (to === from.id || groups.get(to) === groups.get(from.id)) {
      return [
        {
          path,
          message: `makes a cycle: ${from.id} and ${to} wait for each other, so neither could show; remove one of the two references`,
        },
      ]
    }
    const isLater = placeOf(to) > placeOf(from.id)
    return isLater ? [{ path, message: `refers forward to ${to}; move ${to} before ${from.id} in the file` }] : []
  })
}
