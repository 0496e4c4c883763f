// How reports look: chosen in the vault, printed on what is signed afterwards, and kept with it so that it can be printed again.
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { AssessmentDocument } from '#shared/domain/assessment-document.ts'
import { plainLook, ReportLook } from '#shared/domain/report-look.ts'
import { withLogo } from '#main/records/report-look.ts'
import { createPackLibrary } from '#main/packs/pack-library.ts'
import { buildReportModel } from '#main/report/model.ts'
import { renderPages } from '#main/report/render.ts'
import { createReportCompiler } from '#main/report/report-compiler.ts'
import { query } from '#main/store/statement.ts'
import { openVault } from '#main/store/vault.ts'
import { inFolder, runTool } from '../fixtures/pdf/outside-tools.ts'
import { resourcesDirectory, type Session, startWithVault } from '../support/engine-session.ts'
import { startWithExample } from '../support/example.ts'
import { jpegs, pngOf } from '../support/pictures.ts'
import { passphrase, temporaryFolder, vaultEnvironment } from '../support/vault-place.ts'

const chosen = { paper: 'letter', accent: '#7a1f3d', issuer: 'Whitfield Advisory' } as const

function fileOf(content: Uint8Array): string {
  const path = join(temporaryFolder(), 'logo.png')
  writeFileSync(path, content)
  return path
}

const takeLogo = (session: Session, content: Uint8Array) => session.call('reports.takeLogo', { handle: session.grant(fileOf(content)) })

describe('the look of reports', () => {
  test('is Gatehouse’s own until another is chosen', async () => {
    const session = await startWithVault()
    expect(await session.do('reports.readLook', {})).toEqual({ look: plainLook, logo: null })
    const { look } = await session.do('reports.saveLook', chosen)
    expect(look).toEqual({ ...chosen, logoSha256: null })
    expect((await session.do('reports.readLook', {})).look).toEqual(look)
    expect(await session.call('reports.saveLook', { ...chosen, accent: '#ffcc00' })).toMatchObject({ fault: { code: 'invalid-input' } })
  })

  test.each([
    ['PNG', pngOf({ widthPx: 200, heightPx: 50 }), { format: 'png', widthPx: 200, heightPx: 50 }],
    ['baseline JPEG', jpegs.baseline, { format: 'jpeg', widthPx: 40, heightPx: 10 }],
    ['progressive JPEG', jpegs.progressive, { format: 'jpeg', widthPx: 40, heightPx: 10 }],
  ])('takes a %s, shows it, and lets it go', async (_, file, facts) => {
    const session = await startWithVault()
    expect(await takeLogo(session, file)).toMatchObject({ ok: true, value: { logo: { ...facts, sizeBytes: file.length } } })
    const { look, logo } = await session.do('reports.readLook', {})
    const bytes = Buffer.from(logo?.base64 ?? '', 'base64')
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(look.logoSha256)
    expect(await session.do('reports.removeLogo', {})).toMatchObject({ look: { logoSha256: null }, logo: null })
    expect(session.faults).toEqual([])
  })

  test('refuses what is no picture, what is too large, and what only looks like one; the old logo stays', async () => {
    const session = await startWithVault()
    await takeLogo(session, pngOf({ widthPx: 20, heightPx: 5 }))
    const before = await session.do('reports.readLook', {})
    const scan = jpegs.baseline.indexOf(Buffer.from([0xff, 0xda]))
    const refused: readonly (readonly [Uint8Array, string])[] = [
      [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'not-a-picture'],
      [Buffer.alloc(0), 'not-a-picture'],
      [Buffer.alloc(1024 * 1024 + 1), 'file-too-large'],
      [jpegs.baseline.subarray(0, scan), 'not-a-picture'],
      [Buffer.concat([jpegs.baseline.subarray(0, 30), Buffer.from([0xff, 0xd9])]), 'not-a-picture'],
    ]
    for (const [content, code] of refused) expect(await takeLogo(session, content)).toMatchObject({ ok: false, fault: { code } })
    const folder = session.grant(temporaryFolder())
    expect(await session.call('reports.takeLogo', { handle: folder })).toMatchObject({ fault: { code: 'file-not-readable' } })
    expect(await session.do('reports.readLook', {})).toEqual(before)
    expect(session.faults).toEqual([])
  })
})

