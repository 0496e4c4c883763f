// What a procedure of the contract is: input, output, refusals, and which process carries it out.
import type { z } from 'zod'

/**
 * One line of the contract.
 * `side` says who answers: `engine` holds the vault and never a window, `window` shows dialogs and holds nothing.
 * `inner` is answered by the engine, too, but asked for by the process beside it only, never by the page.
 * `refusals` are the outcomes a person can act on; anything else is a fault of the program.
 */
export interface Procedure<
  Side extends 'engine' | 'inner' | 'window',
  Input extends z.ZodType,
  Output extends z.ZodType,
  Refusal extends string,
> {
  readonly side: Side
  readonly input: Input
  readonly output: Output
  readonly refusals: readonly Refusal[]
}

/** Declares a procedure, keeping its side and its refusal codes as literal types. */
export function procedure<
  const Side extends 'engine' | 'inner' | 'window',
  Input extends z.ZodType,
  Output extends z.ZodType,
  const Refusal extends string,
>(declared: Procedure<Side, Input, Output, Refusal>): Procedure<Side, Input, Output, Refusal> {
  return declared
}
