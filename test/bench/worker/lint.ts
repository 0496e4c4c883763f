// The lint of a pack, beside parsing its file.
import { parse } from 'yaml'
import { lintPack } from '#shared/pack/lint.ts'
import { readPackShape } from '#shared/pack/read-pack.ts'
import { inTurn, type Samples, timed } from '../samples.ts'
import { shippedPackText } from './method-runs.ts'

/** Shape and every rule of the lint, on the shipped pack. */
export function measureLint(runs: number): Promise<Samples> {
  const text = shippedPackText()
  const value: unknown = parse(text)
  const lint = () => {
    const read = readPackShape(value)
    if (!read.ok) throw new Error('The shipped pack does not read.')
    return lintPack(read.pack)
  }
  return inTurn(
    runs,
    () => timed(lint),
    () => timed(() => parse(text)),
  )
}
