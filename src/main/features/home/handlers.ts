// Finds what the palette asks for, and gathers what needs somebody.
import type { InputOf, OutputOf } from '#shared/contract/contract.ts'
import { daysAfter } from '#shared/scoring/calendar.ts'
import { editionLimitDays } from '#shared/scoring/screening.ts'
import { calendarDayOf } from '#shared/domain/calendar-day.ts'
import { tierOfRank } from '#main/records/assessment-outcome.ts'
import { listDueJewelReviews } from '#main/records/jewel-register.ts'
import { createKeeper } from '#main/records/kept-reading.ts'
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

function undecidedOf(db: ReadDb): OutputOf<'home.read'>['undecided'] {
  const rows = db.all(readUndecided, { limit })
  return {
    count: rows[0]?.count ?? 0,
    first: rows.map(({ id, thirdPartyName, relationship, profile, isDecided }) => ({
      id,
      thirdPartyName,
      relationship,
      profile,
      isDecided: isDecided === 1,
    })),
  }
}

function readHome(db: ReadDb, today: string, ahead: InputOf<'home.read'>): Omit<OutputOf<'home.read'>, 'staleCount'> {
  const tiers = tiersOf(db)
  const { reassessmentDays = 30, treatmentDays = 14 } = ahead
  const dueUntil = { until: daysAfter(today, reassessmentDays) }
  const treatUntil = { until: daysAfter(today, treatmentDays) }
  const reviews = listDueJewelReviews(db, today)
  const countOf = (row: { readonly count: number } | undefined) => row?.count ?? 0
  return {
    today,
    thirdPartyCount: Object.values(tiers).reduce((sum, count) => sum + count, 0),
    tiers,
    draftCount: countOf(db.first(countDrafts)),
    overdueCount: countOf(db.first(countDue, { until: daysAfter(today, -1) })),
    due: {
      count: countOf(db.first(countDue, dueUntil)),
      first: db.all(readDue, { ...dueUntil, limit }).map((row) => ({ ...row, tier: row.tier === null ? null : tierOfRank(row.tier) })),
    },
    stops: { count: countOf(db.first(countStops)), first: db.all(readStops, { limit }) },
    undecided: undecidedOf(db),
    treatments: { count: countOf(db.first(countTreatments, treatUntil)), first: db.all(readTreatments, { ...treatUntil, limit }) },
    jewelReviews: { count: reviews.length, first: reviews.slice(0, limit) },
    screening: screeningNeeds(db, today),
  }
}

export function homeHandlers(context: FeatureContext): HomeHandlers {
  const keeper = createKeeper<ReturnType<typeof readHome>>()
  const freshStore = () => {
    const store = requireStore(context)
    const { packs, applicationVersion } = context
    return { store, staleCount: refreshOutcomes({ store, packs, applicationVersion }, refreshMs) }
  }
  return {
    'home.find': ({ text }) => find(freshStore().store, text),
    'home.read': (ahead) => {
      const { store, staleCount } = freshStore()
      const today = calendarDayOf(context.now())
      const read = () => readHome(store, today, ahead)
      return { ...(staleCount === 0 ? keeper.keep(store, JSON.stringify([today, ahead]), read) : read()), staleCount }
    },
  }
}
