// Reads a pack from whatever a file held: its shape, then the lint.
import { z } from 'zod'
import { Pack } from '../domain/pack.ts'
import { lintErrors } from './lint.ts'
import { readablePath } from './place.ts'
import type { Problem } from './problem.ts'
import { issueWords } from './shape-words.ts'

export type Reading<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problems: readonly Problem[] }
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

function shapeProblem(path: string, message: string): Problem {
  return { path, message, severity: 'error', rule: 'shape' }
}

/** A value of the schema's shape, or where it is not. Never throws, whatever it is given. */
export function readShape<Schema extends z.ZodType>(schema: Schema, value: unknown): Reading<z.output<Schema>> {
  if (isTooDeep(value))
    return { ok: false, problems: [shapeProblem('the file', `is nested more than ${deepestNesting} levels deep; a pack needs far fewer`)] }
  const parsed = schema.safeParse(value)
  if (parsed.success) return { ok: true, value: parsed.data }
  const problems = parsed.error.issues
    .slice(0, mostProblems)
    .map((issue) => shapeProblem(readablePath(value, issue.path), issueWords(issue)))
  return { ok: false, problems }
}

/** What a pack's file may hold: a pack, and the name of its schema for editors, which is no part of the pack. */
export const PackFile = Pack.extend({ $schema: z.string().max(500).optional() })

/** A pack by its shape alone, as it was checked when the vault took it in: a later rule of the lint must not make an old assessment unreadable. */
export function readPackShape(value: unknown): ReadPack {
  const read = readShape(PackFile, value)
  if (!read.ok) return read
  const { $schema: _, ...pack } = read.value
  return { ok: true, pack }
}

/**
 * A pack that may be used, or every error found, each with its place and what to try.
 * Lint runs only on a pack of the right shape, so fixing the shape may bring up further problems.
 */
export function readPack(value: unknown): ReadPack {
  const read = readPackShape(value)
  if (!read.ok) return read
  const problems = lintErrors(read.pack)
  return problems.length === 0 ? read : { ok: false, problems }
}
