// Finds what would stop `assess` half way, before a vault is opened and anything is recorded.
import { randomUUID } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { Refusal } from '#shared/contract/refusal.ts'
import type { AssessmentInput } from '#shared/domain/assessment-input.ts'
import { JewelId } from '#shared/domain/ids.ts'
import type { Pack } from '#shared/domain/pack.ts'
import { score } from '#shared/scoring/score.ts'
import { refuseMisfit } from '../features/assessments/answers.ts'
import { refuseUnsignable } from '../features/reports/sign-report.ts'
import { whyNoCopyAt } from '../features/reports/write-copy.ts'
import { answersOf } from './input-file.ts'
import { CommandProblem } from './output.ts'

/** The result of an input file with `pack`, as if it had been recorded. Refuses answers that the pack does not take. */
export function scoreInput(input: AssessmentInput, pack: Pack) {
  const jewels = input.crownJewels.map((jewel) => ({ ...jewel, id: JewelId.parse(randomUUID()) }))
  const answers = answersOf(input, new Map(jewels.map((jewel) => [jewel.key, jewel.id])))
  const { relationship, profile } = input
  const asOf = input.asOf ?? new Date().toISOString().slice(0, 10)
  return asCommandProblem(() => {
    for (const answer of answers) refuseMisfit(answer, { pack, jewels })
    return score({ pack, relationship, profile, asOf, answers, jewels })
  })
}

function asCommandProblem<Value>(work: () => Value): Value {
  try {
    return work()
  } catch (error) {
    if (error instanceof Refusal) throw new CommandProblem(error.message, 1)
    throw error
  }
}

/** Refuses an input that could be recorded but not signed. */
export function refuseUnsignableInput(input: AssessmentInput, pack: Pack): void {
  const result = scoreInput(input, pack)
  asCommandProblem(() => refuseUnsignable(result, input.decision))
}

/** Refuses an output that would replace the input, a file of a vault, or what is not a file. */
export function refuseUnsafeOutput(outPath: string, inputPath: string): void {
  const directory = dirname(outPath)
  if (!existsSync(directory) || !statSync(directory).isDirectory())
    throw new CommandProblem(`There is no folder ${directory} to write the PDF to. Make it, or choose another with --out.`)
  const reason = whyNoCopyAt(outPath)
  if (reason !== null) throw new CommandProblem(`${reason} Change --out.`)
  const [input, output] = [inputPath, outPath].map((path) => statSync(path, { bigint: true, throwIfNoEntry: false }))
  if (input && output && input.ino === output.ino && input.dev === output.dev)
    throw new CommandProblem('--out names the input file itself, which the PDF would replace. Give the PDF another name.')
}
