// The numbers of page one: how many third parties stand where, and what is late or stops.
import type { PortfolioDocument } from '#shared/domain/portfolio-document.ts'
import { type Tier, tierRank, tiers } from '#shared/domain/tier.ts'
import { dayDueOf } from '#shared/domain/treatment.ts'
import { inherentTier } from '#shared/scoring/tables.ts'
import type { KeyFigure, PortfolioModel, TierCount } from '../../portfolio-model.ts'
import { fill, type ReportWords } from '../../words.ts'
import { printedTier, writtenCount } from '../written.ts'
import { isOverdue, type Standing } from './standings.ts'

/** The gravest standing of each third party decides where it is counted. */
function worstOfEach(standings: readonly Standing[]): Standing[] {
  const seen = new Set<string>()
  return standings.filter(({ party }) => {
    const isFirst = !seen.has(party.thirdPartyId)
    seen.add(party.thirdPartyId)
    return isFirst
  })
}

/** An unconfirmed Low counts as Moderate, as it sorts. */
function countedTier(assessed: Standing['assessed']): Tier | null {
  if (assessed === null) return null
  return assessed.isUnconfirmed ? 'moderate' : assessed.tier.worst
}

/** How many third parties stand at each tier in the worst case, from Critical to those without an assessment. `standings` are in order. */
export function tierCounts(standings: readonly Standing[], words: ReportWords): TierCount[] {
  const worst = worstOfEach(standings)
  const at = (tier: Tier | null) => worst.filter(({ assessed }) => countedTier(assessed) === tier).length
  return [
    ...tiers.toReversed().map((tier) => ({ tier: printedTier(tier, words), word: words.tier[tier], count: at(tier) })),
    { tier: null, word: words.portfolio.notAssessed, count: at(null) },
  ]
}

export function tiersAlt(counts: readonly TierCount[], words: ReportWords): string {
  const list = counts.map(({ word, count }) => `${word} ${writtenCount(count, words)}`).join(', ')
  return fill(words.portfolio.tiersAlt, { list })
}

function isLate(dueOn: string | null, asOf: string): boolean {
  return dueOn !== null && dueOn < asOf
}

/** The six figures of page one. A third party counts once, in however many relationships it stands. */
export function keyFigures(document: PortfolioDocument, standings: readonly Standing[], words: ReportWords): KeyFigure[] {
  const { asOf, parties, treatments } = document
  const partiesWhere = (isCounted: (standing: Standing) => boolean) =>
    new Set(standings.filter(isCounted).map(({ party }) => party.thirdPartyId)).size
  const flagged = (state: 'fired' | 'unresolved') =>
    partiesWhere(({ assessed }) => assessed?.flags.some((flag) => flag.level === 'stop' && flag.state === state) === true)
  const late = treatments.filter((treatment) => isLate(dayDueOf(treatment), asOf)).length
  const figure = (label: string, count: number, isAlarm: boolean): KeyFigure => ({
    label,
    value: writtenCount(count, words),
    isAlarm: isAlarm && count > 0,
  })
  const label = words.portfolio
  return [
    figure(parties.length === 1 ? label.figurePartiesOne : label.figureParties, parties.length, false),
    figure(
      label.figureAssessed,
      partiesWhere(({ assessed }) => assessed !== null),
      false,
    ),
    figure(label.figureStops, flagged('fired'), true),
    figure(label.figureOpenStops, flagged('unresolved'), true),
    figure(
      label.figureOverdue,
      partiesWhere((one) => isOverdue(one, asOf)),
      true,
    ),
    figure(late === 1 ? label.figureTreatmentsOne : label.figureTreatments, late, true),
  ]
}

/** Counts of standings by the worst ranks of impact and exposure; rows from impact 4 down. */
export function riskMatrix(standings: readonly Standing[], words: ReportWords): PortfolioModel['matrix'] {
  const ranks = [1, 2, 3, 4]
  const countAt = (impact: number, exposure: number) =>
    standings.filter(({ assessed }) => assessed?.impactWorst === impact && assessed.exposureWorst === exposure).length
  const rows = ranks
    .toReversed()
    .map((impact) =>
      ranks.map((exposure) => ({ tier: printedTier(inherentTier(impact, exposure), words), count: countAt(impact, exposure) })),
    )
  const high = standings.filter(({ assessed }) => assessed !== null && tierRank(assessed.inherent.worst) >= tierRank('high')).length
  const all = standings.filter(({ assessed }) => assessed !== null).length
  return { rows, alt: fill(words.portfolio.matrixAlt, { high: writtenCount(high, words), all: writtenCount(all, words) }) }
}
