// `score`: the full result of an input file, with contributions and why each question shows, without a vault.
import { score } from '#shared/scoring/score.ts'
import { shownBecause } from '#shared/scoring/shown-because.ts'
import { readArguments, requireOption } from './arguments.ts'
import { refuseOtherPack, scoreInputOf } from './check-input.ts'
import { choosePack } from './chosen-pack.ts'
import type { CommandPlace } from './engine-session.ts'
import { readInputFile } from './input-file.ts'
import type { Terminal } from './output.ts'
import { describeResult } from './result-words.ts'

const usage = 'Use: score --input FILE.json [--pack FILE] [--json]'

export async function runScore(args: readonly string[], place: CommandPlace, terminal: Terminal): Promise<number> {
  const options = { input: { type: 'string' }, pack: { type: 'string' }, json: { type: 'boolean', default: false } } as const
  const { values } = readArguments(args, options, usage)
  const input = readInputFile(requireOption(values.input, 'input', usage))
  const pack = refuseOtherPack(input, choosePack(values.pack, place))
  const read = scoreInputOf(input, pack)
  const result = score(read)
  // Everything the report needs: the result, each question that shows with its reason, and the screening that it rests on.
  const everything = () => ({ ...result, questions: shownBecause(read), screening: read.screening })
  terminal.answer(values.json ? JSON.stringify(everything(), null, 2) : describeResult(result, pack))
  return 0
}
