// The page's only way to the powers behind it: one typed call per procedure of the contract.
import type { CodeOf, InputOf, OutputOf, PageProcedureName } from '#shared/contract/contract.ts'
import { announceSessionEnd } from './session-end.ts'

declare global {
  interface Window {
    readonly bridge?: { readonly call: (name: string, input: unknown) => Promise<unknown> }
  }
}

/** Why a procedure did not answer. `code` is one the contract declares for it, or a fault of the door. */
export interface CallFault<Name extends PageProcedureName = PageProcedureName> {
  readonly code: CodeOf<Name>
  readonly detail: string
  readonly path: string | null
}

export type CallOutcome<Name extends PageProcedureName> =
  | { readonly ok: true; readonly value: OutputOf<Name> }
  | { readonly ok: false; readonly fault: CallFault<Name> }

/** Calls a procedure. Never rejects: whatever goes wrong comes back as a fault with words of its own. */
export async function call<Name extends PageProcedureName>(name: Name, input: InputOf<Name>): Promise<CallOutcome<Name>> {
  const outcome = await callAndRead(name, input)
  if (!outcome.ok && (outcome.fault.code === 'engine-stopped' || outcome.fault.code === 'vault-locked')) {
    announceSessionEnd(outcome.fault.code)
  }
  return outcome
}

async function callAndRead<Name extends PageProcedureName>(name: Name, input: InputOf<Name>): Promise<CallOutcome<Name>> {
  const bridge = window.bridge
  if (bridge === undefined) {
    return { ok: false, fault: { code: 'internal', detail: 'The window has no connection to the program.', path: null } }
  }
  try {
    // The contract and zod load beside the first call, so that the unlock screen paints without waiting for them.
    const [raw, { readOutcome }] = await Promise.all([bridge.call(name, input), import('./read-outcome.ts')])
    return readOutcome(name, raw)
  } catch (error) {
    const detail = error instanceof Error ? error.message : 'The call was cut off.'
    return { ok: false, fault: { code: 'internal', detail, path: null } }
  }
}
