// Reads a pack or an overlay from a file that somebody wrote, and says all that is wrong with it and on which line.
import type { Pack } from '#shared/domain/pack.ts'
import { applyOverlay, type Bases } from '#shared/pack/apply-overlay.ts'
import { lintPack, type LintContext } from '#shared/pack/lint.ts'
import { isOverlay } from '#shared/pack/overlay.ts'
import type { Problem } from '#shared/pack/problem.ts'
import { readPackShape } from '#shared/pack/read-pack.ts'
import { type LoadedPack, loadPack, type PackLibrary } from './pack-library.ts'
import { type LinePlace, parseText } from './parse-text.ts'
import { readPlainText } from './plain-text.ts'

export interface PlacedProblem extends Problem, LinePlace {}

export interface CheckedPack {
  readonly kind: 'pack' | 'overlay'
  /** What the file makes, even with errors; null where it has not the shape of a pack. */
  readonly pack: Pack | null
  /** The pack ready for use; null while there is any error. */
  readonly loaded: LoadedPack | null
  /** In the order of the file's lines, errors before warnings. */
  readonly problems: readonly PlacedProblem[]
}

export type PackFileReading = { readonly ok: true; readonly checked: CheckedPack } | { readonly ok: false; readonly sentence: string }

const severities: readonly Problem['severity'][] = ['error', 'warning']

function byPlace(a: PlacedProblem, b: PlacedProblem): number {
  return severities.indexOf(a.severity) - severities.indexOf(b.severity) || a.line - b.line || a.column - b.column
}

function basesIn(packs: readonly LoadedPack[]): Bases {
  return {
    find: (id, version) => packs.find(({ reference }) => reference.id === id && reference.version === version),
    names: packs.map(({ reference }) => `${reference.id} ${reference.version}`),
  }
}

function checkValue(
  value: unknown,
  bases: Bases,
  context: LintContext,
): { readonly pack: Pack | null; readonly problems: readonly Problem[] } {
  if (isOverlay(value)) return applyOverlay(value, bases, context)
  const read = readPackShape(value)
  return read.ok ? { pack: read.pack, problems: lintPack(read.pack, context) } : { pack: null, problems: read.problems }
}

/** Checks the text of a pack or an overlay on one of `bases`. */
function checkPackText(text: string, bases: readonly LoadedPack[], context: LintContext): CheckedPack {
  const parsing = parseText(text)
  if (!parsing.ok) {
    const { place, sentence } = parsing.fault
    return {
      kind: 'pack',
      pack: null,
      loaded: null,
      problems: [{ ...place, path: 'the file', message: sentence, severity: 'error', rule: 'syntax' }],
    }
  }
  const { value, placeOf } = parsing.parsed
  const { pack, problems } = checkValue(value, basesIn(bases), context)
  const hasErrors = problems.some((problem) => problem.severity === 'error')
  return {
    kind: isOverlay(value) ? 'overlay' : 'pack',
    pack,
    loaded: pack === null || hasErrors ? null : loadPack(pack),
    problems: problems.map((problem) => ({ ...problem, ...placeOf(problem.path) })).toSorted(byPlace),
  }
}

/** Checks the file at `path`, which may be anything; an overlay may be based on a shipped pack or one of `others`. */
export function checkPackFile(
  path: string,
  library: PackLibrary,
  more: { readonly others?: readonly LoadedPack[]; readonly previous?: Pack | undefined } = {},
): PackFileReading {
  const read = readPlainText(path)
  if (!read.ok) return read
  const context = { catalogues: library.catalogues, previous: more.previous }
  return { ok: true, checked: checkPackText(read.text, [...library.shipped, ...(more.others ?? [])], context) }
}
