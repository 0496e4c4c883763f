// Faults of the program, written with an id and a stack that names functions, never what was typed.
import { randomUUID } from 'node:crypto'

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '))
  return [error.name, ...frames].join('\n')
}

/** Writes the fault to standard error and returns the id to tell the user. */
export function logFault(where: string, error: unknown): string {
  const id = randomUUID().slice(0, 8)
  process.stderr.write(`fault ${id} in ${where}: ${stackOf(error)}\n`)
  return id
}
