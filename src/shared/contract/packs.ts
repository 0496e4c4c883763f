// Procedures about question packs: which there are, what is wrong with a file, and taking one into the vault.
import { z } from 'zod'
import { PackReference } from '../domain/pack.ts'
import { Day } from '../domain/time.ts'
import { procedure } from './procedure.ts'

export const PackSummary = z.strictObject({
  reference: PackReference,
  title: z.string(),
  description: z.string(),
  language: z.string(),
  publishedOn: Day,
  questionCount: z.int(),
  /** The pack an overlay was applied to. */
  basedOn: PackReference.nullable(),
  /** `shipped` comes with Gatehouse, `kept` is in this vault: a pack of one's own, or one that an older Gatehouse shipped. */
  origin: z.enum(['shipped', 'kept']),
  /** What a new assessment starts with unless told otherwise. */
  isCurrent: z.boolean(),
})
export type PackSummary = z.infer<typeof PackSummary>

/** What is wrong, where, and what to try. `path` is a place such as `questions.AD-02.text`. */
export const PackProblem = z.strictObject({
  severity: z.enum(['error', 'warning']),
  rule: z.string(),
  path: z.string(),
  message: z.string(),
  line: z.int().min(1),
  column: z.int().min(1),
})
export type PackProblem = z.infer<typeof PackProblem>

/** What a file is good for. `pack` is null while there is any error; `problems` holds the first 200. */
export const PackCheck = z.strictObject({
  kind: z.enum(['pack', 'overlay']),
  pack: PackSummary.nullable(),
  errorCount: z.int(),
  warningCount: z.int(),
  problems: z.array(PackProblem),
})
export type PackCheck = z.infer<typeof PackCheck>

const handle = z.strictObject({ handle: z.uuid() })

export const packProcedures = {
  /** The shipped packs, newest first, then those the open vault keeps. */
  'packs.list': procedure({
    side: 'engine',
    input: z.strictObject({}),
    output: z.strictObject({ packs: z.array(PackSummary) }),
    refusals: [],
  }),
  'packs.choose': procedure({
    side: 'window',
    input: z.strictObject({}),
    output: z.strictObject({ handle: z.uuid().nullable(), label: z.string() }),
    refusals: [],
  }),
  /** Reads and lints a file and keeps nothing. A file that cannot be read is a problem like any other. */
  'packs.check': procedure({ side: 'engine', input: handle, output: z.strictObject({ check: PackCheck }), refusals: ['place-unknown'] }),
  /** Takes the file's pack into the vault when it has no errors, so that assessments can start with it. */
  'packs.add': procedure({
    side: 'engine',
    input: handle,
    output: z.strictObject({ isAdded: z.boolean(), check: PackCheck }),
    refusals: ['vault-locked', 'write-failed', 'place-unknown'],
  }),
} as const
