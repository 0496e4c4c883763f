// Lint: what keeps the method monotone, so that a worse answer or one more access can never give a better result.
import type { Pack } from '../domain/pack.ts'
import type { Question } from '../domain/question.ts'
import { leavesOf, lookedAt, questionsIn } from '../scoring/leaves.ts'
import type { Problem } from './problem.ts'
import { verdictConditions, visibilityConditions } from './walk.ts'

type Links = ReadonlyMap<string, readonly string[]>

/** The start and everything that can be reached from it. */
function closure(start: Iterable<string>, links: Links): Set<string> {
  const reached = new Set(start)
  for (const id of reached) for (const next of links.get(id) ?? []) reached.add(next)
  return reached
}

/** Question id → questions that its own condition looks at. */
function conditionLinks(pack: Pack): Map<string, string[]> {
  return new Map(visibilityConditions(pack).map(({ question, condition }) => [question.id, [...questionsIn(condition)]]))
}

function practicesIn(pack: Pack): Set<string> {
  return new Set(pack.questions.filter((question) => question.answer.kind === 'practice').map((question) => question.id))
}

/**
 * A weighted question may show or hide by facts and by its gate. By another practice, directly or through a fact that
 * the practice shows or hides, a worse answer there could bring in well-answered questions.
 */
export function lintMonotoneVisibility(pack: Pack): Problem[] {
  const practices = practicesIn(pack)
  const links = conditionLinks(pack)
  return visibilityConditions(pack)
    .filter(({ question }) => question.weight !== undefined)
    .flatMap(({ condition, path }) =>
      leavesOf(condition, path).flatMap(({ leaf, path: at }) => {
        const id = lookedAt(leaf)
        const found = id === null ? undefined : [...closure([id], links)].find((one) => practices.has(one))
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
  const links = conditionLinks(pack)
  for (const { id, gate } of pack.questions) if (gate !== undefined) links.set(id, [...(links.get(id) ?? []), gate])
  return closure([...alone, ...looked], links)
}

/** Options that mean "none of these", as `question/option`. */
function noneOptions(pack: Pack): Set<string> {
  return new Set(pack.questions.flatMap(({ id, answer }) => (answer.kind === 'several' ? [`${id}/${answer.noneOption ?? ''}`] : [])))
}

/** A question on which a floor or a rank depends may not show only while something is absent: naming one more access could hide it. */
export function lintMonotoneFacts(pack: Pack): Problem[] {
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
export function lintMonotoneVerdicts(pack: Pack): Problem[] {
  return verdictConditions(pack).flatMap(({ condition, path }) =>
    leavesOf(condition, path)
      .filter(({ isUnderNot }) => isUnderNot)
      .map(({ path: at }) => ({
        path: at,
        message: 'stands under "not" in a floor or a rank; say what must be present instead of what must be absent',
      })),
  )
}
