// What an overlay asks for that only a new version of the pack may do.
import type { Pack } from '../domain/pack.ts'
import { firstOwnNumber, isOwnId } from './comparable.ts'
import type { Overlay, QuestionChange } from './overlay.ts'
import type { Finding } from './problem.ts'

const fixed = ['answer', 'audience', 'domain', 'flags', 'gate', 'id', 'isLite', 'meaning', 'ranks', 'shownIf', 'sources', 'weight']

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value below these keys, or an empty object. */
function below(value: unknown, ...keys: string[]): Record<string, unknown> {
  let at = value
  for (const key of keys) at = isRecord(at) && Object.hasOwn(at, key) ? at[key] : {}
  return isRecord(at) ? at : {}
}

/** Fields of existing questions that decide the score, found in the raw file so that the reason can be told. */
export function findForbiddenChanges(raw: unknown): Finding[] {
  return Object.entries(below(raw, 'change', 'questions')).flatMap(([id, change]) =>
    fixed
      .filter((field) => Object.hasOwn(below(change), field))
      .map((field) => ({
        path: `change.questions.${id}.${field}`,
        message:
          field === 'meaning'
            ? 'may not be changed by an overlay, because the same id must mean the same everywhere; add a question of your own, or copy the pack as a new one'
            : `may not be changed by an overlay, because it decides how ${id} is asked or scored; copy the pack as a new one with an id of its own, or ask its author for a new version`,
      })),
  )
}

/** Additions whose ids could one day be those of the base, or that would change the weight of an existing question. */
function checkAdditions({ add }: Overlay): Finding[] {
  const own = new Set<string>(add.questions.map((question) => question.id))
  const ids = [
    ...add.questions.map(({ id }) => ({ path: `add.questions.${id}.id`, id })),
    ...add.combinations.map(({ id }) => ({ path: `add.combinations.${id}.id`, id })),
  ]
  return [
    ...ids
      .filter(({ id }) => !isOwnId(id))
      .map(({ path, id }) => ({
        path,
        message: `is ${id}, a number that later versions of the pack may use; number your own from ${firstOwnNumber} to 99, such as ${id.slice(0, id.indexOf('-'))}-${firstOwnNumber + 1}`,
      })),
    ...add.questions.flatMap(({ id, gate }) =>
      gate === undefined || own.has(gate)
        ? []
        : [
            {
              path: `add.questions.${id}.gate`,
              message: `names ${gate}, a question of the pack, whose weight it would then share; leave the gate out and use shownIf over a fact, or add a gate of your own`,
            },
          ],
    ),
  ]
}

function checkChange(
  path: string,
  change: QuestionChange,
  context: { readonly base: Pack; readonly id: string; readonly isTranslation: boolean },
) {
  const question = context.base.questions.find((one) => one.id === context.id)
  if (question === undefined) return [{ path, message: `is not a question of ${context.base.id} ${context.base.version}; correct the id` }]
  const { answer } = question
  const choices = 'options' in answer ? answer.options : 'roles' in answer ? answer.roles : []
  const unknown = Object.keys(change.labels ?? {}).filter((id) => !choices.some((choice) => choice.id === id))
  const findings: Finding[] = unknown.map((id) => ({
    path: `${path}.labels.${id}`,
    message: `is not an option of ${context.id}; use ${choices.map((choice) => choice.id).join(', ') || 'none, because it has no options'}`,
  }))
  if (change.unit !== undefined && !('unit' in answer))
    findings.push({ path: `${path}.unit`, message: `is given, but ${context.id} counts nothing; remove it` })
  if (change.reasons !== undefined && change.reasons.length !== question.flags.length)
    findings.push({
      path: `${path}.reasons`,
      message: `must be as many as the flags of ${context.id}, which has ${question.flags.length}; give one for each`,
    })
  const isReworded = change.text !== undefined || change.labels !== undefined
  if (isReworded && !context.isTranslation && change.sameMeaning === undefined)
    findings.push({
      path,
      message: `rewords ${context.id}; if it still asks the same, write sameMeaning: true, and answers stay comparable; if not, add a question of your own instead`,
    })
  return findings
}

/** What of an overlay of the right shape does not fit the pack it is based on. */
export function findMisfits(overlay: Overlay, base: Pack): Finding[] {
  const isTranslation = (overlay.language ?? base.language) !== base.language
  const domains = new Set<string>(base.domains.map((domain) => domain.id))
  const combinations = new Set(base.combinations.map((combination) => combination.id))
  const missing = (path: string) => ({ path, message: `is not in ${base.id} ${base.version}; correct the id` })
  return [
    ...(overlay.id === base.id
      ? [{ path: 'id', message: `is that of the pack it is based on; give yours an id of its own, such as my-firm.${base.id}` }]
      : []),
    ...checkAdditions(overlay),
    ...Object.entries(overlay.change.questions).flatMap(([id, change]) =>
      checkChange(`change.questions.${id}`, change, { base, id, isTranslation }),
    ),
    ...Object.keys(overlay.change.domains)
      .filter((id) => !domains.has(id))
      .map((id) => missing(`change.domains.${id}`)),
    ...Object.keys(overlay.change.combinations)
      .filter((id) => !combinations.has(id))
      .map((id) => missing(`change.combinations.${id}`)),
  ]
}
