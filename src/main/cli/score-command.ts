// `score`: the full result of an input file, with contributions, without a vault.
import { createPackLibrary } from '#main/packs/pack-library.ts'
import { readArguments, requireOption } from './arguments.ts'
import { scoreInput } from './check-input.ts'
import type { CommandPlace } from './engine-session.ts'
import { readInputFile } from './input-file.ts'
import type { Terminal } from './output.ts'
import { describeResult } from './result-words.ts'

const usage = 'Use: score --input FILE.json [--json]'

export async function runScore(args: readonly string[], place: CommandPlace, terminal: Terminal): Promise<number> {
  const { values } = readArguments(args, { input: { type: 'string' }, json: { type: 'boolean', default: false } }, usage)
  const input = readInputFile(requireOption(values.input, 'input', usage))
  const { pack } = createPackLibrary(place.resourcesDirectory).current
  const result = scoreInput(input, pack)
  terminal.answer(values.json ? JSON.stringify(result, null, 2) : describeResult(result, pack))
  return 0
}
