// Invariant 25, first half: what was signed cannot change unnoticed.
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { verifyPdf } from '#main/report/verification/verify-pdf.ts'
import { shippedRun } from '#test/generators/shipped-run.ts'
import { flipped } from '../fixtures/pdf/byte-edits.ts'
import { holeOf } from '../fixtures/pdf/signed-report.ts'
import { signedAt, signRun } from '../fixtures/pdf/signed-run.ts'

describe('invariant 25: a signed report', () => {
  let file: Uint8Array
  const [sample] = fc.sample(shippedRun, { numRuns: 1, seed: 25 })

  beforeAll(async () => {
    if (sample === undefined) throw new Error('one run was asked for')
    file = await signRun(sample)
  })

  test('verifies as it is', () => {
    expect(verifyPdf(file, { knownCertificates: [], now: signedAt }).isIntactAndUnchanged).toBe(true)
  })

  test('fails to verify with any signed byte changed, ten thousand times', () => {
    const { start, end } = holeOf(file)
    const signedLength = file.length - (end - start)
    fc.assert(
      fc.property(fc.nat({ max: signedLength - 1 }), fc.integer({ min: 1, max: 255 }), (place, mask) => {
        const at = place < start ? place : place + (end - start)
        expect(verifyPdf(flipped(file, at, mask), { knownCertificates: [], now: signedAt }).isIntactAndUnchanged).toBe(false)
      }),
      { numRuns: 10_000 },
    )
  }, 600_000)
})
