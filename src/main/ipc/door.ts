// The door: the one channel between the page and everything with powers. Foreign senders and unknown names are loud faults.
import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import { contract, isProcedureName, type ProcedureName, type WindowProcedureName, type InputOf, type OutputOf } from '#shared/contract/contract.ts'
import type { Fault, Outcome } from '#shared/contract/fault.ts'

const doorChannel = 'door'

/** One function for each procedure the window side answers. */
export type WindowHandlers = { readonly [Name in WindowProcedureName]: (input: InputOf<Name>) => OutputOf<Name> | Promise<OutputOf<Name>> }

export interface DoorOptions {
  /** True only for the top frame of our own window, showing our own page. */
  readonly isOwnPage: (event: IpcMainInvokeEvent) => boolean
  readonly windowHandlers: WindowHandlers
  readonly callEngine: (name: ProcedureName, input: unknown) => Promise<Outcome<unknown>>
  readonly log: (where: string, error: unknown) => string
}

const failed = (fault: Fault): Outcome<never> => ({ ok: false, fault })

function isWindowProcedure(name: ProcedureName): name is WindowProcedureName {
  return contract[name].side === 'window'
}

async function answerHere(options: DoorOptions, name: WindowProcedureName, input: unknown): Promise<Outcome<unknown>> {
  const parsed = contract[name].input.safeParse(input)
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path.map(String).join('.') ?? ''
    return failed({ code: 'invalid-input', detail: `${path}: ${parsed.error.issues[0]?.message ?? 'is not valid'}`, path })
  }
  const run = options.windowHandlers[name] as (value: unknown) => unknown
  return { ok: true, value: contract[name].output.parse(await run(parsed.data)) }
}

/** Judges one call and carries it out. Never throws. */
async function answerCall(options: DoorOptions, event: IpcMainInvokeEvent, call: { readonly name: unknown; readonly input: unknown }): Promise<Outcome<unknown>> {
  const { name, input } = call
  try {
    if (!options.isOwnPage(event)) {
      options.log('door', new Error('A foreign frame knocked.'))
      return failed({ code: 'foreign-sender', detail: 'This page may not use Gatehouse.' })
    }
    if (!isProcedureName(name)) {
      options.log('door', new Error('An unknown procedure was asked for.'))
      return failed({ code: 'unknown-procedure', detail: 'There is no such procedure.' })
    }
    return await (isWindowProcedure(name) ? answerHere(options, name, input) : options.callEngine(name, input))
  } catch (error) {
    const id = options.log(typeof name === 'string' ? name.slice(0, 80) : 'door', error)
    return failed({ code: 'internal', detail: `Something went wrong inside Gatehouse (${id}). What was saved is safe. Try again, or start Gatehouse anew.` })
  }
}

/** Opens the door. */
export function openDoor(options: DoorOptions): void {
  ipcMain.handle(doorChannel, (event, name: unknown, input: unknown) => answerCall(options, event, { name, input }))
}
