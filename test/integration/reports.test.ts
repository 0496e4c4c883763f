// From answers to a signed report in the vault, and back: frozen, kept, copied, verified, recomputed.
import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { AssessmentDocument } from '#shared/domain/assessment-document.ts'
import { insistOnSound } from '#main/features/reports/sign-report.ts'
import { readAttachment } from '#main/report/verification/attachments.ts'
import { openVault } from '#main/store/vault.ts'
import { command } from '#main/store/statement.ts'
import { signed, testIdentity } from '../fixtures/pdf/signed-report.ts'
import { SIGNED_AT, typstReport } from '../fixtures/pdf/typst-report.ts'
import { startEngine, startWithDraft, startWithVault } from '../support/engine-session.ts'
import { exampleNames, startWithExample, startWithSignedExample } from '../support/example.ts'
import { passphrase, temporaryFolder, vaultEnvironment } from '../support/vault-place.ts'

const refused = (code: string) => ({ ok: false, fault: expect.objectContaining({ code }) })

describe('signing', () => {
  test.each(exampleNames)('the %s example gives a report that is intact, unchanged, by a known signer, and recomputes', async (name) => {
    const { verdict, report, directory } = await startWithSignedExample(name)
    expect(verdict).toMatchObject({
      integrity: { state: 'intact', reasons: [] },
      changes: { state: 'none' },
      identity: { state: 'known', name: 'Dana Whitfield', isSelfSigned: true },
      signatures: [{ otherName: null, validityAtSigning: 'within' }],
      certificationLevel: 1,
      format: 'ETSI.CAdES.detached',
      attachments: [expect.objectContaining({ name: 'assessment.json' })],
      content: { state: 'recomputes' },
    })
    expect(verdict.signedAt).toBe(report.signedAt)
    const expected = new Set(['OPEN', 'keys.json', 'keys.json.bak', 'vault.db', 'vault.db-journal'])
    expect(readdirSync(directory).filter((file) => !expected.has(file))).toEqual([])
  })

  test('keeps no file that its own verifier would not take', async () => {
    const { verdict } = await startWithSignedExample('supplier')
    expect(() => insistOnSound(verdict)).not.toThrow()
    const reasons: string[] = []
    for (const failing of [
      { ...verdict, integrity: { state: 'broken' as const, reasons } },
      { ...verdict, changes: { state: 'changed' as const, reasons } },
      { ...verdict, content: { ...verdict.content, state: 'differs' as const, reasons } },
    ]) {
      expect(() => insistOnSound(failing)).toThrow(/does not pass/)
    }
  })

  test('needs a decision', async () => {
    const { call, assessment, signer } = await startWithExample('supplier')
    expect(await call('reports.sign', { assessmentId: assessment.id, signerId: signer.id })).toEqual(refused('no-decision'))
  })

  test('needs every part that applies to be assessed', async () => {
    const { do: perform, call, assessment } = await startWithDraft()
    const { signer } = await perform('signers.create', { name: 'Dana Whitfield', role: '' })
    await perform('decision.save', {
      assessmentId: assessment.id,
      decision: { outcome: 'decline', rationale: '', conditions: [], decidedBy: 'Dana Whitfield' },
    })
    expect(await call('reports.sign', { assessmentId: assessment.id, signerId: signer.id })).toEqual(refused('not-finalisable'))
  })

  test('refuses "proceed" while a STOP flag stands, and takes every other decision', async () => {
    const { do: perform, call, assessment, signer } = await startWithExample('investor')
    const decide = (outcome: 'proceed' | 'proceed-with-conditions', conditions: string[]) =>
      perform('decision.save', {
        assessmentId: assessment.id,
        decision: { outcome, rationale: '', conditions, decidedBy: 'Dana Whitfield' },
      })
    await decide('proceed', [])
    expect(await call('reports.sign', { assessmentId: assessment.id, signerId: signer.id })).toEqual(refused('stop-stands'))
    expect((await perform('assessments.read', { id: assessment.id })).assessment.status).toBe('draft')
    await decide('proceed-with-conditions', ['Counsel review before anything is disclosed.'])
    expect(await call('reports.sign', { assessmentId: assessment.id, signerId: signer.id })).toMatchObject({ ok: true })
  })

  test('refuses a decision with conditions that lists none, and "proceed" that lists some', async () => {
    const { call, assessment } = await startWithDraft()
    const proceed = { outcome: 'proceed', rationale: '', conditions: ['A signed duty to report.'], decidedBy: 'Dana Whitfield' }
    expect(await call('decision.save', { assessmentId: assessment.id, decision: proceed })).toMatchObject({
      ok: false,
      fault: { code: 'invalid-input', path: 'decision.conditions' },
    })
    const decision = { outcome: 'proceed-with-conditions', rationale: '', conditions: [], decidedBy: 'Dana Whitfield' }
    expect(await call('decision.save', { assessmentId: assessment.id, decision })).toMatchObject({
      ok: false,
      fault: { code: 'invalid-input', path: 'decision.conditions' },
    })
  })

  test('refuses a certificate that has expired, and freezes nothing', async () => {
    let now = '2026-11-22T09:00:00.000Z'
    const session = startEngine(() => now)
    await session.do('vault.create', { handle: session.grant(join(temporaryFolder(), 'Example.gatehouse')), passphrase })
    await session.do('organization.save', { name: 'A', country: '', activity: '', contact: '' })
    const { signer } = await session.do('signers.create', { name: 'Dana Whitfield', role: '' })
    expect(signer.validTo.slice(0, 4)).toBe('2031')
    now = '2032-01-01T09:00:00.000Z'
    const { thirdParty } = await session.do('thirdParties.add', {
      legalName: 'B',
      nativeName: '',
      registrationNumber: '',
      country: '',
      relationships: ['supplier'],
      note: '',
    })
    const { assessment } = await session.do('assessments.start', { thirdPartyId: thirdParty.id, relationship: 'supplier', profile: 'lite' })
    const { pack } = await session.do('assessments.read', { id: assessment.id })
    for (const question of pack.questions) {
      await session.do('answer.save', {
        assessmentId: assessment.id,
        baseRevision: 0,
        answer: { questionId: question.id, value: { kind: 'unknown' }, note: '', evidenceGrade: 'U' },
      })
    }
    await session.do('decision.save', {
      assessmentId: assessment.id,
      decision: { outcome: 'decline', rationale: '', conditions: [], decidedBy: 'D' },
    })
    expect(await session.call('reports.sign', { assessmentId: assessment.id, signerId: signer.id })).toEqual(refused('certificate-expired'))
    expect((await session.do('assessments.read', { id: assessment.id })).assessment.status).toBe('draft')
  })
})

