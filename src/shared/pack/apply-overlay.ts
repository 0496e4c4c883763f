// Applies an overlay to the pack it is based on: the result is a pack like any other, with an id and version of its own.
import type { Pack, PackReference } from '../domain/pack.ts'
import type { Mappings, Question } from '../domain/question.ts'
import { lintPack, type LintContext } from './lint.ts'
import { Overlay, type QuestionChange } from './overlay.ts'
import { findForbiddenChanges, findMisfits } from './overlay-refusals.ts'
import type { Finding, Problem } from './problem.ts'
import { readPackShape, readShape } from './read-pack.ts'

/** A pack with the reference that names it. */
interface Referenced {
  readonly pack: Pack
  readonly reference: PackReference
}

/** Finds the pack an overlay names, and says which there are. */
export interface Bases {
  readonly find: (id: string, version: string) => Referenced | undefined
  /** Such as `three-steps 1.0.0`. */
  readonly names: readonly string[]
}

/** `pack` is null where the problems leave nothing to apply; with errors, it must not be used. */
export interface AppliedOverlay {
  readonly pack: Pack | null
  readonly problems: readonly Problem[]
}

function relabel(answer: Question['answer'], { labels = {}, unit }: QuestionChange): Question['answer'] {
  // A map, because an option may be called `constructor`.
  const given = new Map(Object.entries(labels))
  const rename = <Choice extends { readonly id: string; readonly label: string }>(choices: readonly Choice[]): Choice[] =>
    choices.map((choice) => ({ ...choice, label: given.get(choice.id) ?? choice.label }))
  if (answer.kind === 'choice') return { ...answer, options: rename(answer.options) }
  if (answer.kind === 'several') return { ...answer, options: rename(answer.options) }
  if (answer.kind === 'countries') return { ...answer, roles: rename(answer.roles) }
  return (answer.kind === 'counts' || answer.kind === 'number') && unit !== undefined ? { ...answer, unit } : answer
}

function join(one: readonly string[] | undefined, other: readonly string[] | undefined): string[] {
  return [...new Set([...(one ?? []), ...(other ?? [])])]
}

function addMappings(one: Mappings, other: QuestionChange['mappings']): Mappings {
  if (other === undefined) return one
  const [sp800161r1, sp800171r3] = [one.sp800161r1 ?? other.sp800161r1, one.sp800171r3 ?? other.sp800171r3]
  return {
    csf20: join(one.csf20, other.csf20),
    sp80053r5: join(one.sp80053r5, other.sp80053r5),
    ...(sp800161r1 === undefined ? {} : { sp800161r1: join(one.sp800161r1, other.sp800161r1) }),
    ...(sp800171r3 === undefined ? {} : { sp800171r3: join(one.sp800171r3, other.sp800171r3) }),
  }
}

function changeHelp(help: Question['help'], change: QuestionChange['help'] = {}): Question['help'] {
  return {
    why: change.why ?? help.why,
    good: change.good ?? help.good,
    proof: change.proof ?? help.proof,
    firstStep: change.firstStep ?? help.firstStep,
  }
}

function changeQuestion(question: Question, change: QuestionChange | undefined): Question {
  if (change === undefined) return question
  return {
    ...question,
    text: change.text ?? question.text,
    help: changeHelp(question.help, change.help),
    answer: relabel(question.answer, change),
    flags: question.flags.map((flag, index) => ({ ...flag, reason: change.reasons?.[index] ?? flag.reason })),
    mappings: addMappings(question.mappings, change.mappings),
  }
}

type Added = Overlay['add']['questions'][number]

/** Position after which an added question stands: that of `after`, else of the last question of its domain, else of the last of all. */
function anchorOf(questions: readonly Question[], { after, domain }: Added): number {
  const named = questions.findIndex((question) => question.id === after)
  if (named !== -1) return named
  const last = questions.findLastIndex((question) => question.domain === domain)
  return last === -1 ? questions.length - 1 : last
}

function addQuestions(base: readonly Question[], added: readonly Added[]): Question[] {
  const questions = [...base]
  for (const one of added) {
    const { after: _, ...question } = one
    questions.splice(anchorOf(questions, one) + 1, 0, question)
  }
  return questions
}

function merge(overlay: Overlay, { pack: base, reference }: Referenced): Pack {
  const { id, version, publishedOn, title, description, add, change } = overlay
  return {
    ...base,
    id,
    version,
    publishedOn,
    title,
    description,
    language: overlay.language ?? base.language,
    sources: [...base.sources, ...add.sources],
    domains: [
      ...base.domains.map((domain) => {
        const { title: newTitle = domain.title, purpose = domain.purpose } = change.domains[domain.id] ?? {}
        return { ...domain, title: newTitle, purpose }
      }),
      ...add.domains,
    ],
    questions: addQuestions(
      base.questions.map((question) => changeQuestion(question, change.questions[question.id])),
      add.questions,
    ),
    combinations: [...base.combinations.map((one) => ({ ...one, ...change.combinations[one.id] })), ...add.combinations],
    basedOn: { id: reference.id, version: reference.version, sha256: reference.sha256 },
  }
}

