// A thousand single changed bytes in a report of each kind, with several signers and with a time-stamp: none verifies, and the untouched file always does.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { plainLook } from '#shared/domain/report-look.ts'
import { buildPortfolioModel } from '#main/report/model/portfolio/build.ts'
import { buildProgrammeModel } from '#main/report/model/programme/build.ts'
import { buildReportModel } from '#main/report/model.ts'
import { type RenderedReport, type ReportPages, renderPages } from '#main/report/render.ts'
import { createReportCompiler } from '#main/report/report-compiler.ts'
import { countersignPdf } from '#main/report/signing/countersign-pdf.ts'
import { createInMemorySignBackend } from '#main/report/signing/sign-backend.ts'
import { createSignerIdentity } from '#main/report/signing/signer-identity.ts'
import { verifyPdf } from '#main/report/verification/verify-pdf.ts'
import { flipped } from '#test/fixtures/pdf/byte-edits.ts'
import { FACTS, signed } from '#test/fixtures/pdf/signed-report.ts'
import { typstReport } from '#test/fixtures/pdf/typst-report.ts'
import { stampedFile } from '#test/fixtures/timestamps/stamped-file.ts'
import { portfolioCase } from '../golden/portfolio-case.ts'
import { programmeCase } from '../golden/programme-case.ts'
import { frozenPack, fullCase, resourcesDirectory } from '../golden/report-case.ts'

const flips = 1_000
// openssl stamps by the clock of the machine.
const now = new Date(Math.floor(Date.now() / 1000) * 1000)
const OPTIONS = { knownCertificates: [], now }
const facts = { ...FACTS, signedAt: now }
const [first, second] = ['Ada Byron', 'Grace Hopper'].map((name) => createSignerIdentity({ name, now, validityYears: 1 }))
const furtherFont = readFileSync(join(resourcesDirectory, 'fonts', 'GatehouseMono-Regular.ttf'))
const compiler = createReportCompiler(resourcesDirectory)
const chosen = { look: plainLook, logo: null }
const carried: Uint8Array[] = []

function identity(one: typeof first) {
  if (one === undefined) throw new Error('No identity.')
  return one
}

const render = (pages: ReportPages): RenderedReport => renderPages(pages, compiler)
const signedPages = async (pages: ReportPages) => {
  const { pdf, signatureBlock, passesPdfUa } = render(pages)
  return signed(pdf, identity(first), { facts, widget: signatureBlock, claimsPdfUa: passesPdfUa })
}

const makers = {
  assessment: () => {
    const [pack, document] = [frozenPack(), fullCase(frozenPack())]
    const model = buildReportModel(document, pack, compiler)
    return signedPages({ template: 'assessment', model, attachment: { name: 'assessment.json', content: document } })
  },
  portfolio: () => {
    const document = portfolioCase(7)
    const model = buildPortfolioModel(document, { words: compiler.words, chosen })
    return signedPages({ template: 'portfolio', model, attachment: { name: 'portfolio.json', content: document } })
  },
  programme: () => {
    const [pack, document] = [frozenPack(), programmeCase(frozenPack())]
    const model = buildProgrammeModel(document, pack, compiler)
    return signedPages({ template: 'programme', model, attachment: { name: 'programme.json', content: document } })
  },
  'report for two signers': async () => {
    const place = { pageIndex: 1, leftPt: 70, topPt: 300, widthPt: 320, heightPt: 117 }
    const furtherFields = [{ description: 'Place for the signature of the client', place }]
    const file = await signed(typstReport(), identity(first), { facts, furtherFields, furtherFont })
    const result = await countersignPdf(file, { signer: createInMemorySignBackend(identity(second)), facts })
    return result.ok ? result.pdf : file
  },
  'stamped report': async () => {
    const file = await signed(typstReport(), identity(first), { facts })
    const { pdf, rootDer } = stampedFile(file)
    carried.push(rootDer)
    return pdf
  },
} as const

/** Pseudo-random numbers below 1, the same in every run (mulberry32). */
function* sequence(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    yield ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * Places of the certificates that a stamp carries beside that of its authority: no signature covers them. They may only lead to an
 * authority that is known already, which checks each of them.
 */
function carriedAlong(pdf: Uint8Array): readonly (readonly [from: number, to: number])[] {
  const text = Buffer.from(pdf).toString('latin1')
  return carried.flatMap((der) => {
    const at = text.indexOf(Buffer.from(der).toString('hex'))
    return at < 0 ? [] : [[at, at + der.length * 2] as const]
  })
}

/** Whether all is as in the untouched file: a stamp that no longer holds is said, and takes nothing away from the signature. */
function isAllWell(pdf: Uint8Array, stamps: readonly string[]): boolean {
  const { isIntactAndUnchanged, signatures } = verifyPdf(pdf, OPTIONS)
  return isIntactAndUnchanged && signatures.map(({ timestamp }) => timestamp.state).join() === stamps.join()
}

test.each([
  ['assessment', ['none']],
  ['portfolio', ['none']],
  ['programme', ['none']],
  ['report for two signers', ['none', 'none']],
  ['stamped report', ['sound']],
] as const)('a %s verifies untouched, and with none of a thousand bytes changed', async (kind, stamps) => {
  const file = await makers[kind]()
  expect(isAllWell(file, stamps)).toBe(true)
  const random = sequence(20261122)
  const along = carriedAlong(file)
  const places = Array.from({ length: flips }, () => {
    const [at, mask] = [Math.floor(random.next().value * file.length), 1 + Math.floor(random.next().value * 255)]
    const inside = along.find(([from, to]) => at >= from && at < to)
    return [inside === undefined ? at : inside[1], mask] as const
  })
  const survivors = places.filter(([at, mask]) => isAllWell(flipped(file, at, mask), stamps))
  expect(survivors).toEqual([])
  expect(isAllWell(file, stamps)).toBe(true)
})