const KeptRow = z.strictObject({ document: z.string(), look: z.string(), modelSha256: z.string() })
const readKept = query('SELECT document, look, model_sha256 AS modelSha256 FROM report', KeptRow)

describe('a report signed with a look of one’s own', () => {
  test('prints it, and prints the same again from what the vault keeps, whatever is chosen later', async () => {
    const session = await startWithExample('supplier')
    await session.do('reports.saveLook', chosen)
    await takeLogo(session, pngOf({ widthPx: 200, heightPx: 50 }))
    await session.do('decision.save', { assessmentId: session.assessment.id, decision: session.input.decision })
    const { report, verdict } = await session.do('reports.sign', { assessmentId: session.assessment.id, signerId: session.signer.id })
    expect(verdict).toMatchObject({ integrity: { state: 'intact' }, content: { state: 'recomputes' } })
    const copy = join(temporaryFolder(), 'copy.pdf')
    await session.do('reports.saveCopy', { reportId: report.id, handle: session.grant(copy) })
    expect(runTool('pdfinfo', [copy]).text).toMatch(/Page size:\s+612 x 792/)
    expect(runTool('pdftotext', ['-l', '1', copy, '-']).text).toContain('by Whitfield Advisory')
    expect(runTool('pdfimages', ['-list', copy]).text).toMatch(/ 200 +50 /)

    await session.do('reports.saveLook', { ...chosen, paper: 'a4', accent: '#14506b' })
    await session.do('reports.removeLogo', {})
    const redacted = join(temporaryFolder(), 'redacted.pdf')
    await session.do('exports.save', { reportId: report.id, format: 'redacted-pdf', handle: session.grant(redacted) })
    expect(runTool('pdfinfo', [redacted]).text).toMatch(/Page size:\s+612 x 792/)
    expect(runTool('pdfimages', ['-list', redacted]).text).toMatch(/ 200 +50 /)
    await session.engine.close()
    const vault = await openVault(session.directory, passphrase, vaultEnvironment())
    const [kept] = vault.store.all(readKept)
    if (kept === undefined) throw new Error('There is no report.')
    const document = AssessmentDocument.parse(JSON.parse(kept.document))
    const look = withLogo(vault.store, ReportLook.parse(JSON.parse(kept.look)))
    vault.close()
    const compiler = createReportCompiler(resourcesDirectory)
    const pack = createPackLibrary(resourcesDirectory).byHash(document.pack.sha256)?.pack
    if (pack === undefined) throw new Error('The pack is not there.')
    const model = buildReportModel(document, pack, { ...compiler, chosen: look })
    expect(createHash('sha256').update(JSON.stringify(model)).digest('hex')).toBe(kept.modelSha256)
    const { pdf } = renderPages({ template: 'assessment', model, attachment: { name: 'assessment.json', content: document } }, compiler)
    inFolder((place) => {
      const path = place('again.pdf', pdf)
      expect(runTool('pdftotext', ['-layout', path, '-']).text).toBe(runTool('pdftotext', ['-layout', copy, '-']).text)
    })
  })
})

test('reports of every kind and the logo come through a salvage', async () => {
  const session = await startWithExample('supplier')
  await session.do('reports.saveLook', chosen)
  await takeLogo(session, pngOf({ widthPx: 200, heightPx: 50 }))
  await session.do('reports.signOverview', { kind: 'portfolio', signerId: session.signer.id })
  const before = await session.do('reports.list', {})
  const looked = await session.do('reports.readLook', {})
  await session.do('vault.lock', {})
  const target = join(temporaryFolder(), 'Salvaged.gatehouse')
  const { report } = await session.do('salvage.run', {
    handle: session.grant(session.directory),
    proof: { secret: passphrase, keyFile: null },
    place: session.grant(target),
  })
  expect(report.isAnythingLost).toBe(false)
  await session.do('vault.open', { handle: session.grant(target), secret: passphrase })
  expect(await session.do('reports.list', {})).toEqual(before)
  expect(await session.do('reports.readLook', {})).toEqual(looked)
  const [kept] = before.reports
  if (kept === undefined) throw new Error('There is no report.')
  expect((await session.do('verify.report', { reportId: kept.id })).verdict).toMatchObject({ integrity: { state: 'intact' } })
  expect(session.faults).toEqual([])
})
