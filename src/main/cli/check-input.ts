// Finds what would stop `assess` half way, before a vault is opened and anything is recorded.
import { randomUUID } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { Refusal } from '#shared/contract/refusal.ts'
import type { AnswerInput } from '#shared/domain/answer.ts'
import type { AssessmentInput } from '#shared/domain/assessment-input.ts'
import { JewelId } from '#shared/domain/ids.ts'
import type { Pack } from '#shared/domain/pack.ts'
import type { ScoreInput } from '#shared/scoring/input.ts'
import { score } from '#shared/scoring/score.ts'
import { calendarDayOf } from '#shared/domain/calendar-day.ts'
import type { LoadedPack } from '#main/packs/pack-library.ts'
import { refuseMisfit } from '../features/assessments/answers.ts'
import { refuseUnsignable } from '../features/reports/sign-report.ts'
import { whyNoCopyAt } from '#main/records/write-copy.ts'
import { answersOf } from './input-file.ts'
import { CommandProblem } from './output.ts'

/** The installed pack, if the file's answers are for it or name none. Refuses answers that were given for another pack, version or text. */
export function refuseOtherPack(input: AssessmentInput, { pack, reference }: LoadedPack): Pack {
  const wanted = input.pack
  if (wanted === undefined) return pack
  const named = `${wanted.id} ${wanted.version}`
  const installed = `${reference.id} ${reference.version}`
  if (named !== installed)
    throw new CommandProblem(
      `field pack: the answers are for question pack ${named}, and the one installed is ${installed} (pack-mismatch). Answer the questions of ${installed}, or use the Gatehouse that has ${named}.`,
      1,
    )
  if (wanted.sha256 !== undefined && wanted.sha256 !== reference.sha256)
    throw new CommandProblem(
      `field pack.sha256: the answers are for another text of question pack ${named} than the one installed (pack-mismatch). Check where each pack came from, then answer the installed one.`,
      1,
    )
  return pack
}

/** Refuses answers that the pack does not take, all of them at once, each with its path and code. */
function refuseMisfits(answers: readonly AnswerInput[], known: Parameters<typeof refuseMisfit>[1]): void {
  const misfits = answers.flatMap((answer) => {
    try {
      refuseMisfit(answer, known)
      return []
    } catch (error) {
      if (error instanceof Refusal) return [`field answers.${answer.questionId}: ${error.message} (${error.code})`]
      throw error
    }
  })
  if (misfits.length > 0) throw new CommandProblem(misfits.join('\n'), 1)
}

/** What `score()` reads of an input file with `pack`, as if it had been recorded. Refuses answers that the pack does not take. */
export function scoreInputOf(input: AssessmentInput, pack: Pack): ScoreInput {
  const jewels = input.crownJewels.map((jewel) => ({ ...jewel, id: JewelId.parse(randomUUID()) }))
  const answers = answersOf(input, new Map(jewels.map((jewel) => [jewel.key, jewel.id])))
  refuseMisfits(answers, { pack, jewels })
  const { relationship, profile, screening = null } = input
  const asOf = input.asOf ?? calendarDayOf(new Date().toISOString())
  return { pack, relationship, profile, asOf, answers, jewels, screening }
}

/** Refuses an input that could be recorded but not signed. */
export function refuseUnsignableInput(input: AssessmentInput, pack: Pack): void {
  const result = score(scoreInputOf(input, pack))
  try {
    refuseUnsignable(result, input.decision)
  } catch (error) {
    if (error instanceof Refusal) throw new CommandProblem(error.message, 1)
    throw error
  }
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
