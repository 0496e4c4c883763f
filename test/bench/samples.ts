// Two lists of measurements taken in turn, and what is said of them: median, other percentiles, their ratio.

export interface Samples {
  readonly product: readonly number[]
  readonly bare: readonly number[]
}

/** The value below which `share` (0 to 1) of the values lie, interpolated between neighbours. Throws on an empty list. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const place = (sorted.length - 1) * share
  const below = sorted[Math.floor(place)]
  const above = sorted[Math.ceil(place)]
  if (below === undefined || above === undefined) throw new Error('Nothing was measured.')
  return below + (above - below) * (place - Math.floor(place))
}

/** Measures the two in turn, `runs` times each after one unrecorded time, so that whatever slows the machine slows both. */
export async function inTurn(
  runs: number,
  product: () => number | Promise<number>,
  bare: () => number | Promise<number>,
): Promise<Samples> {
  await bare()
  await product()
  const samples = { product: [] as number[], bare: [] as number[] }
  for (let run = 0; run < runs; run += 1) {
    samples.bare.push(await bare())
    samples.product.push(await product())
  }
  return samples
}

/** Milliseconds that `work` takes. */
export function timed(work: () => unknown): number {
  const startedAt = performance.now()
  work()
  return performance.now() - startedAt
}