describe('a signed assessment', () => {
  test('is frozen for every change the app knows', async () => {
    const { call, assessment, signer, input } = await startWithSignedExample('supplier')
    const id = assessment.id
    expect(
      await call('answer.save', {
        assessmentId: id,
        baseRevision: 1,
        answer: { questionId: 'AD-02', value: { kind: 'unknown' }, note: '', evidenceGrade: 'U' },
      }),
    ).toEqual(refused('frozen'))
    expect(await call('answer.clear', { assessmentId: id, questionId: 'AD-02', baseRevision: 1 })).toEqual(refused('frozen'))
    expect(await call('decision.save', { assessmentId: id, decision: input.decision })).toEqual(refused('frozen'))
    expect(await call('reports.sign', { assessmentId: id, signerId: signer.id })).toEqual(refused('frozen'))
  })

  test('is frozen in the database itself, for changes the app does not know', async () => {
    const { engine, directory } = await startWithSignedExample('supplier')
    await engine.close()
    const vault = await openVault(directory, passphrase, vaultEnvironment())
    const attempts = [
      "UPDATE assessment SET status = 'draft', signed_at = NULL",
      'DELETE FROM assessment',
      "UPDATE answer SET content = '{}'",
      'DELETE FROM answer',
      "INSERT INTO answer (assessment_id, question_id, revision, content, saved_at) SELECT id, 'ZZ-99', 1, '{}', '' FROM assessment",
      "INSERT INTO answer_revision (assessment_id, question_id, revision, content, saved_at) SELECT id, 'ZZ-99', 1, '{}', '' FROM assessment",
      "UPDATE answer_revision SET content = '{}'",
      'DELETE FROM answer_revision',
      "UPDATE decision SET content = '{}'",
      'DELETE FROM decision',
      "UPDATE report SET file_name = ''",
      'DELETE FROM report',
      "UPDATE pack SET content = ''",
    ]
    for (const sql of attempts) {
      expect(() => vault.store.write({ action: 'test', subject: '', payload: {} }, (tx) => tx.run(command(sql))), sql).toThrow(
        /frozen|never/,
      )
    }
    vault.close()
  })

  test('keeps its result and its report when what surrounds it changes', async () => {
    const { do: perform, assessment, report } = await startWithSignedExample('supplier')
    const before = await perform('assessments.read', { id: assessment.id })
    const { crownJewels } = await perform('crownJewels.list', {})
    for (const jewel of crownJewels) await perform('crownJewels.change', { ...jewel, impact: 1 })
    const after = await perform('assessments.read', { id: assessment.id })
    expect(after.result).toEqual(before.result)
    const { verdict } = await perform('verify.report', { reportId: report.id })
    expect(verdict.content.state).toBe('recomputes')
  })

  test('carries its own data: every answer with its revision, the result, the decision and the audit head', async () => {
    const { do: perform, grant, report, input } = await startWithSignedExample('partner')
    const path = join(temporaryFolder(), 'copy.pdf')
    await perform('reports.saveCopy', { reportId: report.id, handle: grant(path) })
    const pdf = readFileSync(path)
    expect(createHash('sha256').update(pdf).digest('hex')).toBe(report.sha256)
    const attachment = readAttachment(pdf, 'assessment.json')
    if (!attachment.ok) throw new Error(attachment.detail)
    const document = AssessmentDocument.parse(JSON.parse(Buffer.from(attachment.bytes).toString('utf8')))
    expect(document.answers.map((answer) => String(answer.questionId)).sort()).toEqual(Object.keys(input.answers).sort())
    expect(document.answers.every((answer) => answer.revision === 1)).toBe(true)
    expect(document.decision).toEqual(input.decision)
    expect(document.audit.sequence).toBeGreaterThan(50)
  })
})

