// From an assessment to a PDF: archival, tagged, with its data inside, the same bytes everywhere, and no text as markup.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import canonicalize from 'canonicalize'
import { describe, expect, test } from 'vitest'
import { AssessmentDocument } from '#shared/domain/assessment-document.ts'
import { relationshipKinds } from '#shared/domain/relationship.ts'
import { plainLook } from '#shared/domain/report-look.ts'
import { buildReportModel } from '#main/report/model.ts'
import { renderReport } from '#main/report/render.ts'
import { createReportCompiler } from '#main/report/report-compiler.ts'
import { readAttachment } from '#main/report/verification/attachments.ts'
import { inFolder, runTool } from '../fixtures/pdf/outside-tools.ts'
import { reportCase, resourcesDirectory, shippedPack, type CaseChanges } from '../golden/report-case.ts'

const pack = shippedPack()
const compiler = createReportCompiler(resourcesDirectory)

/** Whether an independent validator accepts a value by the published schema. */
function isPublishedAssessment(value: unknown): boolean {
  const ajv = new Ajv2020({ strict: false })
  formats(ajv)
  const schema: unknown = JSON.parse(readFileSync(join(resourcesDirectory, 'schemas', 'assessment.schema.json'), 'utf8'))
  return ajv.validate(Object(schema), value)
}

function rendered(document: AssessmentDocument, paper: 'a4' | 'letter' = 'a4') {
  return renderReport(buildReportModel(document, pack, { ...compiler, chosen: { look: { ...plainLook, paper }, logo: null } }), document, {
    compiler,
  })
}

function textOf(pdf: Uint8Array, ...options: string[]): string {
  return inFolder((place) => {
    const out = place('report.txt')
    expect(runTool('pdftotext', [...options, '-enc', 'UTF-8', place('report.pdf', pdf), out])).toMatchObject({ exitCode: 0 })
    return readFileSync(out, 'utf8')
  })
}

const hostileMarkup =
  '#import "x.typ": * #read("/etc/passwd") $x^2$ @x <label> \\ *bold* _it_ `raw` [c] // c /* */ = H - l + e ~ -- #pagebreak() #panic("no")'
const hostileUnicode =
  'bidi \u202Eevil\u202C zero\u200Bwidth \uFEFF emoji 😀 你好世界 한국어 مرحبا שלום हिन्दी ไทย a\u05B0 \uE000 𠀀 \u0915\u094D\u0937'
const everything = `${hostileMarkup} ${hostileUnicode}`
const long = (length: number, character = 'W') => character.repeat(length)
const ids = {
  party: '3f1c9a40-52d7-4e0b-8c1e-9d2a7b6f5e11',
  signer: '3f1c9a40-52d7-4e0b-8c1e-9d2a7b6f5e12',
  jewel: '20000000-0000-4000-8000-000000000001',
}

/** Puts a text into every field that somebody types. */
function everywhere(text: string): CaseChanges {
  const cut = (length: number) => [...text].slice(0, length).join('')
  return {
    document: {
      organization: { name: cut(90), country: 'US', activity: cut(2000), contact: cut(90) },
      thirdParty: {
        id: ids.party,
        legalName: cut(150),
        nativeName: cut(150),
        registrationNumber: cut(50),
        country: 'DE',
        relationships: ['supplier'],
        note: text,
      },
      decision: { outcome: 'proceed-with-conditions', rationale: text, conditions: [cut(250), cut(40)], decidedBy: cut(90) },
      crownJewels: [{ id: ids.jewel, name: cut(90), impact: 4, note: cut(900) }],
      signer: {
        id: ids.signer,
        name: cut(60),
        role: cut(60),
        organization: cut(90),
        certificateSerial: '4f'.repeat(20),
        certificateSha256: '9'.repeat(64),
        validFrom: '2026-01-01T00:00:00.000Z',
        validTo: '2029-01-01T00:00:00.000Z',
      },
    },
    answers: {
      'PR-10': [{ kind: 'text', text }, 'A', text],
      'CJ-08': [{ kind: 'practice', choice: 'no' }, 'A', text],
      'IT-05': [{ kind: 'not-applicable', reason: cut(450), countersignedBy: cut(90) }, 'A', text],
      'OW-02': [{ kind: 'owners', owners: [{ name: cut(150), country: '', shareBp: 1, layer: 20 }] }, 'U', text],
    },
  }
}

