// Counting personal data against the bulk thresholds: which count is above, added up how, and what combining does.
import { DataKindId, type DataThreshold, type DataThresholds } from './data-thresholds.ts'

/** How many U.S. persons or devices are in the data of one kind in one dealing. */
export interface Volume {
  readonly kind: DataKindId
  readonly count: number
}

export function thresholdFor(thresholds: DataThresholds, kind: DataKindId): DataThreshold {
  return thresholds.kinds[kind]
}

/** True for more than the threshold; for a kind without one, for any volume at all. */
export function isAboveThreshold(thresholds: DataThresholds, kind: DataKindId, count: number): boolean {
  return count > (thresholdFor(thresholds, kind).moreThan ?? 0)
}

/** The lowest threshold among these kinds, which applies to each of them in combined data. Null when none of them has one. */
export function lowestThreshold(thresholds: DataThresholds, kinds: readonly DataKindId[]): number | null {
  const numbers = kinds.flatMap((kind) => thresholdFor(thresholds, kind).moreThan ?? [])
  return numbers.length === 0 ? null : Math.min(...numbers)
}

export interface BulkReading {
  /** The sum of each kind present, in the order of the rule. */
  readonly totals: readonly Volume[]
  /** The kinds that are above, in the order of the rule. */
  readonly above: readonly DataKindId[]
  readonly isAbove: boolean
}

/**
 * Adds up the dealings of one year with one party and compares each kind with its threshold, or all with the lowest where the data
 * is combined: kinds held together in one collection. The order of the dealings does not matter. Kinds without a threshold count at any volume.
 */
export function readBulk(
  thresholds: DataThresholds,
  { volumes, isCombined }: { readonly volumes: readonly Volume[]; readonly isCombined: boolean },
): BulkReading {
  const totals = DataKindId.options
    .map((kind) => ({
      kind,
      count: volumes.filter((volume) => volume.kind === kind).reduce((sum, volume) => sum + volume.count, 0),
    }))
    .filter(({ count }) => count > 0)
  const lowest = lowestThreshold(
    thresholds,
    totals.map(({ kind }) => kind),
  )
  const isOverLowest = (count: number) => isCombined && lowest !== null && count > lowest
  const above = totals.filter(({ kind, count }) => isAboveThreshold(thresholds, kind, count) || isOverLowest(count)).map(({ kind }) => kind)
  return { totals, above, isAbove: above.length > 0 }
}
