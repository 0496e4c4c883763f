// Flags in words, the gravest first.
import type { z } from 'zod'
import type { FlagResult } from '#shared/scoring/result.ts'
import type { PrintedFlag } from '../report-model.ts'
import type { CaseFile } from './case-file.ts'

type Flag = z.infer<typeof FlagResult>

/** STOP before High floor, and within a level what has fired before what is unresolved. */
function gravity(flag: Flag): number {
  return (flag.level === 'stop' ? 0 : 2) + (flag.state === 'fired' ? 0 : 1)
}

function printedFlag(flag: Flag, file: CaseFile): PrintedFlag {
  return {
    level: flag.level,
    isFired: flag.state === 'fired',
    levelWord: file.words.flagLevel[flag.level],
    stateWord: file.words.flagState[flag.state],
    ruleId: flag.ruleId,
    reason: flag.reason,
  }
}

/** All flags, the gravest first, else in the order in which the score lists them. */
export function printedFlags(file: CaseFile): PrintedFlag[] {
  return file.document.result.flags.toSorted((left, right) => gravity(left) - gravity(right)).map((flag) => printedFlag(flag, file))
}

/** The flags that stand on one question's own rule. */
export function flagsOfQuestion(questionId: string, file: CaseFile): PrintedFlag[] {
  return printedFlags(file).filter((flag) => flag.ruleId === questionId)
}
