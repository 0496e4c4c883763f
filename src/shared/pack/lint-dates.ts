// Lint: dated rules and sources say when somebody has to look again.
import type { Pack } from '../domain/pack.ts'
import { leavesOf } from '../scoring/leaves.ts'
import type { Finding } from './problem.ts'
import { verdictConditions, visibilityConditions } from './walk.ts'

/** Conditions with `since` that rest only on sources whose check was due on or before the day the pack was published. */
export function lintDatedRules(pack: Pack): Finding[] {
  const fresh = new Set(pack.sources.filter((source) => source.verifyBy > pack.publishedOn).map((source) => source.id))
  const conditions = [
    ...visibilityConditions(pack).map(({ question, condition, path }) => ({ condition, path, sources: question.sources })),
    ...verdictConditions(pack),
  ]
  return conditions
    .filter(({ sources }) => !sources.some((id) => fresh.has(id)))
    .flatMap(({ condition, path }) =>
      leavesOf(condition, path)
        .filter(({ leaf }) => 'since' in leaf)
        .map((place) => ({
          path: place.path,
          message: `is a dated rule, but every source it cites was due to be checked by ${pack.publishedOn}, the day of the pack; check one again and set a later verifyBy`,
        })),
    )
}

/** Sources that were due to be checked when the pack was published, and whose note does not say what is open. */
export function lintStaleSources(pack: Pack): Finding[] {
  return pack.sources
    .filter((source) => source.verifyBy <= pack.publishedOn && source.note === undefined)
    .map((source) => ({
      path: `sources.${source.id}.verifyBy`,
      message: `is ${source.verifyBy}, not after the day of the pack; check the source again and move the date, or say in a note what is open`,
    }))
}
