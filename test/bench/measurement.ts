// One row of the table: what was measured on both sides, which figure of it counts, and the bound it is held against.
import { percentile, type Samples } from './samples.ts'

export interface Measurement {
  readonly title: string
  readonly unit: 'ms' | 'µs' | 'MiB'
  /** The share of values below the figure that is compared: 0.5 for the median. */
  readonly share: number
  /** Most that the ratio may be; null where a figure is only told. */
  readonly bound: number | null
  readonly samples: Samples
}

export function ratioOf({ samples, share }: Measurement): number {
  return percentile(samples.product, share) / percentile(samples.bare, share)
}

/** True when within the bound, null when there is none. */
export function isMet(measurement: Measurement): boolean | null {
  return measurement.bound === null ? null : ratioOf(measurement) <= measurement.bound
}