/** The path in the overlay's file of a place in the pack that came out. */
function pathInOverlay(path: string, overlay: Overlay): string {
  const [list = '', id = ''] = path.split(/[.[]/u)
  const added: Readonly<Record<string, readonly { readonly id: string }[]>> = { ...overlay.add }
  const entries = added[list]
  if (entries === undefined) return path
  return `${entries.some((entry) => entry.id === id) ? 'add' : 'change'}.${path}`
}

/** What a translation still lacks of a question, as a request; null when nothing. */
function missingOf({ id, help, answer, flags }: Question, change: QuestionChange | undefined): string | null {
  if (change?.text === undefined || Object.keys(change.help ?? {}).length < Object.keys(help).length)
    return `give ${id} a text and all four parts of its help`
  const labelled = 'options' in answer ? answer.options : 'roles' in answer ? answer.roles : []
  if (labelled.some((one) => change.labels?.[one.id] === undefined)) return `give ${id} a label for each of its options`
  if ('unit' in answer && change.unit === undefined) return `give ${id} its unit`
  return flags.length > 0 && change.reasons === undefined ? `give ${id} the reasons of its flags` : null
}

/** In a translation, everything that kept the words of another language. */
function findUntranslated(overlay: Overlay, base: Pack): Finding[] {
  if ((overlay.language ?? base.language) === base.language) return []
  const { questions, domains, combinations } = overlay.change
  const found = (path: string, request: string): Finding => ({ path: `change.${path}`, message: `is not translated in full; ${request}` })
  const ofQuestions = base.questions.flatMap((question) => {
    const request = missingOf(question, questions[question.id])
    return request === null ? [] : [found(`questions.${question.id}`, request)]
  })
  const ofDomains = base.domains
    .filter(({ id }) => domains[id]?.title === undefined || domains[id].purpose === undefined)
    .map(({ id }) => found(`domains.${id}`, `give ${id} a title and a purpose`))
  const ofCombinations = base.combinations
    .filter(({ id }) => combinations[id] === undefined)
    .map(({ id }) => found(`combinations.${id}`, `give ${id} a reason`))
  return [...ofQuestions, ...ofDomains, ...ofCombinations]
}

const asErrors = (findings: readonly Finding[], rule: string) =>
  findings.map((finding): Problem => ({ ...finding, severity: 'error', rule }))

function findBase(overlay: Overlay, bases: Bases): Referenced | Finding {
  const { id, version, sha256 } = overlay.basedOn
  const base = bases.find(id, version)
  const path = 'basedOn'
  if (base === undefined)
    return { path, message: `names ${id} ${version}, which is not here; base the overlay on one of ${bases.names.join(', ')}` }
  if (sha256 !== undefined && sha256 !== base.reference.sha256)
    return {
      path: `${path}.sha256`,
      message: `is not that of ${id} ${version} here, which is ${base.reference.sha256}; correct it or leave it out`,
    }
  return base
}

/** The pack an overlay makes, linted, or everything that is in the way. Problems of the base itself are not repeated. */
export function applyOverlay(raw: unknown, bases: Bases, context: LintContext = {}): AppliedOverlay {
  const forbidden = asErrors(findForbiddenChanges(raw), 'overlay')
  const read = readShape(Overlay, raw)
  if (!read.ok) {
    const others = read.problems.filter(({ path }) => !forbidden.some((problem) => problem.path.startsWith(`${path}.`)))
    return { pack: null, problems: [...forbidden, ...others] }
  }
  const overlay = read.value
  const base = findBase(overlay, bases)
  if (!('pack' in base)) return { pack: null, problems: asErrors([base], 'overlay') }
  const misfits = asErrors(findMisfits(overlay, base.pack), 'overlay')
  const merged = readPackShape(merge(overlay, base))
  if (!merged.ok) return { pack: null, problems: [...misfits, ...merged.problems] }
  const { pack } = merged
  const known = new Set(lintPack(base.pack, { catalogues: context.catalogues }).map(({ path, message }) => `${path} ${message}`))
  const linted = lintPack(pack, context)
    .filter(({ path, message }) => !known.has(`${path} ${message}`))
    .map((problem) => ({ ...problem, path: pathInOverlay(problem.path, overlay) }))
  const untranslated = findUntranslated(overlay, base.pack).map((finding): Problem => ({
    ...finding,
    severity: 'warning',
    rule: 'untranslated',
  }))
  return { pack, problems: [...misfits, ...linted, ...untranslated] }
}
