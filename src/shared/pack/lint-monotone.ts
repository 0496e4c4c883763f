// Lint: what keeps the method monotone, so that a worse answer or one more access can never give a better result.
import type { Pack } from '../domain/pack.ts'
import type { Question } from '../domain/question.ts'
import { leavesOf, lookedAt, questionsIn } from '../scoring/leaves.ts'
import { closure, linksOf } from './links.ts'
import type { Finding } from './problem.ts'
import { verdictConditions, visibilityConditions } from './walk.ts'

/** For every question, the questions that decide whether it shows: those its own condition looks at, and its gate. */
function waitsFor(pack: Pack): (readonly [id: string, looked: string])[] {
  const conditions = visibilityConditions(pack).flatMap(({ question, condition }) =>
    [...questionsIn(condition)].map((looked) => [question.id, looked] as const),
  )
  const gates = pack.questions.flatMap(({ id, gate }) => (gate === undefined ? [] : [[id, gate] as const]))
  return [...conditions, ...gates]
}

/** Question id → a practice that it is, or that shows or hides it, directly or through others. */
function practicesBehind(pack: Pack): ReadonlyMap<string, string> {
  const followers = linksOf(waitsFor(pack).map(([id, looked]) => [looked, id] as const))
  const found = new Map<string, string>()
  for (const { id, answer } of pack.questions) if (answer.kind === 'practice') found.set(id, id)
  for (const [id, practice] of found)
    for (const follower of followers.get(id) ?? []) if (!found.has(follower)) found.set(follower, practice)
  return found
}

/**
 * A weighted question may show or hide by facts and by its gate. By another practice, directly or through a fact that
 * the practice shows or hides, a worse answer there could bring in well-answered questions.
 */
export function lintMonotoneVisibility(pack: Pack): Finding[] {
  const practices = practicesBehind(pack)
  return visibilityConditions(pack)
    .filter(({ question }) => question.weight !== undefined)
    .flatMap(({ condition, path }) =>
      leavesOf(condition, path).flatMap(({ leaf, path: at }) => {
        const id = lookedAt(leaf)
        const found = practices.get(id ?? '')
        return found === undefined
          ? []
          : [
              {
                path: at,
                message: `lets the practice ${found} show or hide a weighted question; make ${found} its gate instead, or use a fact`,
              },
            ]
      }),
    )
}

function movesTierAlone({ answer, flags, ranks }: Question): boolean {
  return flags.length > 0 || ranks.length > 0 || ('axis' in answer && answer.axis !== undefined)
}

/** Questions that a floor or a rank depends on: by themselves, in a condition, or by showing another that does. */
function decisiveQuestions(pack: Pack): Set<string> {
  const alone = pack.questions.filter(movesTierAlone).map((question) => question.id)
  const looked = verdictConditions(pack).flatMap(({ condition }) => [...questionsIn(condition)])
  return closure([...alone, ...looked], linksOf(waitsFor(pack)))
}

/** Options that mean "none of these", as `question/option`. */
function noneOptions(pack: Pack): Set<string> {
  return new Set(pack.questions.flatMap(({ id, answer }) => (answer.kind === 'several' ? [`${id}/${answer.noneOption ?? ''}`] : [])))
}

/** A question on which a floor or a rank depends may not show only while something is absent: naming one more access could hide it. */
export function lintMonotoneFacts(pack: Pack): Finding[] {
  const none = noneOptions(pack)
  const decisive = decisiveQuestions(pack)
  return visibilityConditions(pack)
    .filter(({ question }) => decisive.has(question.id))
    .flatMap(({ condition, path }) =>
      leavesOf(condition, path)
        .filter(
          ({ leaf, isUnderNot }) => isUnderNot || ('anyOf' in leaf && leaf.anyOf.some((option) => none.has(`${leaf.question}/${option}`))),
        )
        .map(({ path: at }) => ({
          path: at,
          message: 'shows a question on which a floor or a rank depends only while something is absent; say what must be present instead',
        })),
    )
}

/** Floors and ranks may not rest on the absence of something: that could let a worse answer lift a floor. */
export function lintMonotoneVerdicts(pack: Pack): Finding[] {
  return verdictConditions(pack).flatMap(({ condition, path }) =>
    leavesOf(condition, path)
      .filter(({ isUnderNot }) => isUnderNot)
      .map(({ path: at }) => ({
        path: at,
        message: 'stands under "not" in a floor or a rank; say what must be present instead of what must be absent',
      })),
  )
}
