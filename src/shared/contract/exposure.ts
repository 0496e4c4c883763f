// Procedures about the exposure matrix: which third party can see, copy, change or stop which crown jewel.
import { z } from 'zod'
import { CrownJewel } from '../domain/crown-jewel.ts'
import { ExposureCell, Reach } from '../domain/exposure.ts'
import { JewelId, ThirdPartyId } from '../domain/ids.ts'
import { procedure } from './procedure.ts'

const ExposedParty = z.strictObject({ id: ThirdPartyId, legalName: z.string() })
const place = { thirdPartyId: ThirdPartyId, jewelId: JewelId }

export const exposureProcedures = {
  /**
   * A page of the matrix, by name: third parties that can reach something, or the jewel of `jewelId`. With `search`, third parties whose
   * name holds it, also those that can reach nothing. Cells that hold nothing are left out.
   */
  'exposure.list': procedure({
    side: 'engine',
    input: z.strictObject({
      jewelId: JewelId.nullable(),
      search: z.string().max(200),
      /** The last third party of the page before; null for the first page. */
      after: ThirdPartyId.nullable(),
      limit: z.int().min(1).max(100),
    }),
    output: z.strictObject({
      crownJewels: z.array(CrownJewel),
      parties: z.array(ExposedParty),
      cells: z.array(ExposureCell),
      hasMore: z.boolean(),
      /** How much is still to be worked out after a change; third parties may be missing until it is 0. */
      staleCount: z.int().min(0),
    }),
    refusals: ['vault-locked'],
  }),
  /** What one third party can reach. */
  'exposure.read': procedure({
    side: 'engine',
    input: z.strictObject({ thirdPartyId: ThirdPartyId }),
    output: z.strictObject({ crownJewels: z.array(CrownJewel), cells: z.array(ExposureCell) }),
    refusals: ['vault-locked'],
  }),
  /** Keeps what a person says of one cell; null takes it back, so that the cell shows what assessments say. */
  'exposure.set': procedure({
    side: 'engine',
    input: z.strictObject({ ...place, reach: Reach.nullable() }),
    output: z.strictObject({ cell: ExposureCell.nullable() }),
    refusals: ['vault-locked', 'write-failed', 'not-found'],
  }),
} as const
