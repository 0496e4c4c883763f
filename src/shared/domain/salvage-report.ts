// What came of salvaging a damaged vault: what was saved, table by table, and what was lost.
import { z } from 'zod'
import { Sha256Hex } from './ids.ts'
import { Instant } from './time.ts'

const count = z.int().min(0)

/** One table. Pages are pieces of 4 KB; a damaged page may have held several records. */
const SalvagedTable = z.strictObject({
  name: z.string(),
  /** Rows that stand in the new vault as they stood in the old one. */
  saved: count,
  /** Rows that were readable but could not stand in their table; they are kept in the new vault as text. */
  keptAside: count,
  /** Rows of which a part is on a damaged page; they are lost. */
  cutOff: count,
  /** The first columns of those rows, as far as they could be read; at most 100. */
  cutOffKeys: z.array(z.string()).max(100),
  /** Damaged pages that are known to have belonged to this table. */
  damagedPages: count,
})
export type SalvagedTable = z.infer<typeof SalvagedTable>

export const SalvageReport = z.strictObject({
  format: z.literal('gatehouse.salvage'),
  formatVersion: z.literal(1),
  salvagedAt: Instant,
  schemaNumber: count,
  pages: z.strictObject({
    all: count,
    damaged: count,
    /** Damaged pages of which nobody can say what was on them. */
    damagedUnknown: count,
  }),
  tables: z.array(SalvagedTable),
  /** Records put in the place of lost ones, so that what belongs to them can be read: each third party says that it stands in. */
  standIns: z.strictObject({ thirdParties: count, relationships: count }),
  /** The old history, kept as evidence. `missing` lists the gaps, both ends included. */
  history: z.strictObject({
    found: count,
    lastSequence: count,
    lastHash: Sha256Hex.nullable(),
    missing: z.array(z.strictObject({ from: count, to: count })).max(1_000),
    isUnbroken: z.boolean(),
  }),
  /** False when nothing at all was lost. */
  isAnythingLost: z.boolean(),
})
export type SalvageReport = z.infer<typeof SalvageReport>
