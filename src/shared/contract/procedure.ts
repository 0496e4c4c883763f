// What a procedure of the contract is: input, output, refusals, and which process carries it out.
import type { z } from 'zod'

/**
 * One line of the contract.
 * `side` says who answers: `engine` holds the vault and never a window, `window` shows dialogs.
 * `refusals` are the outcomes a person can act on; anything else is a fault of the program.
 */
export interface Procedure<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType, Refusal extends string = string> {
  readonly side: 'engine' | 'window'
  readonly input: Input
  readonly output: Output
  readonly refusals: readonly Refusal[]
}

/** Declares a procedure, keeping its refusal codes as literal types. */
export function procedure<Input extends z.ZodType, Output extends z.ZodType, const Refusal extends string>(
  declared: Procedure<Input, Output, Refusal>,
): Procedure<Input, Output, Refusal> {
  return declared
}
