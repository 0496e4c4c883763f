// Reads a pack from whatever a file held: its shape, then the lint.
import { z } from 'zod'
import { Pack } from '../domain/pack.ts'
import { lintPack } from './lint.ts'
import type { Problem } from './problem.ts'

export type ReadPack = { readonly ok: true; readonly pack: Pack } | { readonly ok: false; readonly problems: readonly Problem[] }

const deepestNesting = 60
/** A file of another kind could have thousands; nobody reads more than these. */
const mostProblems = 100

/** True when a value holds others more than `deepestNesting` levels deep, or holds itself. */
function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepestNesting) return true
    level = [
      ...new Set(
        level
          .flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []))
          .filter((one) => typeof one === 'object'),
      ),
    ]
  }
  return false
}

const Entry = z.object({ id: z.string() })

/** The `id` of the entry at this position of a list, if the raw value has one. */
function idAt(raw: unknown, list: PropertyKey, index: PropertyKey): string | null {
  const entries: unknown = Reflect.get(Object(raw), list)
  const entry = Entry.safeParse(Reflect.get(Object(entries), index))
  return entry.success ? entry.data.id : null
}

function readablePath(raw: unknown, path: readonly PropertyKey[]): string {
  const [list, index, ...rest] = path
  if (list === undefined) return 'the pack'
  const id = index === undefined ? null : idAt(raw, list, index)
  const steps = id === null ? path.slice(1) : [id, ...rest]
  return steps.reduce((text: string, step) => (typeof step === 'number' ? `${text}[${step}]` : `${text}.${String(step)}`), String(list))
}

/**
 * A pack that may be used, or every problem found, each with its place and what to try.
 * Lint runs only on a pack of the right shape, so fixing the shape may bring up further problems.
 */
export function readPack(value: unknown): ReadPack {
  if (isTooDeep(value))
    return {
      ok: false,
      problems: [{ path: 'the pack', message: `is nested more than ${deepestNesting} levels deep; a pack needs far fewer` }],
    }
  const parsed = Pack.safeParse(value)
  if (!parsed.success) {
    return {
      ok: false,
      problems: parsed.error.issues
        .slice(0, mostProblems)
        .map((issue) => ({ path: readablePath(value, issue.path), message: issue.message })),
    }
  }
  const problems = lintPack(parsed.data)
  return problems.length === 0 ? { ok: true, pack: parsed.data } : { ok: false, problems }
}
