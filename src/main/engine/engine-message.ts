// What the main process and the engine's process say to each other.
import { z } from 'zod'
import { Purpose } from '#shared/contract/vault.ts'
import { TokenAnswer, TokenJob } from '../tokens/token-job.ts'

export const ToEngine = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('call'), id: z.int(), name: z.string(), input: z.unknown() }),
  z.strictObject({ kind: z.literal('grant'), handle: z.string(), path: z.string(), purpose: Purpose }),
  z.strictObject({ kind: z.literal('token-answer'), id: z.int(), answer: TokenAnswer }),
  z.strictObject({ kind: z.literal('cancel'), workId: z.string() }),
  z.strictObject({ kind: z.literal('close') }),
])
export type ToEngine = z.infer<typeof ToEngine>

/** How far a long piece of work is. */
const Progress = z.strictObject({ done: z.int(), total: z.int() })
export type Progress = z.infer<typeof Progress>

export const FromEngine = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('outcome'), id: z.int(), outcome: z.unknown() }),
  z.strictObject({ kind: z.literal('progress'), progress: Progress.nullable() }),
  /** What a token is to do: the engine itself starts no process. */
  z.strictObject({ kind: z.literal('token-job'), id: z.int(), job: TokenJob }),
  z.strictObject({ kind: z.literal('closed') }),
])
export type FromEngine = z.infer<typeof FromEngine>

/** How the main process starts the engine. */
export const EngineStart = z.strictObject({
  resourcesDirectory: z.string(),
  applicationVersion: z.string(),
  /** The language of the interface when the engine was started. */
  language: z.string().max(20).optional(),
  sqliteBinding: z.string().optional(),
})
export type EngineStart = z.infer<typeof EngineStart>
