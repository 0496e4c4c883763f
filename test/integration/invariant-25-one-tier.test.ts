// Invariant 25, second half: the tier is the same on paper, in the attached data and from the method.
import { readFileSync } from 'node:fs'
import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AssessmentDocument } from '#shared/domain/assessment-document.ts'
import { score } from '#shared/scoring/score.ts'
import { readAttachment } from '#main/report/verification/attachments.ts'
import { shippedRun } from '#test/generators/shipped-run.ts'
import { inFolder, runTool } from '../fixtures/pdf/outside-tools.ts'
import { signRun } from '../fixtures/pdf/signed-run.ts'

const tierWords = { low: 'Low', moderate: 'Moderate', high: 'High', critical: 'Critical' }

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
  test('states one tier on paper, in its data and from the method', async () => {
    for (const input of fc.sample(shippedRun, { numRuns: 12, seed: 26 })) {
      const pdf = await signRun(input)
      const { result } = attached(pdf)
      const fresh = score(input)
      expect(canonicalize(result)).toBe(canonicalize(fresh))
      const [, printed] = /RISK TIER[^]*?\b(Low|Moderate|High|Critical)\b/u.exec(firstPageOf(pdf)) ?? []
      expect(printed).toBe(tierWords[fresh.tier.worst])
    }
  }, 600_000)
})
