// Reads a command's options, refusing what it does not know.
import { parseArgs, type ParseArgsConfig } from 'node:util'
import { CommandProblem } from './output.ts'

type OptionTable = NonNullable<ParseArgsConfig['options']>

/** `parseArgs` of Node with its errors as one sentence each. */
export function readArguments<const Options extends OptionTable>(args: readonly string[], options: Options, usage: string) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    const detail = error instanceof Error ? (error.message.split('. ')[0] ?? error.message) : 'The options cannot be read'
    throw new CommandProblem(`${detail}. ${usage}`)
  }
}

/** The value of an option that must be there. */
export function requireOption(value: string | undefined, name: string, usage: string): string {
  if (value === undefined || value === '') throw new CommandProblem(`Option --${name} is missing. ${usage}`)
  return value
}
