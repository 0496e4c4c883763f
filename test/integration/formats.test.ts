// A signed assessment in other formats, each opened again by a reader that knows nothing of how it was written.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import type { ExportFormat } from '#shared/contract/exports.ts'
import { AssessmentDocument } from '#shared/domain/assessment-document.ts'
import { QuestionId } from '#shared/domain/ids.ts'
import { RedactedDocument } from '#shared/exchange/redacted-document.ts'
import { openXlsx } from '#main/features/import/xlsx-package.ts'
import { readSheetTable } from '#main/features/import/xlsx-table.ts'
import { readWorkbook } from '#main/features/import/xlsx-workbook.ts'
import { startWithExample, startWithSignedExample } from '../support/example.ts'
import { temporaryFolder } from '../support/vault-place.ts'

/** Runs a program of this machine and returns what it prints. */
const printed = (program: string, ...args: string[]) => execFileSync(program, args, { encoding: 'utf8', maxBuffer: 50_000_000 })

type Signed = Awaited<ReturnType<typeof startWithSignedExample>>

async function written(session: Pick<Signed, 'do' | 'grant' | 'report'>, format: ExportFormat): Promise<string> {
  const path = join(temporaryFolder(), `copy.${format}`)
  await session.do('exports.save', { reportId: session.report.id, format, handle: session.grant(path) })
  return path
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const readCsv = (path: string): string[][] => parse(readFileSync(path, 'utf8'), { bom: true })

async function readSheets(path: string): Promise<{ name: string; rows: readonly (readonly string[])[] }[]> {
  const zip = await openXlsx(readFileSync(path))
  const workbook = await readWorkbook(zip)
  const tables = workbook.sheets.map(async (sheet) => ({
    name: sheet.name,
    rows: (await readSheetTable(zip, workbook, sheet)).rows.map(({ cells }) => cells),
  }))
  return Promise.all(tables)
}

/** A row without the empty cells at its end, which a workbook does not store. */
const withoutTail = (row: readonly string[]) => row.slice(0, row.findLastIndex((text) => text !== '') + 1)

/** Paragraphs of a Word document with the style of each. */
async function readParagraphs(path: string): Promise<{ style: string; text: string }[]> {
  const zip = await openXlsx(readFileSync(path))
  const paragraphs: { style: string; text: string }[] = []
  await zip.parse('word/document.xml', {
    open: (element, attributes) => {
      if (element === 'p') paragraphs.push({ style: '', text: '' })
      const last = paragraphs.at(-1)
      if (element === 'pStyle' && last) last.style = attributes['w:val'] ?? ''
    },
    close: () => undefined,
    text: (piece) => {
      const last = paragraphs.at(-1)
      if (last) last.text += piece
    },
  })
  return paragraphs
}

/** The partner's example, with what the partner says to the first answer that leaves a gap. */
async function signedWithComment(text: string) {
  const started = await startWithExample('partner')
  const assessmentId = started.assessment.id
  const { result } = await started.do('assessments.read', { id: assessmentId })
  const questionId = result.findings.find((one) => one.questionId !== null)?.questionId
  const comment = { text, saidBy: 'Mara Quist', saidOn: '2026-11-20' }
  await started.do('answerContext.comment', { assessmentId, questionId: QuestionId.parse(questionId), comment })
  await started.do('decision.save', { assessmentId, decision: started.input.decision })
  const { report } = await started.do('reports.sign', { assessmentId, signerId: started.signer.id })
  return { ...started, report }
}

describe('a signed assessment', () => {
  test('is the same in every format: as JSON to the byte, as CSV, as a workbook and as a Word document to the finding', async () => {
    const session = await startWithSignedExample('supplier')
    const document = AssessmentDocument.parse(readJson(await written(session, 'json')))
    const pdf = join(temporaryFolder(), 'report.pdf')
    await session.do('reports.saveCopy', { reportId: session.report.id, handle: session.grant(pdf) })
    const attached = join(dirname(pdf), 'attached.json')
    printed('pdfdetach', '-save', '1', '-o', attached, pdf)
    expect(readFileSync(await written(session, 'json'))).toEqual(readFileSync(attached))

    const [head = [], ...rows] = readCsv(await written(session, 'csv'))
    expect(head.slice(0, 4)).toEqual(['No.', 'Id', 'Part', 'Finding'])
    const found = new Set(rows.map((row) => row[1]))
    expect(document.result.findings.filter(({ id }) => !found.has(id))).toEqual([])
    expect(rows.slice(-document.decision.conditions.length).map((row) => row[3])).toEqual(document.decision.conditions)

    const [plan, answers, about] = await readSheets(await written(session, 'xlsx'))
    expect(plan?.rows.map(withoutTail)).toEqual(readCsv(await written(session, 'csv')).map(withoutTail))
    expect(answers?.rows.slice(1).map(([id]) => id)).toEqual(document.result.shown)
    expect(about?.rows.flat()).toContain(document.assessmentId)

    const paragraphs = await readParagraphs(await written(session, 'docx'))
    const styled = (style: string) => paragraphs.filter((one) => one.style === style).map(({ text }) => text)
    expect(styled('Heading1')).toEqual(['Summary', 'Findings and plan', 'Answers', 'Sources'])
    expect(styled('Heading3').length).toBeGreaterThanOrEqual(document.result.findings.length)
    const texts = new Set(paragraphs.map(({ text }) => text))
    expect(document.answers.filter(({ questionId }) => document.result.shown.includes(questionId) && !texts.has(questionId))).toEqual([])
  })

  test('as OSCAL ties every finding to an observation and a risk, and is the same each time', async () => {
    const session = await signedWithComment('We disagree.\n\n The register was sent in March. ')
    const text = readFileSync(await written(session, 'oscal-results'), 'utf8')
    expect(readFileSync(await written(session, 'oscal-results'), 'utf8')).toBe(text)
    const [result] = JSON.parse(text)['assessment-results'].results
    const ids = (items: readonly { uuid: string }[]) => new Set(items.map(({ uuid }) => uuid))
    const [observations, risks] = [ids(result.observations), ids(result.risks)]
    for (const finding of result.findings) {
      expect(observations).toContain(finding['related-observations'][0]['observation-uuid'])
      expect(risks).toContain(finding['related-risks'][0]['risk-uuid'])
    }
    expect(observations.size).toBe(result.findings.length)
    const plan = JSON.parse(readFileSync(await written(session, 'oscal-plan'), 'utf8'))['plan-of-action-and-milestones']
    expect(plan['poam-items']).toHaveLength(result.findings.length)
    expect(JSON.stringify([result, plan])).not.toMatch(/":""|":" |":\[\]/)
    // NIST's pattern for the value of a property: one line without blanks at its ends.
    const properties = [result, plan].flatMap(({ risks }) => risks.flatMap(({ props = [] }) => props))
    expect(properties.filter(({ value }) => !/^\S(.*\S)?$/.test(value))).toEqual([])
    expect(properties.filter(({ value }) => value === 'We disagree. The register was sent in March.')).toHaveLength(2)
  })

  test('is refused in another format when the report is gone, and leaves no half file on a place it may not write', async () => {
    const session = await startWithSignedExample('investor')
    const handle = session.grant(join(temporaryFolder(), 'no-such-folder', 'copy.docx'))
    const gone = await session.call('exports.save', { reportId: session.assessment.id, format: 'csv', handle })
    expect(gone).toMatchObject({ ok: false, fault: { code: 'not-found' } })
    const failed = await session.call('exports.save', { reportId: session.report.id, format: 'docx', handle })
    expect(failed).toMatchObject({ ok: false, fault: { code: 'place-not-writable' } })
    const pathOfVault = join(session.directory, 'report.docx')
    const inside = await session.call('exports.save', { reportId: session.report.id, format: 'docx', handle: session.grant(pathOfVault) })
    expect(inside).toMatchObject({ ok: false, fault: { code: 'place-not-writable' } })
    expect(existsSync(pathOfVault)).toBe(false)
  })
})

/** Typed where only the organization may read it: each must be nowhere in the third party's copy. */
const secrets = ['Quillon', 'Vantrel', 'Osmira', 'Pelldor', 'Zurenta', 'Mokhavi', 'Tarquess', '=Hexamoor()'] as const

async function signedWithSecrets() {
  const session = await startWithExample('supplier')
  const [note, reason, rationale, contact, activity, jewel, condition] = secrets
  await session.do('organization.save', { ...session.input.organization, contact, activity: `We make ${activity}.` })
  const { crownJewels } = await session.do('crownJewels.list', {})
  const [first] = crownJewels
  if (first === undefined) throw new Error('The example has no crown jewel.')
  await session.do('crownJewels.change', { ...first, name: `The ${jewel} recipe`, note: secrets[7] })
  const { answers } = await session.do('assessments.read', { id: session.assessment.id })
  const open = { value: { kind: 'unknown' as const }, evidenceGrade: 'U' as const }
  for (const questionId of ['AD-01', 'CJ-01', 'OW-05'].map((id) => QuestionId.parse(id))) {
    const {
      revision: baseRevision,
      savedAt: _,
      ...answer
    } = answers.find((one) => one.questionId === questionId) ?? { questionId, ...open, revision: 0, savedAt: '' }
    await session.do('answer.save', {
      assessmentId: session.assessment.id,
      baseRevision,
      answer: { ...answer, ...(questionId === 'OW-05' ? open : {}), note: `${note} and ${reason}` },
    })
  }
  const accepted = { response: 'accept', acceptedBy: 'Olga Board', acceptedUntil: '2099-01-01' } as const
  await session.do('treatments.save', {
    assessmentId: session.assessment.id,
    treatment: {
      finding: { kind: 'question', questionId: QuestionId.parse('OW-05') },
      ...accepted,
      action: 'Ask again in spring.',
      ownerName: 'Old Owner',
      dueOn: '2026-01-15',
      status: 'in-progress',
    },
  })
  const decision = { ...session.input.decision, rationale: `Because of ${rationale}.`, decidedBy: condition }
  await session.do('decision.save', { assessmentId: session.assessment.id, decision })
  const { report } = await session.do('reports.sign', { assessmentId: session.assessment.id, signerId: session.signer.id })
  return { ...session, report }
}

describe('the copy for the third party', () => {
  test('holds none of what was removed: not in its text, metadata, attachment or anywhere, and prints an open question as one', async () => {
    const session = await signedWithSecrets()
    const { leftOut } = await session.do('exports.redaction', { reportId: session.report.id })
    expect(leftOut).toContain('crown jewels')
    const path = await written(session, 'redacted-pdf')
    const plain = join(dirname(path), 'plain.pdf')
    printed('qpdf', '--qdf', '--object-streams=disable', path, plain)
    const attached = join(dirname(path), 'attached.json')
    printed('pdfdetach', '-save', '1', '-o', attached, path)
    const places = {
      text: printed('pdftotext', path, '-'),
      metadata: printed('pdfinfo', '-meta', path) + printed('pdfinfo', path),
      attachment: readFileSync(attached, 'utf8'),
      objects: readFileSync(plain, 'latin1'),
      json: readFileSync(await written(session, 'redacted-json'), 'utf8'),
    }
    const found = Object.entries(places).flatMap(([place, text]) =>
      [...secrets, session.signer.name]
        .filter((secret) => text.toLowerCase().includes(secret.toLowerCase()))
        .map((secret) => `${secret} in ${place}`),
    )
    expect(found).toEqual([])
    expect(readFileSync(path, 'latin1').match(/startxref/g)).toHaveLength(1)
    expect(RedactedDocument.parse(JSON.parse(places.attachment))).toEqual(RedactedDocument.parse(JSON.parse(places.json)))
    // The same search finds all of it in the report that was signed.
    const signed = readFileSync(await written(session, 'json'), 'utf8')
    expect(secrets.filter((secret) => !signed.includes(secret))).toEqual([])
    expect(places.text).toContain('Kestrel Sequencing Services Ltd')
    expect(places.text).toContain('What is left out')
    expect(places.text.replaceAll(/\s+/g, ' ')).toMatch(
      /gap and tier of the parts .*: Scope of the relationship; .*Restricted parties and conduct/,
    )

    const copy = printed('pdftotext', '-layout', path, '-')
    expect(copy).toMatch(/High floor · unresolved\s+OW-05\s+A holder of less than half can decide alone/)
    expect(copy).toContain('An unresolved flag is an open question')
    const [, ...rows] = readCsv(await written(session, 'csv'))
    expect(rows.find(([, id]) => id === 'OW-05')).toContainEqual(expect.stringMatching(/^High floor · unresolved: A holder of less/))
    expect(rows.find(([, id]) => id === 'OW-05')?.join('|')).toContain(
      '|Accept|Ask again in spring.|Old Owner||Accepted|Olga Board|2099-01-01|',
    )
    const paragraphs = await readParagraphs(await written(session, 'docx'))
    expect(paragraphs.map(({ text }) => text)).toContainEqual(
      'Response: Accept   Accepted by: Olga Board   Accepted until: 2099-01-01   Status: Accepted',
    )
    expect(paragraphs.map(({ text }) => text)).toContainEqual(expect.stringMatching(/^High floor · unresolved: A holder of less/))
    expect(paragraphs.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['What is done: Ask again in spring.', expect.stringMatching(/^Tier: /)]),
    )
  })
})
