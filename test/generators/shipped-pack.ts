// The question pack that ships with the app, read as the app reads it.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Pack } from '#shared/domain/pack.ts'
import { readPack } from '#shared/pack/read-pack.ts'

/** The text of the shipped pack's file. */
export function shippedPackText(): string {
  return readFileSync(new URL('../../resources/packs/three-steps.yaml', import.meta.url), 'utf8')
}

/** The shipped pack; throws with every problem when it does not read. */
export function shippedPack(): Pack {
  const read = readPack(parse(shippedPackText()))
  if (!read.ok)
    throw new Error(`The shipped pack has problems:\n${read.problems.map((problem) => `${problem.path} ${problem.message}`).join('\n')}`)
  return read.pack
}
