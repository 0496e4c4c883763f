// Lint: a new version of a pack keeps its promises to answers given with the old one.
import type { Pack } from '../domain/pack.ts'
import type { Question } from '../domain/question.ts'
import type { Finding } from './problem.ts'
import { pathOf } from './walk.ts'

/** Less than, equal to or greater than zero, as the first version is older than, the same as or newer than the second. */
export function compareVersions(left: string, right: string): number {
  return left.localeCompare(right, 'en', { numeric: true })
}

function choicesOf({ answer }: Question): readonly { readonly id: string; readonly label: string }[] {
  if ('options' in answer) return answer.options
  return 'roles' in answer ? answer.roles : []
}

/** What makes an old answer say something else now, or null. */
function whatTurns(now: Question, before: Question): string | null {
  const [one, other] = [now.answer, before.answer]
  if (one.kind !== other.kind) return `takes a ${one.kind} where it took a ${other.kind}`
  if (one.kind === 'practice' && other.kind === 'practice' && one.badAnswer !== other.badAnswer) return 'has its bad answer turned round'
  if (one.kind === 'counts' && other.kind === 'counts' && one.of !== other.of) return `counts ${one.of} where it counted ${other.of}`
  const ids = new Set(choicesOf(now).map((choice) => choice.id))
  const gone = choicesOf(before).filter((choice) => !ids.has(choice.id))
  return gone.length > 0 ? `no longer offers ${gone.map((choice) => choice.id).join(', ')}` : null
}

function isReworded(now: Question, before: Question): boolean {
  const labels = new Map(choicesOf(before).map((choice) => [choice.id, choice.label]))
  return now.text !== before.text || choicesOf(now).some((choice) => (labels.get(choice.id) ?? choice.label) !== choice.label)
}

type Pair = readonly [now: Question, before: Question]

function pairs(pack: Pack, previous: Pack): Pair[] {
  const old = new Map<string, Question>(previous.questions.map((question) => [question.id, question]))
  return pack.questions.flatMap((now): Pair[] => {
    const before = old.get(now.id)
    return before === undefined ? [] : [[now, before]]
  })
}

/** A version that is not newer, meanings that fall, and answers that turn under an unchanged meaning. */
export function lintVersion(pack: Pack, previous: Pack | undefined): Finding[] {
  if (previous === undefined) return []
  if (pack.id !== previous.id)
    return [{ path: 'id', message: `is ${pack.id}, but the earlier version is of ${previous.id}; compare with a version of the same pack` }]
  const isOld = compareVersions(pack.version, previous.version) <= 0
  return [
    ...(isOld ? [{ path: 'version', message: `is not newer than ${previous.version}; every change needs a new version` }] : []),
    ...pairs(pack, previous).flatMap(([now, before]) => {
      const path = `${pathOf(now)}.meaning`
      if (now.meaning < before.meaning)
        return [{ path, message: `was ${before.meaning} in version ${previous.version} and never falls; write at least ${before.meaning}` }]
      const turned = now.meaning === before.meaning ? whatTurns(now, before) : null
      return turned === null
        ? []
        : [
            {
              path,
              message: `must rise, because the question ${turned} and old answers would say something else; write ${before.meaning + 1}`,
            },
          ]
    }),
  ]
}

/** Reworded questions that keep their meaning, and questions that are gone: a person has to judge those. */
export function lintRewording(pack: Pack, previous: Pack | undefined): Finding[] {
  if (previous === undefined || pack.id !== previous.id) return []
  const kept = new Set<string>(pack.questions.map((question) => question.id))
  return [
    ...pairs(pack, previous)
      .filter(([now, before]) => now.meaning === before.meaning && isReworded(now, before))
      .map(([now]) => ({
        path: `${pathOf(now)}.text`,
        message: `was reworded and still counts as the same question; if it asks something else now, write meaning: ${now.meaning + 1}`,
      })),
    ...previous.questions
      .filter((question) => !kept.has(question.id))
      .map((question) => ({
        path: 'questions',
        message: `${question.id} of version ${previous.version} is gone; never give its id to another question`,
      })),
  ]
}
