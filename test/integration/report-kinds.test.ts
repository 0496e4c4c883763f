// The portfolio and the programme as PDF: archival, accessible, with their data inside, in extreme sizes, and no text as markup.
import { readFileSync } from 'node:fs'
import canonicalize from 'canonicalize'
import { describe, expect, test } from 'vitest'
import { PortfolioDocument } from '#shared/domain/portfolio-document.ts'
import { ProgrammeDocument } from '#shared/domain/programme-document.ts'
import { AssessmentDocument } from '#shared/domain/assessment-document.ts'
import { plainLook } from '#shared/domain/report-look.ts'
import { buildReportModel } from '#main/report/model.ts'
import { buildPortfolioModel } from '#main/report/model/portfolio/build.ts'
import { buildProgrammeModel } from '#main/report/model/programme/build.ts'
import { type RenderedReport, renderPages } from '#main/report/render.ts'
import { createReportCompiler } from '#main/report/report-compiler.ts'
import { readAttachment } from '#main/report/verification/attachments.ts'
import { inFolder, runTool } from '../fixtures/pdf/outside-tools.ts'
import { portfolioCase } from '../golden/portfolio-case.ts'
import { programmeCase } from '../golden/programme-case.ts'
import { frozenPack, fullCase, resourcesDirectory, shippedPack } from '../golden/report-case.ts'

const compiler = createReportCompiler(resourcesDirectory)
const pack = shippedPack()

function portfolio(document: PortfolioDocument, paper: 'a4' | 'letter' = 'a4'): RenderedReport {
  const model = buildPortfolioModel(document, { words: compiler.words, chosen: { look: { ...plainLook, paper }, logo: null } })
  return renderPages({ template: 'portfolio', model, attachment: { name: 'portfolio.json', content: document } }, compiler)
}

function programme(document: ProgrammeDocument, paper: 'a4' | 'letter' = 'a4'): RenderedReport {
  const model = buildProgrammeModel(document, pack, { ...compiler, chosen: { look: { ...plainLook, paper }, logo: null } })
  return renderPages({ template: 'programme', model, attachment: { name: 'programme.json', content: document } }, compiler)
}

function textOf(pdf: Uint8Array, ...options: string[]): string {
  return inFolder((place) => {
    const out = place('report.txt')
    expect(runTool('pdftotext', [...options, '-enc', 'UTF-8', place('report.pdf', pdf), out])).toMatchObject({ exitCode: 0 })
    return readFileSync(out, 'utf8')
  })
}

/** Every typed text of a value replaced; what has a form of its own (ids, days, hashes, codes, words of a list) stays. */
function typedEverywhere(value: unknown, typed: (length: number) => string): unknown {
  const isForm = (text: string) =>
    /^[0-9a-f-]{8,}$|^\d{4}-\d\d-\d\d|^[A-Z]{2}(-\d\d)?$|^[a-z0-9.-]+$|^\d+\.\d+\.\d+$|^[A-DU]$|^1000-or-more$|^gatehouse\./.test(text)
  if (typeof value === 'string') return value === '' || isForm(value) || value === 'Gatehouse' ? value : typed(value.length)
  if (Array.isArray(value)) return value.map((item) => typedEverywhere(item, typed))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, typedEverywhere(item, typed)]))
}

const markup = '#panic("x") #read("/etc/passwd") $x$ @y <z> \\ *b* _i_ `c` [d] //e'
const hostile = `${markup} \u202Eevil\u202C 你好 مرحبا שלום 😀`

/** Whether every word lies inside the page, with its margins. */
function staysInside(pdf: Uint8Array): void {
  const boxes = textOf(pdf, '-bbox')
  const numbers = (name: string) => [...boxes.matchAll(new RegExp(`${name}="([\\d.]+)"`, 'g'))].map((match) => Number(match[1]))
  expect(Math.max(...numbers('xMax'))).toBeLessThan(595 - 50)
  expect(Math.min(...numbers('xMin'))).toBeGreaterThan(50)
  expect(Math.max(...numbers('yMax'))).toBeLessThan(842 - 20)
}

describe.each([
  ['portfolio', () => portfolio(portfolioCase(24)), portfolioCase(24)],
  ['programme', () => programme(programmeCase(pack)), programmeCase(pack)],
] as const)('the %s', (name, print, document) => {
  const report = print()

  test('is PDF/A-3a, tagged, sound, passes the PDF/UA checks and carries its data', () => {
    inFolder((place) => {
      const path = place('report.pdf', report.pdf)
      expect(runTool('pdfinfo', [path]).text).toMatch(/Tagged:\s+yes/)
      expect(runTool('qpdf', ['--check', path]).exitCode).toBe(0)
    })
    expect(report).toMatchObject({ passesPdfUa: true, warnings: [] })
    const attached = readAttachment(report.pdf, `${name}.json`)
    expect(attached.ok && Buffer.from(attached.bytes).toString('utf8')).toBe(canonicalize(document))
  })
})

