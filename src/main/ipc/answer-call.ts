// Judges one call at the door and carries it out: foreign senders and unknown names are loud faults.
import {
  contract,
  type InputOf,
  isPageProcedure,
  type OutputOf,
  type PageProcedureName,
  type WindowProcedureName,
} from '#shared/contract/contract.ts'
import { doorFaults, type Fault, type Outcome } from '#shared/contract/fault.ts'
import { Refusal } from '#shared/contract/refusal.ts'

/** One function for each procedure the window side answers. */
export type WindowHandlers = { readonly [Name in WindowProcedureName]: (input: InputOf<Name>) => OutputOf<Name> | Promise<OutputOf<Name>> }

export interface Answering {
  readonly windowHandlers: WindowHandlers
  readonly callEngine: (name: PageProcedureName, input: unknown) => Promise<Outcome<unknown>>
  /** Writes a fault of the program and returns the id under which it stands. */
  readonly log: (where: string, error: unknown) => string
}

export interface DoorCall {
  /** True only for the top frame of our own window, showing our own page. */
  readonly isFromOwnPage: boolean
  readonly name: unknown
  readonly input: unknown
}

const failed = (fault: Fault): Outcome<never> => ({ ok: false, fault })

function isWindowProcedure(name: PageProcedureName): name is WindowProcedureName {
  return contract[name].side === 'window'
}

async function answerHere(answering: Answering, name: WindowProcedureName, input: unknown): Promise<Outcome<unknown>> {
  const parsed = contract[name].input.safeParse(input)
  if (!parsed.success) {
    const detail = parsed.error.issues.map((issue) => `${issue.path.map(String).join('.')}: ${issue.message}`).join(' ')
    return failed({ code: 'invalid-input', detail: detail.slice(0, 2_000) })
  }
  const run = answering.windowHandlers[name] as (value: unknown) => unknown
  return { ok: true, value: contract[name].output.parse(await run(parsed.data)) }
}

/** The refusal that a window procedure threw, when it is one that the contract declares for it. */
function refusalOf(name: PageProcedureName, error: unknown): Fault | null {
  if (!(error instanceof Refusal)) return null
  const declared: readonly string[] = [...contract[name].refusals, ...doorFaults]
  return declared.includes(error.code) ? { code: error.code, detail: error.message } : null
}

/** Judges one call and carries it out. Never throws. */
export async function answerCall(answering: Answering, call: DoorCall): Promise<Outcome<unknown>> {
  const { name, input } = call
  if (!call.isFromOwnPage) {
    answering.log('door', new Error('A foreign frame knocked.'))
    return failed({ code: 'foreign-sender', detail: 'This page may not use Gatehouse.' })
  }
  if (!isPageProcedure(name)) {
    answering.log('door', new Error('An unknown procedure was asked for.'))
    return failed({ code: 'unknown-procedure', detail: 'There is no such procedure.' })
  }
  try {
    return await (isWindowProcedure(name) ? answerHere(answering, name, input) : answering.callEngine(name, input))
  } catch (error) {
    const refused = refusalOf(name, error)
    if (refused !== null) return failed(refused)
    const id = answering.log(name, error)
    return failed({
      code: 'internal',
      detail: `Something went wrong inside Gatehouse (${id}). What was saved is safe. Try again, or start Gatehouse anew.`,
    })
  }
}
