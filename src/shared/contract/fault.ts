// What comes back instead of an answer: a refusal somebody can act on, or a fault of the program.
import { z } from 'zod'

/**
 * What any procedure may answer. `invalid-input` carries the path of the wrong field; `internal` carries the id under which the log holds the details;
 * `database-damaged` and `read-failed` say that the open vault's file or its disk does not give what was asked for.
 */
export const doorFaults = [
  'unknown-procedure',
  'foreign-sender',
  'invalid-input',
  'vault-locked',
  'engine-stopped',
  'internal',
  'database-damaged',
  'read-failed',
] as const
export type DoorFault = (typeof doorFaults)[number]

export const Fault = z.strictObject({
  code: z.string().min(1).max(80),
  detail: z.string().max(2_000),
  path: z.string().max(400).optional(),
})
export type Fault = z.infer<typeof Fault>

export type Outcome<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly fault: Fault }