describe('typed text', () => {
  test.each(['a4', 'letter'] as const)('is printed and never run in a portfolio, and keeps to its page: %s', (paper) => {
    const typed = typedEverywhere(portfolioCase(9), (length) => [...hostile].slice(0, Math.max(60, length)).join(''))
    const report = portfolio(PortfolioDocument.parse(typed), paper)
    expect(report.passesPdfUa).toBe(true)
    const text = textOf(report.pdf, '-raw').replaceAll(/\s+/g, '')
    expect(text.split('#panic("x")#read("/etc/passwd")').length).toBeGreaterThan(20)
    expect(text).not.toContain('root:x:0:0')
  })

  test.each([
    ['W', 120],
    ['W', 20],
    ['W', 11],
    ['界', 120],
    ['م', 120],
  ] as const)('without a space keeps to the pages of a portfolio: %s, %i times', (character, length) => {
    staysInside(portfolio(PortfolioDocument.parse(typedEverywhere(portfolioCase(9), () => character.repeat(length)))).pdf)
  })

  test('is printed and never run in a programme, and keeps to its page', () => {
    const whole = programmeCase(pack)
    const { organization, crownJewels, answers, treatments } = ProgrammeDocument.parse({
      ...whole,
      organization: { ...whole.organization, name: hostile, activity: hostile },
      crownJewels: typedEverywhere(whole.crownJewels, () => hostile),
      answers: whole.answers.map((answer) => ({ ...answer, note: hostile })),
      treatments: whole.treatments.map((treatment) => ({ ...treatment, action: hostile, ownerName: hostile })),
    })
    const report = programme(programmeCase(pack, 'mixed', { organization, crownJewels, answers, treatments }))
    expect(report.passesPdfUa).toBe(true)
    const text = textOf(report.pdf, '-raw').replaceAll(/\s+/g, '')
    expect(text.split('#panic("x")#read("/etc/passwd")').length).toBeGreaterThan(20)
    expect(text).not.toContain('root:x:0:0')
    const long = 'W'.repeat(200)
    const wide = { ...organization, name: long }
    staysInside(
      programme(
        programmeCase(pack, 'bad', {
          organization: wide,
          crownJewels: crownJewels.map((jewel) => ({ ...jewel, name: long, ownerName: long })),
        }),
      ).pdf,
    )
  })

  test('beside the answers of an assessment is printed and never run, however long it is', () => {
    const small = frozenPack()
    const whole = fullCase(small)
    const long = (length: number) => `${hostile} ${'W'.repeat(length)}`.slice(0, length)
    const document = AssessmentDocument.parse({
      ...whole,
      supersedes: { ...whole.supersedes, reason: long(2_000) },
      comments: whole.comments.map((comment) => ({ ...comment, text: long(2_500), saidBy: long(200) })),
      evidenceFiles: whole.evidenceFiles.map((file) => ({ ...file, fileName: long(255), description: long(300) })),
      manualFindings: whole.manualFindings.map((finding) => ({
        ...finding,
        title: long(300),
        detail: long(4_000),
        firstStep: long(1_000),
      })),
      treatments: whole.treatments.map((treatment) => ({ ...treatment, action: long(2_000), ownerName: long(200) })),
      reviews: whole.reviews.map((review) => ({ ...review, reviewerName: long(200), note: long(3_000) })),
    })
    const model = buildReportModel(document, small, compiler)
    const report = renderPages({ template: 'assessment', model, attachment: { name: 'assessment.json', content: document } }, compiler)
    expect(report.passesPdfUa).toBe(true)
    staysInside(report.pdf)
    const text = textOf(report.pdf, '-raw').replaceAll(/\s+/g, '')
    expect(text.split('#panic("x")#read("/etc/passwd")').length).toBeGreaterThan(15)
  })
})

describe('extreme cases', () => {
  const pageOf = (pdf: Uint8Array, number: number) => textOf(pdf, '-f', `${number}`, '-l', `${number}`)

  test.each([0, 1])('a portfolio of %i third parties begins with one page for the director', (count) => {
    const { pdf } = portfolio(portfolioCase(count), 'letter')
    expect(pageOf(pdf, 1)).toContain('The last page says how to check this file.')
    expect(pageOf(pdf, 2)).toContain('All third parties')
  })

  test('ten times the third parties take no more than fifteen times the work', () => {
    const worked = (count: number) => {
      const document = portfolioCase(count)
      // Nothing remembered from an earlier report.
      compiler.typst.evictCache(0)
      // Work of this process alone: the clock on the wall also counts what else the machine does.
      const before = process.cpuUsage()
      const { pdf } = portfolio(document)
      const { user, system } = process.cpuUsage(before)
      return { pdf, workMs: (user + system) / 1_000 }
    }
    const small = Math.min(...[30, 30, 30].map((count) => worked(count).workMs))
    const large = worked(300)
    expect(large.workMs / small).toBeLessThan(15)
    expect(pageOf(large.pdf, 2)).toContain('All third parties')
  })

  test.each(['good', 'bad', 'blank'] as const)('a programme of which everything is %s begins with one page for the director', (mood) => {
    const { pdf, passesPdfUa } = programme(programmeCase(pack, mood), 'letter')
    expect(passesPdfUa).toBe(true)
    expect(pageOf(pdf, 1)).toContain('The last page says how to check this file.')
    expect(pageOf(pdf, 2)).toContain('About the organization')
  })
})
