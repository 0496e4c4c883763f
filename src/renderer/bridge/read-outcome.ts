// Reads what came through the bridge: an outcome of the right shape, a declared code, an output that fits its schema.
import { z } from 'zod'
import { contract, type CodeOf, type OutputOf, type PageProcedureName } from '#shared/contract/contract.ts'
import { doorFaults, Fault } from '#shared/contract/fault.ts'
import type { CallOutcome } from './call.ts'

const Envelope = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), fault: Fault }),
])

function isCodeOf<Name extends PageProcedureName>(name: Name, code: string): code is CodeOf<Name> {
  const declared: readonly string[] = [...contract[name].refusals, ...doorFaults]
  return declared.includes(code)
}

// No output schema transforms, so a value that fits is handed on as it came.
function isOutputOf<Name extends PageProcedureName>(name: Name, value: unknown): value is OutputOf<Name> {
  return contract[name].output.safeParse(value).success
}

/** The typed outcome; anything of another shape becomes an `internal` fault that says what was wrong. */
export function readOutcome<Name extends PageProcedureName>(name: Name, raw: unknown): CallOutcome<Name> {
  const envelope = Envelope.safeParse(raw)
  if (!envelope.success) return broken(name, 'was not an outcome')
  if (!envelope.data.ok) {
    const { code, detail, path } = envelope.data.fault
    if (!isCodeOf(name, code)) return broken(name, `had the undeclared code "${code}"`)
    return { ok: false, fault: { code, detail, path: path ?? null } }
  }
  const { value } = envelope.data
  if (!isOutputOf(name, value)) return broken(name, 'did not fit the contract')
  return { ok: true, value }
}

function broken<Name extends PageProcedureName>(name: Name, what: string): CallOutcome<Name> {
  return { ok: false, fault: { code: 'internal', detail: `The answer to ${name} ${what}.`, path: null } }
}
