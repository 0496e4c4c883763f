// The method from end to end: answers in, verdict out.
import { rankAskFirst } from './ask-first.ts'
import { badgesOf } from './badges.ts'
import { blockersOf } from './blockers.ts'
import { confidenceOf } from './confidence.ts'
import { findingsOf } from './findings.ts'
import { clearFlag, flagResult, floorsOf } from './flags.ts'
import { domainGap, domainResult, unitPoints } from './gap.ts'
import { inherentOf } from './inherent.ts'
import type { ScoreInput } from './input.ts'
import { reassessmentOf } from './reassessment.ts'
import type { Result } from './result.ts'
import { runOf, type Run } from './run.ts'
import { screeningFloor } from './screening.ts'
import { isSureOfGap, isUnconfirmedLow, tableTier, verdictOf } from './verdict.ts'
import { vectorOf } from './vector.ts'

/**
 * The verdict on a set of answers, with everything needed to recompute it by hand.
 * Whole numbers only; gaps in basis points of a domain's weight; the same input gives the same bytes on every machine.
 * Never throws on odd answers: what cannot be used is listed in `issues` and scored as if it were blank.
 * Source: docs/method.md.
 */
export function score(input: ScoreInput): Result {
  return scoreRun(input, runOf(input))
}

/** The same, for a run that was worked out from this input already. */
export function scoreRun(input: ScoreInput, run: Run): Result {
  const { pack, relationship, profile, asOf, jewels, screening } = input
  const inherent = inherentOf(run, jewels)
  const gaps = run.plan.domains.map((plan) => domainGap(plan, run.find))
  const scored = gaps.map((gap) => {
    const points = unitPoints(gap)
    return { points, result: domainResult(gap, points, inherent.tier) }
  })
  const domains = scored.map((domain) => domain.result)
  const { standing, clear } = floorsOf(run)
  const floors = [...standing, ...screeningFloor(screening)]
  const flags = floors.map(flagResult)
  const { tier, driver } = verdictOf(tableTier(inherent.tier, domains, isSureOfGap(gaps)), domains, flags)
  const confidence = confidenceOf(run, flags)
  const answeredCount = run.shown.filter((shown) => shown.isAnswered).length
  const isUnconfirmed = isUnconfirmedLow(tier, confidence)
  const rules = [...standing.map((floor) => floor.rule), ...clear]
  const blockers = blockersOf(run, domains, answeredCount)
  return {
    packId: pack.id,
    packVersion: pack.version,
    relationship,
    profile,
    asOf,
    tier,
    driver: answeredCount === 0 ? null : driver,
    isUnconfirmed,
    inherent,
    domains,
    flags,
    clearFlags: clear.map(clearFlag),
    findings: findingsOf({ run, domains: scored, floors }),
    confidence,
    badges: badgesOf({ run, tier, gaps, inherent, flags, floors: rules, screening }),
    nextReassessment: reassessmentOf(run, { tier, isUnconfirmed }),
    askFirst: rankAskFirst({ run, inherent, gaps, floors, tier, jewels }),
    shown: run.shown.map((shown) => shown.question.id),
    answeredCount,
    canFinalise: blockers.length === 0,
    blockers,
    issues: [...run.issues],
    vector: vectorOf(input, run, { inherent, flags, tier }),
  }
}