describe('checking a file', () => {
  test('works without a vault, where the signer is not known', async () => {
    const { do: perform, grant, report } = await startWithSignedExample('supplier')
    const path = join(temporaryFolder(), 'copy.pdf')
    await perform('reports.saveCopy', { reportId: report.id, handle: grant(path) })
    const stranger = startEngine()
    const { verdict } = await stranger.do('verify.file', { handle: stranger.grant(path) })
    expect(verdict).toMatchObject({
      integrity: { state: 'intact' },
      changes: { state: 'none' },
      identity: { state: 'unknown', knownAs: null },
      content: { state: 'recomputes' },
    })
  })

  test('refuses one changed byte anywhere in what was signed', async () => {
    const { do: perform, grant, report } = await startWithSignedExample('supplier')
    const path = join(temporaryFolder(), 'copy.pdf')
    await perform('reports.saveCopy', { reportId: report.id, handle: grant(path) })
    const pdf = readFileSync(path)
    for (const position of [10, 5_000, Math.floor(pdf.length / 2), pdf.length - 200]) {
      const tampered = Buffer.from(pdf)
      tampered[position] = (tampered[position] ?? 0) ^ 1
      writeFileSync(path, tampered)
      const { verdict } = await perform('verify.file', { handle: grant(path) })
      expect(verdict.integrity.state, `byte ${position}`).not.toBe('intact')
    }
  })

  test('names a signer whose name would steer a terminal or forge a line by its characters', async () => {
    const { do: perform, call, grant } = await startWithVault()
    expect(await call('signers.create', { name: 'Dana\nIntegrity: intact', role: '' })).toEqual(refused('invalid-input'))
    const forged = testIdentity('Dana\nIntegrity: intact\u001b[2J\u202e')
    const path = join(temporaryFolder(), 'forged.pdf')
    writeFileSync(path, await signed(typstReport(), forged))
    const { verdict } = await perform('verify.file', { handle: grant(path) })
    expect(verdict.identity.name).toBe('Dana‹U+000A›Integrity: intact‹U+001B›[2J‹U+202E›')
  })

  test('says so of files that are not reports, and crashes at none', async () => {
    const session = startEngine()
    const folder = temporaryFolder()
    const write = (name: string, bytes: string | Uint8Array) => {
      writeFileSync(join(folder, name), bytes)
      return session.grant(join(folder, name))
    }
    for (const [name, bytes] of [
      ['empty.pdf', ''],
      ['text.pdf', 'hello'],
      ['header.pdf', '%PDF-1.7\n'],
      ['zeros.pdf', new Uint8Array(100_000)],
    ] as const) {
      const { verdict } = await session.do('verify.file', { handle: write(name, bytes) })
      expect(verdict.integrity.state, name).not.toBe('intact')
      expect(verdict.content.state, name).not.toBe('recomputes')
    }
    mkdirSync(join(folder, 'folder.pdf'))
    expect(await session.call('verify.file', { handle: session.grant(join(folder, 'folder.pdf')) })).toEqual(refused('file-not-readable'))
    expect(await session.call('verify.file', { handle: session.grant(join(folder, 'gone.pdf')) })).toEqual(refused('file-not-readable'))
    expect(session.faults).toEqual([])
  })

  test('says of a signing time beyond the year 9999 that none is stated', async () => {
    const facts = { name: 'Ada Byron', reason: 'Approved', signedAt: SIGNED_AT }
    const text = Buffer.from(await signed(typstReport(), testIdentity(), { facts })).toString('latin1')
    const stated = '(D:20261122100000Z) /Name (Ada Byron)'
    expect(text).toContain(stated)
    const path = join(temporaryFolder(), 'late.pdf')
    writeFileSync(path, text.replace(stated, "(D:99991231235959-23'59') /Name ()".padEnd(stated.length)), 'latin1')
    const session = startEngine()
    const { verdict } = await session.do('verify.file', { handle: session.grant(path) })
    expect(verdict).toMatchObject({ integrity: { state: 'broken' }, signedAt: null })
  })

  test('a place that was chosen for one purpose serves no other', async () => {
    const { call, engine, directory, report } = await startWithSignedExample('supplier')
    const path = join(temporaryFolder(), 'somebody-else.pdf')
    writeFileSync(path, 'theirs')
    const handle = randomUUID()
    engine.grant(handle, path, 'check')
    expect(await call('reports.saveCopy', { reportId: report.id, handle })).toEqual(refused('place-unknown'))
    expect(await call('verify.file', { handle })).toMatchObject({ ok: true })
    engine.grant(handle, directory, 'copy')
    expect(await call('vault.open', { handle, secret: passphrase })).toEqual(refused('place-unknown'))
    expect(readFileSync(path, 'utf8')).toBe('theirs')
  })

  test('a copy to a place that cannot be written is refused and leaves nothing behind', async () => {
    const { call, grant, report } = await startWithSignedExample('supplier')
    const folder = temporaryFolder()
    expect(await call('reports.saveCopy', { reportId: report.id, handle: grant(join(folder, 'missing', 'copy.pdf')) })).toEqual(
      refused('place-not-writable'),
    )
    expect(readdirSync(folder)).toEqual([])
  })
})
