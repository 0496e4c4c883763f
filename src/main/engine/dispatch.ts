// Carries out one procedure: known name, valid input, handler, valid output; everything else is a loud fault.
import type { z } from 'zod'
import { contract, type EngineProcedureName, isEngineProcedure } from '#shared/contract/contract.ts'
import { doorFaults, type Fault, type Outcome } from '#shared/contract/fault.ts'
import { Refusal } from '#shared/contract/refusal.ts'
import { VaultProblem } from '#main/store/vault-problem.ts'
import type { EngineHandlers } from '../features/feature-context.ts'

/** Where faults of the program are written; returns the id under which the details stand. */
export type FaultLog = (where: string, error: unknown) => string

const failed = (fault: Fault): Outcome<never> => ({ ok: false, fault })

function describeInvalidInput(error: z.ZodError): Fault {
  const [issue] = error.issues
  const path = issue?.path.map(String).join('.') ?? ''
  const sentence = issue?.message ?? 'is not valid'
  const detail = path === '' ? `The input ${sentence}` : `${path}: ${sentence}`
  // Names of fields come from the caller, and may be of any length.
  return { code: 'invalid-input', detail: detail.slice(0, 2_000), path: path.slice(0, 400) }
}

function describeFailure(name: EngineProcedureName, error: unknown, log: FaultLog): Fault {
  const isRefusal = error instanceof Refusal || error instanceof VaultProblem
  const declared: ReadonlySet<string> = new Set([...contract[name].refusals, ...doorFaults])
  if (isRefusal && declared.has(error.code)) {
    const path = error instanceof Refusal ? error.path : undefined
    return { code: error.code, detail: error.message, ...(path === undefined ? {} : { path }) }
  }
  // A full disk is a failed write where the procedure does not tell them apart.
  if (error instanceof VaultProblem && error.code === 'disk-full' && declared.has('write-failed'))
    return { code: 'write-failed', detail: error.message }
  const id = log(name, error)
  return {
    code: 'internal',
    detail: `Something went wrong inside Gatehouse (${id}). What was saved is safe. Try again, or start Gatehouse anew.`,
  }
}

/** Runs `name` with `input`, both untrusted, and says what came of it. Never throws. */
export async function dispatch(
  handlers: EngineHandlers,
  request: { readonly name: unknown; readonly input: unknown },
  log: FaultLog,
): Promise<Outcome<unknown>> {
  const { name } = request
  if (!isEngineProcedure(name)) return failed({ code: 'unknown-procedure', detail: 'There is no such procedure.' })
  const { input, output } = contract[name]
  try {
    const parsed = input.safeParse(request.input)
    if (!parsed.success) return failed(describeInvalidInput(parsed.error))
    const run = handlers[name] as (value: unknown) => unknown
    return { ok: true, value: output.parse(await run(parsed.data)) }
  } catch (error) {
    return failed(describeFailure(name, error, log))
  }
}
