// Lint: floors and ranks that can work, and that rest on more than an unverified source.
import type { Pack } from '../domain/pack.ts'
import type { Finding } from './problem.ts'
import { pathOf } from './walk.ts'

/** Floors whose every source is unverified. */
export function lintFloorSources(pack: Pack): Finding[] {
  const verified = new Set(pack.sources.filter((source) => source.basis !== 'unverified').map((source) => source.id))
  const floors = [
    ...pack.questions.flatMap((question) =>
      question.flags.map((flag, index) => ({ path: `${pathOf(question)}.flags[${index}].sources`, sources: flag.sources })),
    ),
    ...pack.combinations.map((combination) => ({ path: `combinations.${combination.id}.sources`, sources: combination.sources })),
  ]
  return floors
    .filter(({ sources }) => !sources.some((id) => verified.has(id)))
    .map(({ path }) => ({ path, message: 'rests only on unverified sources; cite one that was read, or remove the floor' }))
}

/** Floors and ranks on questions that are not practices need a condition. */
export function lintMissingWhen(pack: Pack): Finding[] {
  return pack.questions.flatMap((question) => {
    if (question.answer.kind === 'practice') return []
    const message = `needs "when", because a ${question.answer.kind} question has no bad answer of its own`
    return [
      ...question.flags.flatMap((flag, index) =>
        flag.when === undefined ? [{ path: `${pathOf(question)}.flags[${index}]`, message }] : [],
      ),
      ...question.ranks.flatMap((rule, index) =>
        rule.when === undefined ? [{ path: `${pathOf(question)}.ranks[${index}]`, message }] : [],
      ),
    ]
  })
}
