// The arithmetic of one domain step by step: what the printed table of points rests on, to be repeated with a pencil.
import { tierRank } from '#shared/domain/tier.ts'
import { domainGap, wholeValue, type DomainGap, type ScoredUnit } from '#shared/scoring/gap.ts'
import type { GapRange } from '#shared/scoring/result.ts'
import { runOf } from '#shared/scoring/run.ts'
import type { WorkedExample } from '../report-model.ts'
import { fill } from '../words.ts'
import { scoreInputOf, type CaseFile } from './case-file.ts'
import { writtenHundredths, writtenRanks, printedTierRange } from './written.ts'

type ScoredDomain = CaseFile['domains'][number]
/** What the arithmetic of each gap domain rests on, by domain id. */
export type Gaps = ReadonlyMap<string, DomainGap>

/** Places after the point of a weighted value; what has more is marked as rounded. */
const places = 4

/** Sevenths and the like do not end: `2.5`, `0`, or `≈ 1.4286` half up. */
export function writtenValue(parts: number, file: CaseFile): string {
  const scale = 10 ** places
  const scaled = Math.floor((2 * parts * scale + wholeValue) / (2 * wholeValue))
  const digits = String(scaled % scale)
    .padStart(places, '0')
    .replace(/0+$/, '')
  const number = `${Math.floor(scaled / scale)}${digits === '' ? '' : `${file.words.number.decimal}${digits}`}`
  return scaled * wholeValue === parts * scale ? number : fill(file.words.sentence.rounded, { number })
}

/** A domain with a gap, and so with a tier. */
interface GappedDomain {
  readonly domain: ScoredDomain['domain']
  readonly result: ScoredDomain['result']
  readonly printed: GapRange
  readonly rank: number
}

function gappedDomains(file: CaseFile): GappedDomain[] {
  return file.domains.flatMap(({ domain, result }) =>
    result.gap === null || result.residual === null ? [] : [{ domain, result, printed: result.gap, rank: tierRank(result.residual.worst) }],
  )
}

/** The domain that drives the tier; when a flag does, the first of those with the worst tier. Undefined when no domain has a gap. */
function domainToShow(file: CaseFile): GappedDomain | undefined {
  const { driver } = file.document.result
  const gapped = gappedDomains(file)
  const worst = Math.max(...gapped.map(({ rank }) => rank))
  const named = driver?.kind === 'domain' ? driver.id : ''
  return gapped.find(({ domain }) => domain.id === named) ?? gapped.find(({ rank }) => rank === worst)
}

/** The parts of a gate group by id and weight, as `v = s · (½ + ½ · m)` needs them. */
function groupNote({ unit, children }: ScoredUnit, file: CaseFile): string {
  const names = children.map(({ id, weight }) => fill(file.words.sentence.childWeight, { id, weight: String(weight) }))
  return fill(file.words.sentence.groupNote, { gate: unit.question.id, children: names.join(', ') })
}

/** Which units may not apply and what each end is therefore taken over; nothing when all are certain. */
export function uncertainNote(gap: DomainGap | undefined, file: CaseFile): string[] {
  if (gap === undefined) return []
  const ids = gap.units.filter(({ isCertain }) => !isCertain).map(({ unit }) => unit.question.id)
  if (ids.length === 0) return []
  const { lo, hi } = gap
  return [fill(file.words.sentence.exampleUncertain, { ids: ids.join(', '), lo: String(lo.weight), hi: String(hi.weight) })]
}

function sentencesOf(gap: DomainGap, { result, printed }: GappedDomain, file: CaseFile): string[] {
  const { words } = file
  const { sentence } = words
  const sum = String(gap.weightTotal)
  const floored = gap.hi.counted.reduce((total, { unit, hi }) => total + Math.floor((10_000 * unit.weight * hi) / gap.hi.whole), 0)
  const left = printed.hiBp - floored
  return [
    fill(sentence.exampleWeight, { weights: gap.units.map(({ unit }) => unit.weight).join(' + '), sum }),
    ...uncertainNote(gap, file),
    fill(sentence.exampleLo, {
      parts: writtenValue(gap.lo.part, file),
      sum: String(gap.lo.weight),
      gap: writtenHundredths(printed.loBp, words),
    }),
    fill(sentence.exampleHi, {
      parts: writtenValue(gap.hi.part, file),
      sum: String(gap.hi.weight),
      gap: writtenHundredths(printed.hiBp, words),
    }),
    left === 0 ? sentence.exampleExact : fill(sentence.exampleLeft, { floored: writtenHundredths(floored, words), left: String(left) }),
    ...gap.units.filter(({ children }) => children.length > 0).map((unit) => groupNote(unit, file)),
    ...conclusionOf(result, file),
  ]
}

/** From the gap to the domain's tier. */
export function conclusionOf(result: ScoredDomain['result'], file: CaseFile): string[] {
  const { words } = file
  if (result.band === null || result.residual === null) return []
  return [
    fill(words.sentence.gapSentence, {
      band: writtenRanks(result.band, words),
      inherent: printedTierRange(file.document.result.inherent.tier, words).text,
      tier: printedTierRange(result.residual, words).text,
    }),
  ]
}

/** From the domains and the floors to the tier of the whole. */
function verdictSentences(file: CaseFile): string[] {
  const { words, document } = file
  const { tier, driver, flags, domains } = document.result
  const residuals = domains.flatMap(({ residual }) => residual ?? [])
  const worstOf = (end: 'best' | 'worst') =>
    residuals.map((range) => range[end]).reduce((left, right) => (tierRank(left) < tierRank(right) ? right : left))
  const fromDomains = printedTierRange({ best: worstOf('best'), worst: worstOf('worst') }, words).text
  const named = (state: 'fired' | 'unresolved') => [...new Set(flags.filter((flag) => flag.state === state).map((flag) => flag.ruleId))]
  const floors = (state: 'fired' | 'unresolved') => (named(state).length === 0 ? words.sentence.exampleNoFloor : named(state).join(', '))
  return [
    fill(words.sentence.exampleDomains, { tier: fromDomains }),
    fill(words.sentence.exampleFloors, { fired: floors('fired'), unresolved: floors('unresolved') }),
    fill(driver === null ? words.sentence.exampleTierAlone : words.sentence.exampleTier, {
      tier: printedTierRange(tier, words).text,
      driver: driver?.id ?? '',
    }),
  ]
}

/** The gaps behind the result by domain, from the answers of the document. */
export function gapsOf(file: CaseFile): Gaps {
  const run = runOf(scoreInputOf(file))
  return new Map(run.plan.domains.map((plan) => [plan.domain.id, domainGap(plan, run.find)]))
}

/** The driver's domain worked through; null when no domain has a gap. */
export function workedExample(file: CaseFile, gaps: Gaps): WorkedExample | null {
  const shown = domainToShow(file)
  const gap = shown === undefined ? undefined : gaps.get(shown.domain.id)
  if (shown === undefined || gap === undefined) return null
  return {
    title: fill(file.words.sentence.exampleTitle, { domain: shown.domain.title, id: shown.domain.id }),
    steps: [...sentencesOf(gap, shown, file), ...verdictSentences(file)],
  }
}
