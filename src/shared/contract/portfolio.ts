// Procedures about all third parties at once: the heat map of their assessments, and the list behind each of its cells.
import { z } from 'zod'
import { OutcomeDriver } from '../domain/assessment-outcome.ts'
import { AssessmentId, ThirdPartyId } from '../domain/ids.ts'
import { RelationshipKind } from '../domain/relationship.ts'
import { line } from '../domain/text.ts'
import { Tier, TierRange } from '../domain/tier.ts'
import { Day } from '../domain/time.ts'
import { procedure } from './procedure.ts'

const count = z.int().min(0)
/** Gap bands: 1 is 0–20 %, 2 over 20 to 40 %, 3 over 40 to 70 %, 4 over 70 %. */
const Band = z.int().min(1).max(4)

/** A cell of the heat map: the worst inherent tier by the worst gap band of any domain; null for assessments without a scored domain. */
const Cell = z.strictObject({ inherent: Tier, band: Band.nullable() })
export type Cell = z.infer<typeof Cell>

const Filter = z.strictObject({
  cell: Cell.optional(),
  tier: Tier.optional(),
  relationship: RelationshipKind.optional(),
  status: z.enum(['draft', 'signed']).optional(),
  search: line(200).optional(),
})

export const PortfolioRow = z.strictObject({
  assessmentId: AssessmentId,
  thirdPartyId: ThirdPartyId,
  legalName: z.string(),
  relationship: RelationshipKind,
  status: z.enum(['draft', 'signed']),
  tier: TierRange,
  isUnconfirmed: z.boolean(),
  driver: OutcomeDriver.nullable(),
  /** The title of the domain that drives, from the current pack; null for a flag and for a domain of another pack. */
  driverTitle: z.string().nullable(),
  inherent: Tier,
  band: Band.nullable(),
  stopCount: count,
  /** When to look again; null for a draft. */
  dueOn: Day.nullable(),
  /** True when that day has passed. */
  isOverdue: z.boolean(),
})
export type PortfolioRow = z.infer<typeof PortfolioRow>

export const portfolioProcedures = {
  /**
   * The assessments that count, one for each third party and relationship: how many stand in each cell of the heat map, and how many
   * relationships have no answer yet. Third parties put aside are left out.
   */
  'portfolio.read': procedure({
    side: 'engine',
    input: Filter.pick({ relationship: true, status: true }),
    output: z.strictObject({
      cells: z.array(Cell.extend({ count })),
      assessedCount: count,
      unassessedCount: count,
      staleCount: count,
    }),
    refusals: ['vault-locked'],
  }),
  /** The assessments behind the map, the most serious first and then by name: at most `limit` after the first `offset`. */
  'portfolio.list': procedure({
    side: 'engine',
    input: z.strictObject({ filter: Filter, offset: z.int().min(0).max(1_000_000), limit: z.int().min(1).max(200) }),
    output: z.strictObject({ rows: z.array(PortfolioRow), matchCount: count }),
    refusals: ['vault-locked'],
  }),
} as const
