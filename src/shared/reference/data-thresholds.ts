// The volumes of 28 CFR 202.205 above which personal data counts as bulk, and how they are counted.
import { z } from 'zod'
import { SourceBasis } from '../domain/pack.ts'
import { requiredLine } from '../domain/text.ts'
import { editionFields, rowFields, statusFields } from './row.ts'

/** The kinds of data, with the ids of the options of question PR-04. */
export const DataKindId = z.enum([
  'genomic',
  'other-omic',
  'biospecimens',
  'biometric',
  'location',
  'health',
  'financial',
  'identifiers',
  'government-related',
])
export type DataKindId = z.infer<typeof DataKindId>

const DataThreshold = z.strictObject({
  ...rowFields,
  title: requiredLine(120),
  section: requiredLine(60),
  unit: z.enum(['us-persons', 'us-devices']),
  /** Bulk is a count greater than this; null where the rule has no threshold and any volume counts. */
  moreThan: z.int().min(0).nullable(),
  note: requiredLine(400).optional(),
  basis: SourceBasis,
})
export type DataThreshold = z.infer<typeof DataThreshold>

const DataRule = z.strictObject({ ...rowFields, ...statusFields, section: requiredLine(60), says: requiredLine(600), basis: SourceBasis })

export const DataThresholds = z.strictObject({
  ...editionFields,
  instrument: requiredLine(200),
  /** Counts are of this many months back from any day, all dealings between the same two parties added up. */
  windowMonths: z.int().min(1).max(120),
  /** A count equal to the number is not above it. */
  boundary: z.literal('more-than'),
  /** For data of several kinds in one collection the lowest threshold among them applies to each. */
  combinedData: z.literal('lowest'),
  kinds: z.record(DataKindId, DataThreshold),
  rules: z.array(DataRule).min(1).max(40),
})
export type DataThresholds = z.infer<typeof DataThresholds>
