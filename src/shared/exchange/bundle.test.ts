// Bundles: what was exported comes back to the byte, and a damaged file brings nothing at all.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answer, practice } from '#test/generators/answers.ts'
import { bundleOf, sha256, typed } from '#test/generators/exchange.ts'
import { randomRun } from '#test/generators/random-pack.ts'
import { shippedRun } from '#test/generators/shipped-run.ts'
import { type BundleContent, readBundle, writeBundle } from './bundle.ts'

/** Ten thousand for the invariant, shared by its two tests. */
const cases = { numRuns: 5_000 }

const run = fc.oneof({ weight: 150, arbitrary: randomRun }, { weight: 1, arbitrary: shippedRun })
const content = fc.record({ run, name: typed, note: typed }).map(({ run: input, ...words }) => bundleOf(input, words))
const [sample] = fc.sample(randomRun, { numRuns: 1, seed: 7 })
if (sample === undefined) throw new Error('one run was asked for')
const small: BundleContent = bundleOf({ ...sample, answers: [answer('AA-01', practice('yes'))] }, { name: 'Lens SARL', note: 'Seen.' })
const smallText = writeBundle(small, sha256)

/** The text with one bit of its UTF-8 flipped, or null when that is no UTF-8 any more: the reader of bytes refuses it before. */
function flipped(text: string, bit: number): string | null {
  const bytes = new TextEncoder().encode(text)
  const at = Math.floor(bit / 8) % bytes.length
  bytes[at] = (bytes[at] ?? 0) ^ (1 << (bit % 8))
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

describe('invariant 24: a bundle', () => {
  test('exported, imported and exported again is the same to the byte', () => {
    fc.assert(
      fc.property(content, (one) => {
        const text = writeBundle(one, sha256)
        const read = readBundle(text, sha256)
        if (!read.ok) throw new Error(JSON.stringify(read.problems))
        expect(writeBundle(read.value, sha256)).toBe(text)
      }),
      cases,
    )
  }, 300_000)

  test('with any bit flipped brings nothing', () => {
    fc.assert(
      fc.property(fc.nat({ max: smallText.length * 16 }), (bit) => {
        const text = flipped(smallText, bit)
        if (text !== null) expect(readBundle(text, sha256).ok).toBe(false)
      }),
      cases,
    )
  }, 300_000)

  test('cut off anywhere brings nothing', () => {
    for (let length = 0; length < smallText.length; length += 1) {
      const read = readBundle(smallText.slice(0, length), sha256)
      if (read.ok) throw new Error(`${length} characters were taken for a whole bundle`)
    }
    expect(readBundle(smallText, sha256).ok).toBe(true)
  })
})