describe.each(relationshipKinds)('the report on a %s', (relationship) => {
  const document = reportCase(pack, relationship)
  const report = rendered(document)

  test('is PDF/A-3a, tagged, sound, and its pages pass the PDF/UA checks', () => {
    inFolder((place) => {
      const path = place('report.pdf', report.pdf)
      expect(runTool('pdfinfo', [path]).text).toMatch(/Tagged:\s+yes/)
      expect(runTool('qpdf', ['--check', path]).exitCode).toBe(0)
      expect(runTool('pdfdetach', ['-list', path]).text).toContain('1: assessment.json')
    })
    expect(report).toMatchObject({ passesPdfUa: true, warnings: [] })
    const raw = Buffer.from(report.pdf).toString('latin1')
    expect(raw).toContain('<pdfaid:part>3</pdfaid:part>')
    expect(raw).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
  })

  test('carries the canonical JSON of the assessment, which reads back as the same assessment', () => {
    const attached = readAttachment(report.pdf, 'assessment.json')
    if (!attached.ok) throw new Error(attached.detail)
    const text = Buffer.from(attached.bytes).toString('utf8')
    expect(text).toBe(canonicalize(document))
    expect(AssessmentDocument.parse(JSON.parse(text))).toEqual(document)
    expect(isPublishedAssessment(JSON.parse(text))).toBe(true)
    expect(isPublishedAssessment({ ...JSON.parse(text), formatVersion: 99 })).toBe(false)
  })

  test('says on page one who, the decision, the tier, the driver and the flags', () => {
    const page = textOf(report.pdf, '-l', '1').replaceAll(/\s+/g, ' ')
    for (const part of [
      document.thirdParty.legalName,
      document.organization.name,
      'Proceed with conditions',
      'High in the best case, Critical in the worst',
      'Provisional',
      'Flags that matter',
      'Page 1 of',
    ]) {
      expect(page).toContain(part)
    }
  })

  test('prints every question that was asked with its id, and every revision', () => {
    const text = textOf(report.pdf)
    for (const id of document.result.shown) expect(text).toContain(id)
    expect(text.match(/rev\. \d/g)?.length).toBeGreaterThanOrEqual(document.answers.length)
  })

  test('draws the signature block on the last page, inside its margins', () => {
    const { signatureBlock: block, pageCount } = report
    expect(block.pageIndex).toBe(pageCount - 1)
    expect(block.leftPt).toBeGreaterThan(50)
    expect(block.leftPt + block.widthPt).toBeLessThan(595 - 50)
    expect(block.topPt + block.heightPt).toBeLessThan(842 - 60)
    const facts = inFolder(
      (place) =>
        runTool('pdftotext', [
          '-f',
          `${pageCount}`,
          '-l',
          `${pageCount}`,
          '-layout',
          '-r',
          '72',
          '-x',
          `${Math.floor(block.leftPt)}`,
          '-y',
          `${Math.floor(block.topPt)}`,
          '-W',
          `${Math.ceil(block.widthPt)}`,
          '-H',
          `${Math.ceil(block.heightPt)}`,
          place('report.pdf', report.pdf),
          '-',
        ]).text,
    )
    for (const fact of ['Rosa Lindqvist', 'Security officer', '22 November 2026, 09:30:15 UTC', '4f1c 09aa', '9b41 c07e'])
      expect(facts).toContain(fact)
    expect(facts).not.toContain('How to verify')
  })
})

describe('paper', () => {
  test('can be Letter', () => {
    const { pdf } = rendered(reportCase(pack, 'supplier'), 'letter')
    expect(inFolder((place) => runTool('pdfinfo', [place('report.pdf', pdf)]).text)).toMatch(/Page size:\s+612 x 792/)
  })
})

