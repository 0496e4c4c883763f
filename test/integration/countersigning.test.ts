// Several signers of one report: prepared places are signed one by one, and whatever else comes with a further signature is refused.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { findStampPlace } from '#main/report/signing/add-timestamp.ts'
import { countersignPdf } from '#main/report/signing/countersign-pdf.ts'
import { appendUpdate } from '#main/report/signing/incremental-update.ts'
import { createInMemorySignBackend } from '#main/report/signing/sign-backend.ts'
import { createSignerIdentity } from '#main/report/signing/signer-identity.ts'
import { openPdf } from '#main/report/verification/pdf-document.ts'
import { verifyPdf } from '#main/report/verification/verify-pdf.ts'
import { attackCorpus, codesOf } from '#test/fixtures/pdf/attacks.ts'
import { fillingAttacks, forged } from '#test/fixtures/pdf/attacks-after-filling.ts'
import { flipped, joined } from '#test/fixtures/pdf/byte-edits.ts'
import { inFolder, runTool } from '#test/fixtures/pdf/outside-tools.ts'
import { FACTS, holeOf, PLACE, signed, testIdentity } from '#test/fixtures/pdf/signed-report.ts'
import { SIGNED_AT, typstReport } from '#test/fixtures/pdf/typst-report.ts'
import { stampedFile } from '#test/fixtures/timestamps/stamped-file.ts'

const OPTIONS = { knownCertificates: [], now: SIGNED_AT }
const FURTHER = [{ description: 'Signature of the reviewer' }, { description: 'Signature of the client' }]
const [assessor, reviewer, client] = [testIdentity('Ada Byron'), testIdentity('Grace Hopper'), testIdentity('Client Ltd')]
let first: Uint8Array
let second: Uint8Array
let third: Uint8Array

async function countersigned(file: Uint8Array, identity = reviewer, name = 'Grace Hopper'): Promise<Uint8Array> {
  const facts = { ...FACTS, name, reason: 'I agree with this assessment.' }
  const result = await countersignPdf(file, { signer: createInMemorySignBackend(identity), facts })
  if (!result.ok) throw new Error(`${result.code}: ${result.detail}`)
  return result.pdf
}

beforeAll(async () => {
  first = await signed(typstReport(), assessor, { widget: PLACE, furtherFields: FURTHER, claimsPdfUa: true })
  second = await countersigned(first)
  third = await countersigned(second, client, 'Client Ltd')
})

describe('a report for three signers', () => {
  test('is certified for signing in the prepared places only', () => {
    const verdict = verifyPdf(first, OPTIONS)
    expect(verdict).toMatchObject({ isIntactAndUnchanged: true, changesAfter: { state: 'none' }, openFields: ['Signature2', 'Signature3'] })
    expect(verdict.signatures[0]).toMatchObject({ certification: 'form-filling', baselineDeviations: [] })
  })

  test('keeps every byte of the earlier signers, and says who signed in which order', () => {
    expect(Buffer.compare(second.subarray(0, first.length), first)).toBe(0)
    expect(Buffer.compare(third.subarray(0, second.length), second)).toBe(0)
    const verdict = verifyPdf(third, OPTIONS)
    expect(verdict).toMatchObject({ isIntactAndUnchanged: true, changesAfter: { state: 'further-signatures', count: 2 }, openFields: [] })
    expect(verdict.signatures.map(({ signer }) => signer?.subjectName)).toEqual(['Ada Byron', 'Grace Hopper', 'Client Ltd'])
    expect(verdict.signatures.map(({ baselineDeviations }) => baselineDeviations)).toEqual([[], [], []])
    expect(verifyPdf(second, OPTIONS)).toMatchObject({ changesAfter: { count: 1 }, openFields: ['Signature3'] })
  })

  test('has no place for a fourth signer', async () => {
    const signing = { signer: createInMemorySignBackend(client), facts: FACTS }
    expect(await countersignPdf(third, signing)).toMatchObject({ ok: false, code: 'no-open-field' })
    expect(await countersignPdf(await signed(typstReport(), assessor), signing)).toMatchObject({ ok: false, code: 'no-open-field' })
  })

  test.each([
    ['not-intact', () => flipped(first, 200, 1), {}],
    ['not-intact', () => typstReport(), {}],
    ['facts-invalid', () => first, { name: '' }],
    ['certificate-expired', () => first, { signedAt: new Date('2040-01-01T00:00:00Z') }],
  ])('is not countersigned with %s', async (code, file, change) => {
    const signing = { signer: createInMemorySignBackend(client), facts: { ...FACTS, ...change } }
    expect(await countersignPdf(file(), signing)).toMatchObject({ ok: false, code })
  })

  test('is accepted by pdfsig and qpdf', () => {
    const [signatures, syntax] = inFolder((at) => {
      const path = at('three.pdf', third)
      return [runTool('pdfsig', [path]).text, runTool('qpdf', ['--check', path])]
    })
    expect(signatures.match(/Signature is Valid/g)).toHaveLength(3)
    expect(signatures.match(/Total document signed/g)).toHaveLength(1)
    expect(syntax).toMatchObject({ exitCode: 0 })
  })

  test('works on a file with cross-reference streams, and when the first signature is not visible', async () => {
    const packed = inFolder((at) => {
      runTool('qpdf', ['--object-streams=generate', at('in.pdf', typstReport()), at('out.pdf')])
      return Uint8Array.from(readFileSync(at('out.pdf')))
    })
    const inStreams = await countersigned(await signed(packed, assessor, { widget: PLACE, furtherFields: FURTHER }))
    expect(openPdf(inStreams).sections.every(({ isStream }) => isStream)).toBe(true)
    expect(verifyPdf(inStreams, OPTIONS)).toMatchObject({ isIntactAndUnchanged: true, changesAfter: { count: 1 } })
    const invisible = await signed(typstReport(), assessor, { furtherFields: [{ description: 'Signature of the client' }] })
    expect(verifyPdf(await countersigned(invisible), OPTIONS)).toMatchObject({ isIntactAndUnchanged: true, changesAfter: { count: 1 } })
  })

  test('can be stamped at the last signature only', async () => {
    const now = new Date(Math.floor(Date.now() / 1000) * 1000)
    const facts = { ...FACTS, signedAt: now }
    const own = createSignerIdentity({ name: 'Ada Byron', now, validityYears: 1 })
    const base = await signed(typstReport(), own, { facts, furtherFields: FURTHER })
    const more = await countersignPdf(base, { signer: createInMemorySignBackend(own), facts })
    const file = more.ok ? more.pdf : base
    expect(findStampPlace(file)?.contents.start).toBeGreaterThan(base.length)
    const verdict = verifyPdf(stampedFile(file).pdf, { ...OPTIONS, now })
    expect(verdict).toMatchObject({ isIntactAndUnchanged: true, changesAfter: { state: 'further-signatures' } })
    expect(verdict.signatures.map(({ timestamp }) => timestamp.state)).toEqual(['none', 'sound'])
  })
})

