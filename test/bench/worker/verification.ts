// Checking the signature of a large report, beside hashing its bytes once.
import { createHash } from 'node:crypto'
import { judgePdf } from '#main/features/reports/verdict.ts'
import { verifyPdf } from '#main/report/verification/verify-pdf.ts'
import { inTurn, type Samples, timed } from '../samples.ts'
import { sidesOf } from './report.ts'

const known = { knownCertificates: [], now: new Date('2026-11-22T10:00:00.000Z') }

/** Milliseconds of every signature check on a signed portfolio of about 11 MB, and of one SHA-256 over it. */
export async function measureVerification(what: 'signature' | 'whole', runs: number): Promise<Samples> {
  const pdf = await (await sidesOf('portfolio of 300 pages')).produce()
  const check = {
    signature: () => verifyPdf(pdf, known),
    whole: () => judgePdf(pdf, { ...known, findPack: () => undefined, isKeptHere: null }),
  }[what]
  if (verifyPdf(pdf, known).integrity.state !== 'intact') throw new Error('The report to check is not intact.')
  return inTurn(
    runs,
    () => timed(check),
    () => timed(() => createHash('sha256').update(pdf).digest()),
  )
}
