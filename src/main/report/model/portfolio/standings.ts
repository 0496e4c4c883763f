// The standings of a portfolio: one third party in one relationship, in the order in which somebody should look at them.
import type { PortfolioDocument, PortfolioParty, PortfolioStanding } from '#shared/domain/portfolio-document.ts'
import { tierRank } from '#shared/domain/tier.ts'
import type { StandingLine } from '../../portfolio-model.ts'
import { fill, type ReportWords } from '../../words.ts'
import { printedTier, printedTierRange, shortened, writtenDate } from '../written.ts'

/** A standing of which something was answered, so that its tier means something. */
type Assessed = PortfolioStanding & { readonly driver: NonNullable<PortfolioStanding['driver']> }

/** A relationship of a third party, with its assessment when there is one. */
export interface Standing {
  readonly party: PortfolioParty
  readonly relationship: PortfolioStanding['relationship']
  /** Null when nothing is assessed. */
  readonly assessed: Assessed | null
}

const driverLength = 60
const nameLength = 80

function standingsOf(party: PortfolioParty): Standing[] {
  return party.relationships.map((relationship) => {
    const found = party.standings.find((one) => one.relationship === relationship)
    const assessed = found === undefined || found.driver === null ? null : { ...found, driver: found.driver }
    return { party, relationship, assessed }
  })
}

/** 5 and 4 for Critical, down to 0 for what nobody assessed; an unconfirmed Low sorts with Moderate. */
function gravity({ assessed }: Standing): number {
  if (assessed === null) return 0
  const { worst, best } = assessed.tier
  const rank = assessed.isUnconfirmed ? tierRank('moderate') : tierRank(worst)
  return rank * 10 + tierRank(best)
}

/** Every relationship of every third party, the gravest first, then in the order of the document. */
export function allStandings({ parties }: PortfolioDocument): Standing[] {
  return parties.flatMap(standingsOf).toSorted((one, other) => gravity(other) - gravity(one))
}

/** The day by which to look again. Null for a draft: until it is signed it is not done, and so not due anew. */
export function dueOnOf({ assessed }: Standing): string | null {
  return assessed?.status === 'signed' ? assessed.reassessOn : null
}

export function isOverdue(standing: Standing, asOf: string): boolean {
  const dueOn = dueOnOf(standing)
  return dueOn !== null && dueOn < asOf
}

export function shortName(party: { readonly legalName: string }): string {
  return shortened(party.legalName, nameLength)
}

function driverText({ driver }: Assessed, words: ReportWords): string {
  const title = driver.kind === 'flag' ? fill(words.sentence.driverFlag, { rule: driver.id, reason: driver.title }) : driver.title
  return shortened(title, driverLength)
}

function noteOf({ status, badges }: PortfolioStanding, words: ReportWords): string {
  return [...(status === 'draft' ? [words.portfolio.draft] : []), ...badges.map((badge) => words.badge[badge])].join(', ')
}

/** A standing in the words of a table row. */
export function standingLine(standing: Standing, asOf: string, words: ReportWords): StandingLine {
  const { party, relationship, assessed } = standing
  const named = { name: shortName(party), relationship: words.relationship[relationship] }
  if (assessed === null) {
    const empty = { note: '', tierNote: words.portfolio.notAssessed, driver: '', decision: '', nextLook: '' }
    return { ...named, ...empty, tier: null, isOverdue: false }
  }
  const isLate = isOverdue(standing, asOf)
  const dueOn = dueOnOf(standing)
  const date = dueOn === null ? '' : writtenDate(dueOn, words)
  return {
    ...named,
    note: noteOf(assessed, words),
    tier: printedTierRange(assessed.tier, words),
    tierNote: assessed.isUnconfirmed ? words.portfolio.unconfirmed : '',
    driver: driverText(assessed, words),
    decision: assessed.outcome === null ? words.portfolio.undecided : words.outcome[assessed.outcome],
    nextLook: isLate ? fill(words.portfolio.overdue, { date }) : date,
    isOverdue: isLate,
  }
}

/** The tiers that were signed one after the other, where there are two or more. */
export function courseOf({ parties }: PortfolioDocument, words: ReportWords) {
  return parties.flatMap((party) =>
    party.relationships.flatMap((relationship) => {
      const signed = party.signedTiers.filter((one) => one.relationship === relationship)
      if (signed.length < 2) return []
      const steps = signed.map(({ signedAt, tier }) => ({
        date: writtenDate(signedAt.slice(0, 10), words),
        tier: printedTier(tier.worst, words),
      }))
      return [{ name: shortName(party), relationship: words.relationship[relationship], steps }]
    }),
  )
}
