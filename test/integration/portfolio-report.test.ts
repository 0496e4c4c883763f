// The report on all third parties: gathered from the vault, signed, kept, found again, and what it says is what the vault says.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { SignerId } from '#shared/domain/ids.ts'
import { PortfolioDocument } from '#shared/domain/portfolio-document.ts'
import { readAttachment } from '#main/report/verification/attachments.ts'
import { runTool } from '../fixtures/pdf/outside-tools.ts'
import { resourcesDirectory, type Session, startEngine } from '../support/engine-session.ts'
import { startWithSignedExample } from '../support/example.ts'
import { decision, plan } from '../support/findings.ts'
import { passphrase, steppingClock, temporaryFolder } from '../support/vault-place.ts'

const party = (legalName: string) => ({
  legalName,
  nativeName: '',
  registrationNumber: '',
  country: 'DE' as const,
  note: '',
  relationships: ['supplier' as const],
})

async function savedCopy(session: Session, reportId: string): Promise<string> {
  const path = join(temporaryFolder(), 'copy.pdf')
  const outcome = await session.call('reports.saveCopy', { reportId, handle: session.grant(path) })
  expect(outcome).toMatchObject({ ok: true })
  return path
}

function documentIn(path: string): PortfolioDocument {
  const attached = readAttachment(readFileSync(path), 'portfolio.json')
  if (!attached.ok) throw new Error(attached.detail)
  return PortfolioDocument.parse(JSON.parse(Buffer.from(attached.bytes).toString('utf8')))
}

/** Whether an independent validator accepts a value by the published schema. */
function isPublished(value: unknown): boolean {
  const schema: unknown = JSON.parse(readFileSync(join(resourcesDirectory, 'schemas', 'portfolio.schema.json'), 'utf8'))
  const ajv = new Ajv2020({ strict: false })
  formats(ajv)
  return ajv.validate(Object(schema), value)
}

