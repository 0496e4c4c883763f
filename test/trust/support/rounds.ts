// How often something is tried: seldom in `npm test`, often in `npm run test:trust`.

export const isLongRun = process.env['GATEHOUSE_TRUST'] === 'long'

/** The number of tries of this run. */
export function rounds(counts: { readonly short: number; readonly long: number }): number {
  return isLongRun ? counts.long : counts.short
}

/** Numbers from 0 to below 1 that are the same in every run with the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** `count` whole numbers from 1 to `last`, spread over all of them and different in each seed; every one when there are no more. */
export function spread(count: number, last: number, seed = 1): number[] {
  if (count >= last) return Array.from({ length: last }, (_, index) => index + 1)
  const random = seededRandom(seed)
  return Array.from({ length: count }, (_, index) => 1 + Math.floor(((index + random()) * last) / count))
}
