// How many files prove one answer, however they come there, and what a file is called that comes back.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { InputOf } from '#shared/contract/contract.ts'
import { QuestionId } from '#shared/domain/ids.ts'
import { startWithDraft, startWithVault } from '../support/engine-session.ts'
import { startWithExample } from '../support/example.ts'
import { passphrase } from '../support/vault-place.ts'

const questionId = QuestionId.parse('AD-02')
const given = (content: string, changes: Partial<InputOf<'evidence.add'>> = {}) => ({
  questionId,
  fileName: 'policy.txt',
  grade: 'B' as const,
  description: '',
  bytes: new TextEncoder().encode(content),
  ...changes,
})
const tooMany = { ok: false, fault: { code: 'evidence-too-many' } }

describe('an answer with fifty files', () => {
  test('gets none back that was removed, until another goes', async () => {
    const session = await startWithDraft()
    const assessmentId = session.assessment.id
    const add = (content: string) => session.do('evidence.add', { assessmentId, ...given(content) })
    const { file: removed } = await add('removed')
    await session.do('evidence.remove', { id: removed.id })
    const { file: first } = await add('first')
    for (let count = 1; count < 50; count += 1) await add(`file ${count}`)
    expect(await session.call('evidence.restore', { id: removed.id })).toMatchObject(tooMany)
    expect(await session.call('evidence.add', { assessmentId, ...given('removed') })).toMatchObject(tooMany)
    const { files } = await session.do('evidence.list', { assessmentId })
    expect(files).toHaveLength(50)
    await session.do('evidence.remove', { id: first.id })
    expect(await session.call('evidence.restore', { id: removed.id })).toMatchObject({ ok: true })
    expect(session.faults).toEqual([])
  })

  test('takes nothing over from the assessment before, and then nothing of it', async () => {
    const session = await startWithExample('supplier')
    const { id, thirdPartyId } = session.assessment
    const { answers } = await session.do('assessments.read', { id })
    const proved = answers[0]?.questionId
    if (proved === undefined) throw new Error('The example has no answers.')
    await session.do('evidence.add', { assessmentId: id, ...given('of last year', { questionId: proved }) })
    await session.do('decision.save', { assessmentId: id, decision: session.input.decision })
    await session.do('reports.sign', { assessmentId: id, signerId: session.signer.id })
    const supersedes = { assessmentId: id, reason: 'A year has passed.' }
    const { assessment } = await session.do('assessments.start', { thirdPartyId, relationship: 'supplier', profile: 'full', supersedes })
    const assessmentId = assessment.id
    for (let count = 0; count < 50; count += 1)
      await session.do('evidence.add', { assessmentId, ...given(`file ${count}`, { questionId: proved }) })
    const questions = [{ questionId: proved, baseRevision: 0 }]
    expect(await session.call('answerContext.carryOver', { assessmentId, questions })).toMatchObject(tooMany)
    expect((await session.do('assessments.read', { id: assessmentId })).answers).toEqual([])
    const { files } = await session.do('evidence.list', { assessmentId })
    expect(files).toHaveLength(50)
    for (const { id: one } of files.slice(0, 1)) await session.do('evidence.remove', { id: one })
    expect(await session.call('answerContext.carryOver', { assessmentId, questions })).toMatchObject({ ok: true })
    expect((await session.do('evidence.list', { assessmentId })).files).toHaveLength(50)
    expect(session.faults).toEqual([])
  }, 30_000)
})

test('a removed file that is added again is called and described as it is now', async () => {
  const session = await startWithDraft()
  const assessmentId = session.assessment.id
  const { file } = await session.do('evidence.add', { assessmentId, ...given('one content') })
  await session.do('evidence.remove', { id: file.id })
  const changes = { fileName: 'contract.txt', grade: 'A', description: 'Signed' } as const
  const again = await session.do('evidence.add', { assessmentId, ...given('one content', changes) })
  expect(again).toEqual({ file: { ...file, ...changes }, isNew: true })
  // One that stands keeps its name.
  expect(await session.do('evidence.add', { assessmentId, ...given('one content') })).toEqual({ ...again, isNew: false })
})

test('what was removed over a day ago is gone once the vault is opened, and the history says so once', async () => {
  let day = 21
  const session = await startWithVault(() => `2026-11-${day}T09:00:00.000Z`)
  await session.do('organization.save', { name: 'Brightwell', country: 'US', activity: '', contact: '' })
  const details = { legalName: 'Kestrel', nativeName: '', registrationNumber: '', country: 'IE', note: '' } as const
  const { thirdParty } = await session.do('thirdParties.add', { ...details, relationships: ['supplier'] })
  const order = { thirdPartyId: thirdParty.id, relationship: 'supplier', profile: 'full' } as const
  const { id: assessmentId } = (await session.do('assessments.start', order)).assessment
  const { file } = await session.do('evidence.add', { assessmentId, ...given('removed') })
  await session.do('evidence.add', { assessmentId, ...given('kept') })
  await session.do('evidence.remove', { id: file.id })
  const sizeAfterOpening = async () => {
    await session.do('vault.lock', {})
    await session.do('vault.open', { handle: session.grant(session.directory), secret: passphrase })
    return (await session.do('evidence.list', { assessmentId })).vaultSizeBytes
  }
  expect(await sizeAfterOpening()).toBe('removed'.length + 'kept'.length)
  day = 23
  expect(await sizeAfterOpening()).toBe('kept'.length)
  expect(await sizeAfterOpening()).toBe('kept'.length)
  const everything = { before: null, limit: 50, kinds: [], objectId: null, from: null, until: null }
  const { entries } = await session.do('history.list', everything)
  expect(entries.filter(({ action }) => action === 'evidence.drop')).toHaveLength(1)
  expect(await session.do('history.checkAll', { withBackups: false })).toMatchObject({ isSound: true, evidenceChecked: 1 })
})

test('a vault opens although what should go cannot be taken out of it, because its pages are damaged', async () => {
  let day = 21
  const session = await startWithVault(() => `2026-11-${day}T09:00:00.000Z`)
  await session.do('organization.save', { name: 'Brightwell', country: 'US', activity: '', contact: '' })
  const details = { legalName: 'Kestrel', nativeName: '', registrationNumber: '', country: 'IE', note: '' } as const
  const { thirdParty } = await session.do('thirdParties.add', { ...details, relationships: ['supplier'] })
  const order = { thirdPartyId: thirdParty.id, relationship: 'supplier', profile: 'full' } as const
  const { id: assessmentId } = (await session.do('assessments.start', order)).assessment
  const bytes = new Uint8Array(5 * 1024 * 1024).fill(7)
  const { file } = await session.do('evidence.add', { assessmentId, ...given('', { bytes }) })
  await session.do('evidence.remove', { id: file.id })
  await session.do('vault.lock', {})
  const path = join(session.directory, 'vault.db')
  const database = readFileSync(path)
  writeFileSync(path, database.fill(1, database.length / 2, database.length / 2 + 64 * 1024))
  day = 23
  expect(await session.call('vault.open', { handle: session.grant(session.directory), secret: passphrase })).toMatchObject({ ok: true })
  expect((await session.do('evidence.list', { assessmentId })).vaultSizeBytes).toBe(bytes.length)
  expect(session.faults).toEqual([])
})
