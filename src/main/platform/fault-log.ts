// Faults of the program, written with an id and a stack that names functions, never what was typed.
import { randomUUID } from 'node:crypto'

// A frame as V8 writes it: it ends in the line and column of a file, or says that it has none.
const frame = /^\s+at .*(:\d+:\d+\)?|\(<anonymous>\)|\(native\))$/
const kind = /^[A-Za-z]{1,60}$/

/** Kind and stack of an error, without its message: a message may quote what was typed, over several lines. */
export function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const { message, name, stack = '' } = error
  // A message that was changed afterwards cannot be told from the frames, so then there are none.
  const after = stack.includes(message) ? stack.slice(stack.indexOf(message) + message.length) : ''
  const frames = after.split('\n').filter((line) => frame.test(line))
  return [kind.test(name) ? name : 'Error', ...frames].join('\n')
}

/** Writes the fault to standard error and returns the id to tell the user. */
export function logFault(where: string, error: unknown): string {
  const id = randomUUID().slice(0, 8)
  process.stderr.write(`fault ${id} in ${where}: ${describeFault(error)}\n`)
  return id
}
