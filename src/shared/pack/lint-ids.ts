// Lint: every id is used once, and every id that is named exists.
import type { Pack } from '../domain/pack.ts'
import type { Finding } from './problem.ts'
import { pathOf } from './walk.ts'

function repeated(ids: readonly string[]): string[] {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const id of ids) (seen.has(id) ? twice : seen).add(id)
  return [...twice]
}

/** Ids that stand twice among domains, questions, sources, combinations, options or roles. */
export function lintDuplicateIds(pack: Pack): Finding[] {
  const lists: { path: string; ids: readonly string[] }[] = [
    { path: 'domains', ids: pack.domains.map((domain) => domain.id) },
    { path: 'questions', ids: pack.questions.map((question) => question.id) },
    { path: 'sources', ids: pack.sources.map((source) => source.id) },
    { path: 'combinations', ids: pack.combinations.map((combination) => combination.id) },
  ]
  for (const question of pack.questions) {
    const { answer } = question
    if ('options' in answer) lists.push({ path: `${pathOf(question)}.answer.options`, ids: answer.options.map((option) => option.id) })
    if ('roles' in answer) lists.push({ path: `${pathOf(question)}.answer.roles`, ids: answer.roles.map((role) => role.id) })
  }
  return lists.flatMap(({ path, ids }) =>
    repeated(ids).map((id) => ({ path: `${path}.${id}`, message: 'is used twice; give the second one an id of its own' })),
  )
}

/** Questions of a domain that the pack does not define. */
export function lintDomains(pack: Pack): Finding[] {
  const known = new Set<string>(pack.domains.map((domain) => domain.id))
  return pack.questions
    .filter((question) => !known.has(question.domain))
    .map((question) => ({
      path: `${pathOf(question)}.domain`,
      message: `names the domain ${question.domain}, which is not in the list of domains; add it there or correct the name`,
    }))
}

/** Source ids that the pack does not define, and sources that nothing cites. */
export function lintSources(pack: Pack): Finding[] {
  const known = new Set(pack.sources.map((source) => source.id))
  const citing = [
    ...pack.questions.flatMap((question) => [
      { path: `${pathOf(question)}.sources`, sources: question.sources },
      ...question.flags.map((flag, index) => ({ path: `${pathOf(question)}.flags[${index}].sources`, sources: flag.sources })),
    ]),
    ...pack.combinations.map((combination) => ({ path: `combinations.${combination.id}.sources`, sources: combination.sources })),
  ]
  const missing = citing.flatMap(({ path, sources }) =>
    sources
      .filter((id) => !known.has(id))
      .map((id) => ({ path, message: `cites the source ${id}, which is not in the list of sources; add it there or correct the name` })),
  )
  const cited = new Set(citing.flatMap(({ sources }) => sources))
  const unused = pack.sources
    .filter((source) => !cited.has(source.id))
    .map((source) => ({ path: `sources.${source.id}`, message: 'is cited by nothing; cite it where it is used or remove it' }))
  return [...missing, ...unused]
}
