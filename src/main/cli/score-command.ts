// `score`: the full result of an input file, with contributions, without a vault.
import { randomUUID } from 'node:crypto'
import { JewelId } from '#shared/domain/ids.ts'
import { score } from '#shared/scoring/score.ts'
import { createPackLibrary } from '#main/packs/pack-library.ts'
import { readArguments, requireOption } from './arguments.ts'
import type { CommandPlace } from './engine-session.ts'
import { answersOf, readInputFile } from './input-file.ts'
import type { Terminal } from './output.ts'
import { describeResult } from './result-words.ts'

const usage = 'Use: score --input FILE.json [--json]'

export async function runScore(args: readonly string[], place: CommandPlace, terminal: Terminal): Promise<number> {
  const { values } = readArguments(args, { input: { type: 'string' }, json: { type: 'boolean', default: false } }, usage)
  const input = readInputFile(requireOption(values.input, 'input', usage))
  const jewels = input.crownJewels.map((jewel) => ({ ...jewel, id: JewelId.parse(randomUUID()) }))
  const answers = answersOf(input, new Map(jewels.map((jewel) => [jewel.key, jewel.id])))
  const { pack } = createPackLibrary(place.resourcesDirectory).current
  const { relationship, profile } = input
  const result = score({ pack, relationship, profile, asOf: input.asOf ?? new Date().toISOString().slice(0, 10), answers, jewels })
  terminal.answer(values.json ? JSON.stringify(result, null, 2) : describeResult(result, pack))
  return 0
}