describe('text that somebody typed', () => {
  test('is printed letter by letter, never run as markup, in every field', () => {
    const document = reportCase(pack, 'supplier', everywhere(hostileMarkup))
    const text = textOf(rendered(document).pdf, '-raw').replaceAll(/\s+/g, '')
    expect(text.split(hostileMarkup.replaceAll(/\s+/g, '')).length - 1).toBeGreaterThanOrEqual(8)
    expect(text).not.toContain('root:x:0:0')
  })

  test('shows what hides or reorders text, and what no font has, as numbers; the data keeps the characters', () => {
    const document = reportCase(pack, 'supplier', everywhere(everything))
    const report = rendered(document)
    const text = textOf(report.pdf, '-raw').replaceAll(/\s+/g, '')
    for (const shown of ['‹U+202E›evil‹U+202C›', 'zero‹U+200B›width', '‹U+1F600›', '‹U+E000›', '‹U+20000›', '你好世界', '한국어'])
      expect(text).toContain(shown)
    expect(text).not.toMatch(/[\u202A-\u202E\u2066-\u2069]evil/)
    expect(report.passesPdfUa).toBe(true)
    expect(report.warnings).toContain('No bundled font can show ‹U+1F600›; it is spelled out on paper and unchanged in the attached data.')
    const attached = readAttachment(report.pdf, 'assessment.json')
    expect(attached.ok && Buffer.from(attached.bytes).toString('utf8')).toBe(canonicalize(document))
  })

  test.each([
    ['Latin', 'W'],
    ['Han', '界'],
    ['Arabic', 'م'],
    ['a mixture', 'W1-'],
  ])('breaks a word of 10,000 characters instead of leaving the page: %s', (_, character) => {
    const word = long(10_000, character).slice(0, 10_000)
    const report = rendered(reportCase(pack, 'supplier', everywhere(word)))
    const boxes = textOf(report.pdf, '-bbox')
    const right = [...boxes.matchAll(/xMax="([\d.]+)"/g)].map((match) => Number(match[1]))
    const left = [...boxes.matchAll(/xMin="([\d.]+)"/g)].map((match) => Number(match[1]))
    const bottom = [...boxes.matchAll(/yMax="([\d.]+)"/g)].map((match) => Number(match[1]))
    expect(Math.max(...right)).toBeLessThan(595 - 50)
    expect(Math.min(...left)).toBeGreaterThan(50)
    expect(Math.max(...bottom)).toBeLessThan(842 - 20)
    expect(report.passesPdfUa).toBe(true)
  })

  test('may be missing wherever it may be missing', () => {
    const report = rendered(
      reportCase(pack, 'supplier', {
        document: {
          organization: { name: 'A', country: '', activity: '', contact: '' },
          thirdParty: {
            id: ids.party,
            legalName: 'B',
            nativeName: '',
            registrationNumber: '',
            country: '',
            relationships: ['supplier'],
            note: '',
          },
          decision: { outcome: 'decline', rationale: '', conditions: [], decidedBy: 'C' },
          crownJewels: [],
        },
        answers: { 'CJ-05': [{ kind: 'jewels', jewelIds: [] }, 'A'] },
      }),
    )
    expect(report.passesPdfUa).toBe(true)
  })
})

