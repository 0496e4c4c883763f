// The report on the organization itself: gathered from its own answers, signed, kept, and scored as its attached data says.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { expect, test } from 'vitest'
import { ProgrammeDocument } from '#shared/domain/programme-document.ts'
import { scoreProgramme } from '#shared/scoring/programme.ts'
import { readAttachment } from '#main/report/verification/attachments.ts'
import { runTool } from '../fixtures/pdf/outside-tools.ts'
import { shippedPack } from '../golden/report-case.ts'
import { resourcesDirectory, startWithDraft } from '../support/engine-session.ts'
import { temporaryFolder } from '../support/vault-place.ts'

test('the programme report says what the organization answered about itself, with its gaps and its plan', async () => {
  const session = await startWithDraft()
  const { signer } = await session.do('signers.create', { name: 'Rosa Lindqvist', role: 'Security officer' })
  const order = { kind: 'programme', signerId: signer.id } as const
  expect(await session.call('reports.signOverview', order)).toMatchObject({ fault: { code: 'nothing-answered' } })

  const pack = shippedPack()
  const choices = { 'CJ-01': 'no', 'CJ-02': 'yes', 'CT-01': 'partly', 'IT-01': 'no', 'IT-05': 'yes' } as const
  for (const [questionId, choice] of Object.entries(choices)) {
    const answer = { questionId, value: { kind: 'practice', choice }, note: '', evidenceGrade: 'A' }
    expect(await session.call('organization.answer', { baseRevision: 0, answer })).toMatchObject({ ok: true })
  }
  const { report, verdict } = await session.do('reports.signOverview', order)
  expect(verdict).toMatchObject({ integrity: { state: 'intact' }, changes: { state: 'none' } })
  expect(report).toMatchObject({ kind: 'programme', assessmentId: null, subject: 'Brightwell Diagnostics, Inc.' })

  const path = join(temporaryFolder(), 'programme.pdf')
  await session.do('reports.saveCopy', { reportId: report.id, handle: session.grant(path) })
  expect(runTool('pdfsig', [path]).text).toContain('Signature is Valid')
  const attached = readAttachment(readFileSync(path), 'programme.json')
  if (!attached.ok) throw new Error(attached.detail)
  const json: unknown = JSON.parse(Buffer.from(attached.bytes).toString('utf8'))
  const document = ProgrammeDocument.parse(json)
  expect(document.answers.map(({ questionId }) => String(questionId))).toEqual(Object.keys(choices))
  expect(document.crownJewels).toMatchObject([{ name: 'Assay design', impact: 4, reachedBy: 0 }])
  expect(document.result).toEqual(scoreProgramme({ pack, asOf: document.asOf, answers: document.answers }))
  expect(document.result.flags.filter(({ state }) => state === 'fired').map(({ ruleId }) => ruleId)).toEqual(['CJ-01', 'IT-01'])
  const text = runTool('pdftotext', ['-layout', path, '-']).text
  for (const words of ['Programme report', 'The three steps', 'What to do first', 'Assay design', 'The plan']) expect(text).toContain(words)

  const ajv = new Ajv2020({ strict: false })
  formats(ajv)
  const schema: unknown = JSON.parse(readFileSync(join(resourcesDirectory, 'schemas', 'programme.schema.json'), 'utf8'))
  expect(ajv.validate(Object(schema), json)).toBe(true)
  expect(ajv.validate(Object(schema), { ...document, tier: 'low' })).toBe(false)
  expect(session.faults).toEqual([])
})