describe('the portfolio report', () => {
  test('says of every third party what the vault says, and passes every check', async () => {
    const session = await startWithSignedExample('supplier')
    await session.do('thirdParties.add', party('Aachen Castings'))
    const draft = await session.do('thirdParties.add', party('Zeeland Freight'))
    const { assessment } = await session.do('assessments.start', {
      thirdPartyId: draft.thirdParty.id,
      relationship: 'supplier',
      profile: 'lite',
    })
    const unknown = { value: { kind: 'unknown' }, note: '', evidenceGrade: 'U' } as const
    for (const questionId of ['CT-01', 'IT-01'])
      expect(
        await session.call('answer.save', { assessmentId: assessment.id, baseRevision: 0, answer: { questionId, ...unknown } }),
      ).toMatchObject({ ok: true })

    // What is planned for a condition that was taken back is no longer due, as on Home.
    const decide = (conditions: string[]) =>
      session.do('decision.save', { assessmentId: assessment.id, decision: { ...decision, conditions } })
    await decide(['Name the owner', 'Ask counsel'])
    for (const condition of ['Name the owner', 'Ask counsel'])
      await session.do('treatments.save', {
        assessmentId: assessment.id,
        treatment: { finding: { kind: 'condition', condition }, ...plan },
      })
    await decide(['Ask counsel'])

    const { report, verdict } = await session.do('reports.signOverview', { kind: 'portfolio', signerId: session.signer.id })
    expect(verdict).toMatchObject({ integrity: { state: 'intact' }, changes: { state: 'none' }, identity: { state: 'known' } })
    expect(report).toMatchObject({ kind: 'portfolio', assessmentId: null, subject: session.input.organization.name })

    const path = await savedCopy(session, report.id)
    expect(runTool('pdfsig', [path]).text).toContain('Signature is Valid')
    expect(runTool('pdfinfo', [path]).text).toMatch(/Tagged:\s+yes/)
    const document = documentIn(path)
    expect(document.parties.map(({ legalName }) => legalName)).toEqual([
      'Aachen Castings',
      session.input.thirdParty.legalName,
      'Zeeland Freight',
    ])
    const [unassessed, signed, open] = document.parties
    expect(unassessed?.standings).toEqual([])
    const { result } = await session.do('assessments.read', { id: session.assessment.id })
    expect(signed?.standings).toMatchObject([
      {
        status: 'signed',
        tier: result.tier,
        driver: { id: result.driver?.id },
        reassessOn: result.nextReassessment.on,
        outcome: session.input.decision.outcome,
        flags: result.flags.map(({ ruleId, level, state, reason }) => ({ ruleId, level, state, reason })),
      },
    ])
    expect(signed?.signedTiers).toHaveLength(1)
    expect(signed?.reach.length).toBeGreaterThan(0)
    const live = await session.do('assessments.read', { id: assessment.id })
    expect(open?.standings).toMatchObject([
      { status: 'draft', tier: live.result.tier, flags: live.result.flags.map(({ ruleId }) => ({ ruleId })) },
    ])

    expect(document.treatments.map(({ finding }) => finding)).toEqual(['Ask counsel'])

    expect(isPublished(document)).toBe(true)
    expect(isPublished({ ...document, tier: 'low' })).toBe(false)
    const text = runTool('pdftotext', ['-layout', path, '-']).text
    for (const words of ['Portfolio report', 'Aachen Castings', 'Zeeland Freight', 'Not assessed', 'Draft, not signed'])
      expect(text).toContain(words)
    expect(session.faults).toEqual([])
  })

  test('is kept with all others, found by kind and by words, read again, and signed anew at any time', async () => {
    const session = await startWithSignedExample('supplier')
    const { report } = await session.do('reports.signOverview', { kind: 'portfolio', signerId: session.signer.id })
    const listed = async (wanted: Parameters<typeof session.call>[1]) => {
      const outcome = await session.call('reports.list', wanted)
      return outcome.ok ? outcome.value : outcome
    }
    expect(await listed({})).toMatchObject({ total: 2, reports: [{ kind: 'portfolio' }, { kind: 'assessment' }] })
    expect(await listed({ kind: 'assessment' })).toMatchObject({ total: 1, reports: [{ id: session.report.id }] })
    expect(await listed({ search: session.input.thirdParty.legalName.slice(2, 9).toUpperCase() })).toMatchObject({
      total: 1,
      reports: [{ kind: 'assessment' }],
    })
    expect(await listed({ search: report.sha256.slice(10, 30) })).toMatchObject({ total: 1, reports: [report] })
    expect(await listed({ search: 'nothing of the kind' })).toEqual({ total: 0, reports: [] })
    expect(await listed({ limit: 1, offset: 1 })).toMatchObject({ total: 2, reports: [{ kind: 'assessment' }] })
    expect(await session.do('reports.read', { reportId: report.id })).toEqual({ report })
    expect(await session.call('reports.read', { reportId: session.signer.id })).toMatchObject({ fault: { code: 'not-found' } })
    const { verdict } = await session.do('verify.report', { reportId: report.id })
    expect(verdict).toMatchObject({ integrity: { state: 'intact' }, content: { kind: 'portfolio', state: 'recomputes' } })

    const { thirdParty } = await session.do('thirdParties.add', party('Aachen Castings'))
    const second = await session.do('reports.signOverview', { kind: 'portfolio', signerId: session.signer.id })
    const ids = documentIn(await savedCopy(session, second.report.id)).parties.map(({ thirdPartyId }) => thirdPartyId)
    expect(ids).toContain(thirdParty.id)
    const order = { kind: 'portfolio', signerId: session.signer.id }
    expect(await session.call('reports.signOverview', { ...order, signerId: thirdParty.id })).toMatchObject({
      fault: { code: 'not-found' },
    })
    expect(await session.call('reports.signOverview', { ...order, kind: 'assessment' })).toMatchObject({ fault: { code: 'invalid-input' } })
  })

  test('is refused with a sentence while the clock stands before the last signature, and signed once it is right', async () => {
    const session = await startWithSignedExample('supplier')
    await session.engine.close()
    const signAt = async (time: string) => {
      const later = startEngine(steppingClock(time))
      await later.do('vault.open', { handle: later.grant(session.directory), secret: passphrase })
      const outcome = await later.call('reports.signOverview', { kind: 'portfolio', signerId: session.signer.id })
      expect(later.faults).toEqual([])
      await later.engine.close()
      return outcome
    }
    const early = await signAt('2026-11-22T09:00:00.000Z')
    expect(early).toMatchObject({ ok: false, fault: { code: 'clock-behind' } })
    const [, day = '', time = ''] = / is dated (\S+) (\S+) UTC, but /.exec(early.ok ? '' : early.fault.detail) ?? []
    expect(await signAt(`${day}T${time}.000Z`)).toMatchObject({ ok: true })
  })

  test('of the sample vault, with third parties at every stage, agrees with itself', async () => {
    const session = startEngine()
    const directory = join(temporaryFolder(), 'Sample.gatehouse')
    const { passphrase: secret } = await session.do('sample.create', { handle: session.grant(directory) })
    await session.do('vault.open', { handle: session.grant(directory), secret })
    const [signer] = (await session.do('signers.list', {})).signers
    const { verdict } = await session.do('reports.signOverview', { kind: 'portfolio', signerId: SignerId.parse(signer?.id) })
    expect(verdict).toMatchObject({ content: { kind: 'portfolio', state: 'recomputes' } })
  })
})
