// Checks each row of a portfolio against itself by the method's own tables: what contradicts itself was not worked out by the method.
import type { PortfolioDocument, PortfolioParty, PortfolioStanding } from '#shared/domain/portfolio-document.ts'
import { spellOut } from '#shared/domain/text.ts'
import { type Tier, tierRank, type TierRange } from '#shared/domain/tier.ts'
import { monthsAfter } from '#shared/scoring/calendar.ts'
import { floorTier } from '#shared/scoring/flags.ts'
import { reassessmentMonths } from '#shared/scoring/reassessment.ts'
import { inherentTier, residualTier, worseTier } from '#shared/scoring/tables.ts'
import { isUnconfirmedLow } from '#shared/scoring/verdict.ts'

const mostNamed = 20
const nameLength = 60
const [bestBand, worstBand] = [1, 4]

type Check = readonly [isRight: boolean, sentence: string]

const isOrdered = ({ best, worst }: TierRange) => tierRank(best) <= tierRank(worst)
const atLeast = (tier: Tier, floor: Tier) => tierRank(tier) >= tierRank(floor)

/** The worst tier that floors alone give; Low without one. */
function floorOf(flags: PortfolioStanding['flags'], states: readonly string[]): Tier {
  return flags.filter(({ state }) => states.includes(state)).reduce<Tier>((worst, { level }) => worseTier(worst, floorTier(level)), 'low')
}

function tierChecks({ tier, inherent, impactWorst, exposureWorst, flags, confidence, isUnconfirmed }: PortfolioStanding): Check[] {
  const every = floorOf(flags, ['fired', 'unresolved'])
  const most = [every, inherent.worst].reduce(worseTier, residualTier(inherent.worst, worstBand))
  const isLeast = atLeast(tier.worst, residualTier(inherent.worst, bestBand)) && atLeast(tier.best, residualTier(inherent.best, bestBand))
  return [
    [isOrdered(tier) && isOrdered(inherent), 'its best case is worse than its worst case'],
    [inherent.worst === inherentTier(impactWorst, exposureWorst), 'its ranks of impact and exposure do not give its inherent tier'],
    [atLeast(tier.worst, every) && atLeast(tier.best, floorOf(flags, ['fired'])), 'its tier is below what its flags demand'],
    [isLeast, 'its tier is below what its inherent tier allows'],
    [atLeast(most, tier.worst), 'its tier is above what its inherent tier and its flags allow'],
    [isUnconfirmed === isUnconfirmedLow(tier, confidence), 'it is called unconfirmed, or not, against its tier and its confidence'],
  ]
}

function driverChecks({ driver, flags, tier }: PortfolioStanding): Check[] {
  if (driver === null || driver.kind === 'domain') return []
  const flag = flags.find(({ ruleId }) => ruleId === driver.id)
  return [
    [
      flag !== undefined && flag.reason === driver.title && floorTier(flag.level) === tier.worst,
      'the flag that is to drive its tier does not stand, or does not give it',
    ],
  ]
}

function dayChecks({ asOf, reassessOn, tier, isUnconfirmed }: PortfolioStanding): Check[] {
  const latest = monthsAfter(asOf, reassessmentMonths[isUnconfirmed ? 'moderate' : tier.worst])
  return [[reassessOn <= latest, 'it is looked at again later than its tier allows']]
}

/** The assessment signed last counts, and a draft only where nothing was signed. */
function countingChecks(standing: PortfolioStanding, party: PortfolioParty, signedAt: string): Check[] {
  const { relationship, assessmentId, tier } = standing
  const last = party.signedTiers.findLast((one) => one.relationship === relationship)
  const isDraft = standing.status === 'draft'
  const isLast =
    last?.assessmentId === assessmentId &&
    last.signedAt === standing.signedAt &&
    last.tier.best === tier.best &&
    last.tier.worst === tier.worst
  return [
    [isDraft === (standing.signedAt === null), 'it is called a draft and signed at once'],
    [
      isDraft ? last === undefined && standing.report === undefined : isLast,
      'it is not the assessment that counts, by the course of its tiers',
    ],
    [(standing.signedAt ?? signedAt) <= signedAt, 'it was signed after this report'],
    [standing.answeredCount <= standing.shownCount, 'more was answered than asked'],
  ]
}

function isUnique(values: readonly string[]): boolean {
  return new Set(values).size === values.length
}

function wrongIn(checks: readonly Check[]): string[] {
  return checks.flatMap(([isRight, sentence]) => (isRight ? [] : [sentence]))
}

function wrongInParty(party: PortfolioParty, signedAt: string): string[] {
  const name = spellOut(party.legalName).slice(0, nameLength)
  const course = party.signedTiers.map((one) => one.signedAt)
  const own = wrongIn([
    [isUnique(party.relationships) && isUnique(party.standings.map(({ relationship }) => relationship)), 'a relationship stands twice'],
    [isUnique(party.reach.map(({ jewelId }) => jewelId)), 'a crown jewel stands twice'],
    [course.every((at, index) => index === 0 || at >= (course[index - 1] ?? '')), 'the course of its tiers is out of order'],
  ]).map((sentence) => `${name}: ${sentence}.`)
  const standings = party.standings.flatMap((standing) =>
    wrongIn([...tierChecks(standing), ...driverChecks(standing), ...dayChecks(standing), ...countingChecks(standing, party, signedAt)]).map(
      (sentence) => `${name}, ${standing.relationship}: ${sentence}.`,
    ),
  )
  return [...own, ...standings]
}

/** A sentence for each thing that contradicts itself, twenty at most; none when all agree. */
export function recomputePortfolio({ parties, treatments, crownJewels, signedAt }: PortfolioDocument): string[] {
  const ids = new Set<string>(parties.map(({ thirdPartyId }) => thirdPartyId))
  const wrong = [
    ...wrongIn([
      [ids.size === parties.length, 'A third party stands in it twice.'],
      [isUnique(crownJewels.map(({ id }) => id)), 'A crown jewel stands in it twice.'],
      [isUnique(treatments.map(({ treatmentId }) => treatmentId)), 'A treatment stands in it twice.'],
      [treatments.every(({ thirdPartyId }) => ids.has(thirdPartyId)), 'A treatment is of a third party that does not stand in it.'],
    ]),
    ...parties.flatMap((party) => wrongInParty(party, signedAt)),
  ]
  const left = wrong.length - mostNamed
  return left > 0 ? [...wrong.slice(0, mostNamed), `${left} more things contradict themselves.`] : wrong
}
