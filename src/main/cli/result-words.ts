// A result in a few lines for a terminal.
import type { Pack } from '#shared/domain/pack.ts'
import type { Tier } from '#shared/domain/tier.ts'
import type { Result } from '#shared/scoring/result.ts'

const tierWords: Record<Tier, string> = { low: 'Low', moderate: 'Moderate', high: 'High', critical: 'Critical' }

const percent = (bp: number) => `${(bp / 100).toFixed(1)} %`

/** What drives the tier, in words: a domain's title or the reason of a flag. */
export function driverWords(result: Result, pack: Pack): string {
  const { driver } = result
  if (!driver) return 'nothing assessed yet'
  if (driver.kind === 'domain') return `${driver.id} ${pack.domains.find((domain) => domain.id === driver.id)?.title ?? ''}`.trim()
  return `${driver.id}: ${result.flags.find((flag) => flag.ruleId === driver.id)?.reason ?? ''}`.trim()
}

/** Tier, range, driver, gaps and flags, a line each. */
export function describeResult(result: Result, pack: Pack): string {
  const { best, worst } = result.tier
  const unconfirmed = result.isUnconfirmed ? ' (unconfirmed)' : ''
  const lines = [
    `Tier:       ${tierWords[worst]}${unconfirmed}`,
    `Range:      ${best === worst ? 'no open range' : `${tierWords[best]} to ${tierWords[worst]}`}`,
    `Driver:     ${driverWords(result, pack)}`,
    `Confidence: ${result.confidence}`,
    `Answered:   ${result.answeredCount} of ${result.shown.length}`,
    ...result.domains
      .filter((domain) => domain.gap !== null)
      .map((domain) => `Gap ${domain.domainId}:     ${percent(domain.gap?.loBp ?? 0)} to ${percent(domain.gap?.hiBp ?? 0)}`),
    ...result.flags.map((flag) => `Flag:       ${flag.level === 'stop' ? 'STOP' : 'High floor'}, ${flag.state}: ${flag.reason}`),
    ...result.badges.map(({ badge, reasons }) => `Badge:      ${badge}, for ${reasons.flatMap((reason) => reason.ids).join(', ')}`),
    `Next look:  ${result.nextReassessment.on}`,
    ...result.issues.map((issue) => `Not used:   ${issue.path} (${issue.code})`),
    `Vector:     ${result.vector}`,
  ]
  return lines.join('\n')
}
