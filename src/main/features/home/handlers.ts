// Finds what the palette asks for, and gathers what needs somebody.
import type { InputOf, OutputOf } from '#shared/contract/contract.ts'
import { daysAfter } from '#shared/scoring/calendar.ts'
import { editionLimitDays } from '#shared/scoring/screening.ts'
import { calendarDayOf } from '#shared/domain/calendar-day.ts'
import type { AssessmentId } from '#shared/domain/ids.ts'
import { tierOfRank } from '#main/records/assessment-outcome.ts'
import { listDueJewelReviews } from '#main/records/jewel-register.ts'
import { createKeeper, partyTables } from '#main/records/kept-reading.ts'
import { refreshOutcomes } from '#main/records/refresh-outcomes.ts'
import { searchKey } from '#main/records/third-party-summary.ts'
import type { ReadDb } from '#main/store/database.ts'
import { type EngineHandlers, type FeatureContext, requireStore } from '../feature-context.ts'
import {
  countByTier,
  countDrafts,
  countDue,
  countStops,
  countTreatments,
  findAssessmentsOf,
  findThirdParties,
  countHits,
  readDue,
  readOldLists,
  readPartiesWithHits,
  readStops,
  readTreatments,
  readUndecided,
} from './queries.ts'
import { createReadyKeeper } from './ready-drafts.ts'

type HomeHandlers = Pick<EngineHandlers, 'home.find' | 'home.read'>

/** Rows of each kind that Home shows. */
const limit = 5
/** Milliseconds that Home may spend on outcomes that became stale. */
const refreshMs = 150

/** The text as a pattern of LIKE in which it stands for itself. */
const literally = (text: string) => text.replaceAll(/[\\%_]/g, '\\$&')

function find(db: ReadDb, text: string): OutputOf<'home.find'> {
  const wanted = literally(searchKey(text))
  if (wanted === '') return { thirdParties: [], assessments: [] }
  const thirdParties = db.all(findThirdParties, { pattern: `%${wanted.replaceAll(' ', '%')}%`, atStart: `${wanted}%` })
  return { thirdParties, assessments: thirdParties.flatMap(({ id }) => db.all(findAssessmentsOf, { id })).slice(0, 8) }
}

function tiersOf(db: ReadDb) {
  const counts = { low: 0, unconfirmed: 0, moderate: 0, high: 0, critical: 0, none: 0 }
  for (const { tier, isUnconfirmed, count } of db.all(countByTier))
    counts[tier === null ? 'none' : isUnconfirmed === 1 ? 'unconfirmed' : tierOfRank(tier)] += count
  return counts
}

function screeningNeeds(db: ReadDb, today: string): OutputOf<'home.read'>['screening'] {
  const { count = 0, parties = 0 } = db.first(countHits) ?? {}
  const old = db.all(readOldLists, { before: daysAfter(today, -editionLimitDays) })
  return {
    hitCount: count,
    parties: { count: parties, first: db.all(readPartiesWithHits, { limit }) },
    oldLists: { count: old.length, first: old.slice(0, limit) },
  }
}

function undecidedOf(db: ReadDb, drafts: readonly { readonly id: AssessmentId }[]): OutputOf<'home.read'>['undecided'] {
  const rows = drafts.slice(0, limit).flatMap(({ id }) => db.all(readUndecided, { id }))
  return { count: drafts.length, first: rows.map((row) => ({ ...row, isDecided: row.isDecided === 1 })) }
}

interface Asked {
  readonly today: string
  readonly ahead: InputOf<'home.read'>
}

/** Counts the rows of third parties, and nothing but what stands in them. */
function countParties(db: ReadDb, { today, ahead: { reassessmentDays = 30 } }: Asked) {
  const countUntil = (until: string) => db.first(countDue, { until })?.count ?? 0
  const until = daysAfter(today, reassessmentDays)
  return {
    tiers: tiersOf(db),
    overdueCount: countUntil(daysAfter(today, -1)),
    due: {
      count: countUntil(until),
      first: db.all(readDue, { until, limit }).map((row) => ({ ...row, tier: row.tier === null ? null : tierOfRank(row.tier) })),
    },
  }
}

/** What was read before, or where it has to be read anew. */
interface Known {
  readonly parties: ReturnType<typeof countParties>
  /** Those that can be signed, answered last first. */
  readonly drafts: readonly { readonly id: AssessmentId }[]
}

function readHome(db: ReadDb, { today, ahead }: Asked, { parties, drafts }: Known): Omit<OutputOf<'home.read'>, 'staleCount'> {
  const until = daysAfter(today, ahead.treatmentDays ?? 14)
  const reviews = listDueJewelReviews(db, today)
  const countOf = (row: { readonly count: number } | undefined) => row?.count ?? 0
  return {
    ...parties,
    today,
    thirdPartyCount: Object.values(parties.tiers).reduce((sum, count) => sum + count, 0),
    draftCount: countOf(db.first(countDrafts)),
    stops: { count: countOf(db.first(countStops)), first: db.all(readStops, { limit }) },
    undecided: undecidedOf(db, drafts),
    treatments: { count: countOf(db.first(countTreatments, { until })), first: db.all(readTreatments, { until, limit }) },
    jewelReviews: { count: reviews.length, first: reviews.slice(0, limit) },
    screening: screeningNeeds(db, today),
  }
}

export function homeHandlers(context: FeatureContext): HomeHandlers {
  const keeper = createKeeper<ReturnType<typeof readHome>>()
  const partyCounts = createKeeper<ReturnType<typeof countParties>>(partyTables)
  const readyDrafts = createReadyKeeper()
  const freshStore = () => {
    const store = requireStore(context)
    const { packs, applicationVersion } = context
    return { store, staleCount: refreshOutcomes({ store, packs, applicationVersion }, refreshMs) }
  }
  return {
    'home.find': ({ text }) => find(freshStore().store, text),
    'home.read': (ahead) => {
      const { store, staleCount } = freshStore()
      const asked = { today: calendarDayOf(context.now()), ahead }
      const key = JSON.stringify(asked)
      const count = () => countParties(store, asked)
      const read = (parties: Known['parties']) => readHome(store, asked, { parties, drafts: readyDrafts(store) })
      if (staleCount > 0) return { ...read(count()), staleCount }
      return { ...keeper.keep(store, key, () => read(partyCounts.keep(store, key, count))), staleCount }
    },
  }
}
