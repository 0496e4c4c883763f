// The whole assessment on one line, so that a reader can recompute it by hand. Source: docs/method.md §13.
import type { Tier } from '../domain/tier.ts'
import type { ScoreInput } from './input.ts'
import { severityOf } from './reading.ts'
import type { Result } from './result.ts'
import type { Run, Shown } from './run.ts'

const tierLetters = { low: 'L', moderate: 'M', high: 'H', critical: 'C' } as const satisfies Record<Tier, string>
const severityLetters = ['G', 'P', 'B'] as const

function range(best: Tier, worst: Tier): string {
  return best === worst ? tierLetters[best] : `${tierLetters[best]}-${tierLetters[worst]}`
}

function answerLetter(shown: Shown): string {
  if (shown.reading.state === 'not-applicable') return 'X'
  const severity = severityOf(shown.question.answer, shown.reading)
  return severity === null ? 'U' : severityLetters[severity]
}

/**
 * Such as `GH1/three-steps:1.0.0/supplier/full/2026-11-22/I2-4/E3/AD-01.G/AD-02.P/F:OW-03?/M-H`.
 * `I` and `E` are the impact and exposure ranks (best-worst); each practice is G good, P partly, B bad, U open or X not applicable;
 * `F` lists flags, `!` fired and `?` unresolved; the end is the tier.
 */
export function vectorOf(input: ScoreInput, run: Run, result: Pick<Result, 'inherent' | 'flags' | 'tier'>): string {
  const { impact, exposure } = result.inherent
  const ranks = (one: { best: number; worst: number }) => (one.best === one.worst ? `${one.best}` : `${one.best}-${one.worst}`)
  const practices = run.shown.filter((shown) => shown.question.answer.kind === 'practice')
  const flags = result.flags.map((flag) => `${flag.ruleId}${flag.level === 'stop' ? 'S' : 'H'}${flag.state === 'fired' ? '!' : '?'}`)
  return [
    'GH1',
    `${input.pack.id}:${input.pack.version}`,
    input.relationship,
    input.profile,
    input.asOf,
    `I${ranks(impact)}`,
    `E${ranks(exposure)}`,
    ...practices.map((shown) => `${shown.question.id}.${answerLetter(shown)}`),
    ...(flags.length === 0 ? [] : [`F:${flags.join(',')}`]),
    range(result.tier.best, result.tier.worst),
  ].join('/')
}
