// `pack lint` and `pack hash`: whether a pack or an overlay may be used, what is wrong with it and where, and its hash.
import { basename } from 'node:path'
import type { Pack } from '#shared/domain/pack.ts'
import { relationshipKinds } from '#shared/domain/relationship.ts'
import { spellOut } from '#shared/domain/text.ts'
import { readingGrades } from '#shared/pack/lint-reading.ts'
import { isAsked } from '#shared/scoring/plan.ts'
import type { CheckedPack, PlacedProblem } from '#main/packs/check-pack-file.ts'
import { createPackLibrary } from '#main/packs/pack-library.ts'
import { readArguments } from './arguments.ts'
import { check, problemWords, readSoundPack } from './chosen-pack.ts'
import type { CommandPlace } from './engine-session.ts'
import { CommandProblem, type Terminal } from './output.ts'

const usage = 'Use: pack lint FILE [--previous FILE] [--json], or pack hash FILE'
/** Nobody corrects more than these before looking again; --json has them all. */
const mostPrinted = 100

function countsOf(pack: Pack) {
  const asked = (profile: 'full' | 'lite') =>
    Object.fromEntries(relationshipKinds.map((kind) => [kind, pack.questions.filter((one) => isAsked(one, kind, profile)).length]))
  return {
    questions: pack.questions.length,
    domains: pack.domains.length,
    sources: pack.sources.length,
    combinations: pack.combinations.length,
    full: asked('full'),
    lite: asked('lite'),
  }
}

function gradesOf(pack: Pack) {
  const grades = readingGrades(pack).map(({ gradeTenths }) => gradeTenths)
  const sum = grades.reduce((total, tenths) => total + tenths, 0)
  return { highest: Math.max(...grades) / 10, average: Math.round(sum / grades.length) / 10 }
}

function describeProblem(problem: PlacedProblem, fileName: string): string {
  return `${fileName}:${problem.line}:${problem.column} ${problem.severity} ${problemWords(problem)} [${problem.rule}]`
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

function summaryOf({ pack, loaded, kind }: CheckedPack): string[] {
  if (pack === null) return []
  const { questions, domains, sources, combinations, full, lite } = countsOf(pack)
  const perRelationship = relationshipKinds.map((one) => `${one} ${full[one]} (Lite ${lite[one]})`).join(', ')
  const { highest, average } = gradesOf(pack)
  return [
    `${kind === 'overlay' ? 'Makes' : 'Pack'}:    ${pack.id} ${pack.version}${pack.basedOn === undefined ? '' : `, based on ${pack.basedOn.id} ${pack.basedOn.version}`}`,
    `Holds:   ${questions} questions in ${domains} domains, ${sources} sources, ${combinations} combinations`,
    `Asked:   ${perRelationship}`,
    `Reading: grade ${average.toFixed(1)} on average, ${highest.toFixed(1)} at most`,
    `SHA-256: ${loaded === null ? 'none while there are errors' : loaded.reference.sha256}`,
  ]
}

function describe(checked: CheckedPack, path: string): string {
  const { problems } = checked
  const fileName = spellOut(basename(path))
  const errors = problems.filter((problem) => problem.severity === 'error').length
  const warnings = problems.length - errors
  const verdict = errors === 0 ? 'May be used' : 'May not be used yet'
  return [
    ...problems.slice(0, mostPrinted).map((problem) => describeProblem(problem, fileName)),
    ...(problems.length > mostPrinted ? [`… and ${problems.length - mostPrinted} more; --json lists them all`] : []),
    ...summaryOf(checked),
    `${verdict}: ${plural(errors, 'error')}, ${plural(warnings, 'warning')}.`,
  ].join('\n')
}

function toJson({ kind, pack, loaded, problems }: CheckedPack): string {
  const facts =
    pack === null
      ? { pack: null }
      : {
          pack: { id: pack.id, version: pack.version, basedOn: pack.basedOn ?? null },
          counts: countsOf(pack),
          readingGrade: gradesOf(pack),
        }
  return JSON.stringify({ kind, isUsable: loaded !== null, sha256: loaded?.reference.sha256 ?? null, ...facts, problems }, null, 2)
}

export async function runPack(args: readonly string[], place: CommandPlace, terminal: Terminal): Promise<number> {
  const { values, positionals } = readArguments(args, { previous: { type: 'string' }, json: { type: 'boolean', default: false } }, usage)
  const [verb, path, ...rest] = positionals
  if ((verb !== 'lint' && verb !== 'hash') || path === undefined || rest.length > 0) throw new CommandProblem(usage)
  const library = createPackLibrary(place.resourcesDirectory)
  if (verb === 'hash') {
    const { id, version, sha256 } = readSoundPack(path, library).reference
    terminal.answer(values.json ? JSON.stringify({ id, version, sha256 }, null, 2) : `${id} ${version} ${sha256}`)
    return 0
  }
  const previous = values.previous === undefined ? undefined : readSoundPack(values.previous, library).pack
  const checked = check(path, library, previous)
  terminal.answer(values.json ? toJson(checked) : describe(checked, path))
  return checked.loaded === null ? 1 : 0
}