describe('the same model', () => {
  const golden: unknown = JSON.parse(readFileSync(new URL('../golden/report.json', import.meta.url), 'utf8'))
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
  const scriptPath = (name: string) => new URL(`../golden/${name}`, import.meta.url).pathname

  /** Runs a script in a process of its own and returns the JSON that it prints. */
  function runScript(name: string, environment: Readonly<Record<string, string>>, ...args: readonly string[]): unknown {
    const settings = Object.entries(environment).map(([variable, value]) => `${variable}=${value}`)
    const run = runTool('env', [...settings, process.execPath, scriptPath(name), ...args])
    if (run.exitCode !== 0) throw new Error(run.text)
    return JSON.parse(run.text)
  }

  /** A font of another design under a family name of the same length as its own. */
  function renamedFont(family: string): Buffer {
    const font = readFileSync(join(resourcesDirectory, 'fonts', 'GatehouseMono-Regular.ttf'))
    const utf16 = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('latin1')
    return Buffer.from(font.toString('latin1').replaceAll(utf16('Gatehouse Mono'), utf16(family)), 'latin1')
  }

  test.each([
    ['far east, in Turkish', { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }],
    ['half an hour off, without a language', { TZ: 'America/St_Johns', LANG: 'C', LC_ALL: 'C' }],
  ])('gives the bytes on record in another process: %s', (_, environment) => {
    expect(runScript('print-report-hash.ts', environment)).toEqual(golden)
  })

  test('gives the bytes on record where the system has other fonts, even under our names', () => {
    inFolder((place) => {
      mkdirSync(place('fonts'))
      place('fonts/impostor.ttf', renamedFont('Gatehouse Sans'))
      place('fonts/visible.ttf', renamedFont('Detector Probe'))
      const environment = { XDG_DATA_HOME: place('.') }
      expect(runScript('knows-font.ts', environment, 'Detector Probe')).toBe(true)
      expect(runScript('knows-font.ts', {}, 'Detector Probe')).toBe(false)
      expect(runScript('print-report-hash.ts', environment)).toEqual(golden)
    })
  })

  test('gives the same bytes twice in one process', () => {
    const document = reportCase(pack, 'partner')
    const first = rendered(document)
    rendered(reportCase(pack, 'investor'))
    expect(sha256(rendered(document).pdf)).toBe(sha256(first.pdf))
  })
})

describe('a template that cannot be set', () => {
  test('is refused with Typst’s own words', () => {
    const broken = createReportCompiler(resourcesDirectory)
    broken.typst.addSource(join(broken.workspace, 'assessment.typ'), '#unknown-name')
    const document = reportCase(pack, 'supplier')
    expect(() => renderReport(buildReportModel(document, pack, broken), document, { compiler: broken })).toThrow(
      'The report could not be typeset: unknown variable: unknown-name',
    )
  })

  test('is refused when it breaks the archive rules', () => {
    const broken = createReportCompiler(resourcesDirectory)
    broken.typst.addSource(join(broken.workspace, 'assessment.typ'), '#text(font: "Gatehouse Sans", fallback: false)[😀]')
    const document = reportCase(pack, 'supplier')
    expect(() => renderReport(buildReportModel(document, pack, broken), document, { compiler: broken })).toThrow(
      /The report could not be written as PDF\/A-3a: .*could not be displayed/,
    )
  })

  test('that is silent about its signature block is refused', () => {
    const broken = createReportCompiler(resourcesDirectory)
    broken.typst.addSource(
      join(broken.workspace, 'assessment.typ'),
      '#set document(title: "x", date: datetime(year: 2026, month: 1, day: 1))\nx',
    )
    const document = reportCase(pack, 'supplier')
    expect(() => renderReport(buildReportModel(document, pack, broken), document, { compiler: broken })).toThrow()
  })

  test('and passes the archive rules but not those of PDF/UA says so', () => {
    const partial = createReportCompiler(resourcesDirectory)
    partial.typst.addSource(
      join(partial.workspace, 'assessment.typ'),
      '#set document(title: "x", date: datetime(year: 2026, month: 1, day: 1))\n#set text(font: "Gatehouse Sans")\n== Second level first\n#metadata((page: 1, left: 1.5, top: 1.5, width: 1.5, height: 1.5)) <signature-block>',
    )
    const document = reportCase(pack, 'supplier')
    const report = renderReport(buildReportModel(document, pack, partial), document, { compiler: partial })
    expect(report).toMatchObject({ passesPdfUa: false, warnings: [expect.stringContaining('the first heading must be of level 1')] })
  })
})
