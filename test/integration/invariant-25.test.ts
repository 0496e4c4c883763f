// Invariant 25: what was signed cannot change unnoticed, and the tier is the same on paper, in the attached data and from the method.
import { readFileSync } from 'node:fs'
import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { AssessmentDocument } from '#shared/domain/assessment-document.ts'
import type { ScoreInput } from '#shared/scoring/input.ts'
import { score } from '#shared/scoring/score.ts'
import { produceSignedPdf } from '#main/features/reports/produce-signed-pdf.ts'
import { createSignerIdentity } from '#main/report/signing/signer-identity.ts'
import { readAttachment } from '#main/report/verification/attachments.ts'
import { verifyPdf } from '#main/report/verification/verify-pdf.ts'
import { documentOf } from '#test/generators/exchange.ts'
import { shippedRun } from '#test/generators/shipped-run.ts'
import { flipped } from '../fixtures/pdf/byte-edits.ts'
import { inFolder, runTool } from '../fixtures/pdf/outside-tools.ts'
import { holeOf } from '../fixtures/pdf/signed-report.ts'
import { resourcesDirectory } from '../golden/report-case.ts'

const signedAt = new Date('2026-11-22T12:30:00.000Z')
const identity = createSignerIdentity({
  name: 'Sina Signer',
  role: 'Head of security',
  organization: 'Sensor Works',
  now: signedAt,
  validityYears: 5,
})
const keys = { certificate: identity.certificateDer, privateKey: identity.privateKeyPkcs8 }
const words = { notes: ['Seen.'], jewelNames: ['Design files'], rationale: 'It is worth it.', conditions: [], thirdParty: 'Lens SARL' }
const tierWords = { low: 'Low', moderate: 'Moderate', high: 'High', critical: 'Critical' }

async function sign(input: ScoreInput): Promise<Uint8Array> {
  return (
    await produceSignedPdf({
      document: documentOf(input, words),
      pack: input.pack,
      place: { resourcesDirectory, reportLanguage: 'en' },
      keys,
    })
  ).pdf
}

/** The assessment inside the PDF, from the signed revision. */
function attached(pdf: Uint8Array): AssessmentDocument {
  const read = readAttachment(pdf, 'assessment.json')
  if (!read.ok || !read.isFromSignedRevision) throw new Error('The report carries no assessment.')
  return AssessmentDocument.parse(JSON.parse(Buffer.from(read.bytes).toString('utf8')))
}

function firstPageOf(pdf: Uint8Array): string {
  return inFolder((place) => {
    const out = place('report.txt')
    expect(runTool('pdftotext', ['-l', '1', '-enc', 'UTF-8', place('report.pdf', pdf), out])).toMatchObject({ exitCode: 0 })
    return readFileSync(out, 'utf8')
  })
}

describe('invariant 25: a signed report', () => {
  let file: Uint8Array
  const [sample] = fc.sample(shippedRun, { numRuns: 1, seed: 25 })

  beforeAll(async () => {
    if (sample === undefined) throw new Error('one run was asked for')
    file = await sign(sample)
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

  test('states one tier on paper, in its data and from the method', async () => {
    for (const input of fc.sample(shippedRun, { numRuns: 12, seed: 26 })) {
      const pdf = await sign(input)
      const { result } = attached(pdf)
      const fresh = score(input)
      expect(canonicalize(result)).toBe(canonicalize(fresh))
      const [, printed] = /RISK TIER[^]*?\b(Low|Moderate|High|Critical)\b/u.exec(firstPageOf(pdf)) ?? []
      expect(printed).toBe(tierWords[fresh.tier.worst])
    }
  }, 600_000)
})