describe('what may come after the first signature', () => {
  test('is a signature that another program of ours could have made, with sound cryptography', async () => {
    expect(verifyPdf(await forged(first, reviewer), OPTIONS)).toMatchObject({ isIntactAndUnchanged: true, changesAfter: { count: 1 } })
  })

  test('is nothing else: every forgery is refused, in the second place and in the third', async () => {
    for (const file of [first, second]) {
      const attacks = await fillingAttacks(file, client)
      expect(attacks.length).toBeGreaterThanOrEqual(30)
      const missed = attacks.filter((attack) => {
        const verdict = verifyPdf(attack.file, OPTIONS)
        return verdict.isIntactAndUnchanged || verdict.openFields.length > 0 || codesOf(verdict).length < 2
      })
      expect(missed.map(({ name }) => name)).toEqual([])
    }
  })

  test('is nothing once the last signer has closed the document, not even a place that was left out', async () => {
    const closed = await forged(first, client, { place: 1 })
    expect(verifyPdf(closed, OPTIONS)).toMatchObject({ isIntactAndUnchanged: true, changesAfter: { count: 1 } })
    const late = verifyPdf(await forged(closed, reviewer), OPTIONS)
    expect(late.isIntactAndUnchanged).toBe(false)
    expect(JSON.stringify(late.changesAfter)).toContain('after the one that closed the document')
    expect(verifyPdf(appendUpdate(openPdf(third), []).bytes, OPTIONS).isIntactAndUnchanged).toBe(false)
  })

  test('is not what the whole attack corpus does to a report that permits signing', () => {
    const missed = attackCorpus(first).filter((attack) => verifyPdf(attack.file, OPTIONS).isIntactAndUnchanged)
    expect(missed.map(({ name }) => name)).toEqual([])
  })

  test('is refused in a report that permits no change', async () => {
    const final = await signed(typstReport(), assessor, { widget: PLACE })
    const fieldless = await signed(typstReport(), assessor, { widget: PLACE, furtherFields: FURTHER })
    const tail = (await countersigned(fieldless)).subarray(fieldless.length)
    expect(verifyPdf(joined(final, tail), OPTIONS).isIntactAndUnchanged).toBe(false)
  })

  test('breaks with any byte changed, in any of the three revisions', () => {
    const holes = [first, second, third].map((file) => holeOf(file)).map(({ start, end }) => [start, end] as const)
    const isPadding = (at: number) => holes.some(([start, end]) => at > start && at < end) || isInAnyHole(at)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: third.length - 1 }), fc.constantFrom(1, 4, 32), (at, mask) => {
        if (!isPadding(at)) expect(verifyPdf(flipped(third, at, mask), OPTIONS).isIntactAndUnchanged).toBe(false)
      }),
      { numRuns: 300 },
    )
  })
})

/** Inside any of the three signature values, whose padding and value are tried elsewhere. */
function isInAnyHole(at: number): boolean {
  const text = Buffer.from(third).toString('latin1')
  return [...text.matchAll(/\/Contents (<[0-9a-f]{1000,}>)/g)].some(
    ({ index, 1: token }) => at > index + 9 && at < index + 10 + (token?.length ?? 0),
  )
}
