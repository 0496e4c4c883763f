// Flags in words, the gravest first.
import type { ClearFlag, Finding, FlagResult } from '#shared/scoring/result.ts'
import type { PrintedFlag } from '../report-model.ts'
import type { ReportWords } from '../words.ts'
import type { QuestionFile } from './case-file.ts'

/** STOP before High floor, and within a level what has fired before what is unresolved. */
function gravity({ level, state }: FlagResult): number {
  return (level === 'stop' ? 0 : 2) + (state === 'fired' ? 0 : 1)
}

function printedFlag(flag: FlagResult | ClearFlag, words: ReportWords): PrintedFlag {
  return {
    level: flag.level,
    state: flag.state,
    levelWord: words.flagLevel[flag.level],
    stateWord: words.flagState[flag.state],
    ruleId: flag.ruleId,
    reason: flag.reason,
  }
}

/** Flags in words, the gravest first, else in their order. */
export function flagsInWords(flags: readonly FlagResult[], words: ReportWords): PrintedFlag[] {
  return flags.toSorted((left, right) => gravity(left) - gravity(right)).map((flag) => printedFlag(flag, words))
}

/** All flags that stand, the gravest first, else in the order in which the score lists them. */
export function printedFlags(file: QuestionFile): PrintedFlag[] {
  return flagsInWords(file.document.result.flags, file.words)
}

/** The flags of this run that do not stand, as the score lists them. */
export function printedClearFlags(file: QuestionFile): PrintedFlag[] {
  return file.document.result.clearFlags.map((flag) => printedFlag(flag, file.words))
}

/** The flags that a finding takes part in, the gravest first: its own and those of combinations. */
export function flagsOfFinding(finding: Finding, file: QuestionFile): PrintedFlag[] {
  const ruleIds: ReadonlySet<string> = new Set(finding.flags.map((flag) => flag.ruleId))
  return printedFlags(file).filter((flag) => ruleIds.has(flag.ruleId))
}
