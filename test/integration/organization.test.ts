// What the organization says of itself, once: asked, dated, changed, confirmed, and taken over into assessments.
import { describe, expect, test } from 'vitest'
import { AnswerInput, type AnswerValue } from '#shared/domain/answer.ts'
import { QuestionId } from '#shared/domain/ids.ts'
import { listCarriedOver } from '#main/records/carried-over.ts'
import { steppingClock, temporaryFolder, passphrase } from '../support/vault-place.ts'
import { join } from 'node:path'
import { type Session, startEngine, startWithVault } from '../support/engine-session.ts'
import { openVault } from '#main/store/vault.ts'
import { floorCost } from '#main/store/keys/key-cost.ts'

const refused = (code: string) => expect.objectContaining({ ok: false, fault: expect.objectContaining({ code }) })
const practice = (id: string, choice: 'yes' | 'partly' | 'no', note = '') =>
  AnswerInput.parse({ questionId: id, value: { kind: 'practice', choice }, note, evidenceGrade: 'C' })
const given = (id: string, value: AnswerValue) => AnswerInput.parse({ questionId: id, value, note: '', evidenceGrade: 'U' })
const id = (text: string) => QuestionId.parse(text)

async function withParty(session: Session) {
  await session.do('organization.save', { name: 'Brightwell Diagnostics, Inc.', country: 'US', activity: 'Blood tests', contact: '' })
  const { thirdParty } = await session.do('thirdParties.add', {
    legalName: 'Kestrel Sequencing Services Ltd',
    nativeName: '',
    registrationNumber: '',
    country: 'IE',
    relationships: ['supplier'],
    note: '',
  })
  const start = async (profile: 'full' | 'lite' = 'full') =>
    (await session.do('assessments.start', { thirdPartyId: thirdParty.id, relationship: 'supplier', profile })).assessment
  return { thirdParty, start }
}

const valueIn = async (session: Session, assessmentId: string, questionId: string) => {
  const { assessments } = await session.do('assessments.list', {})
  const found = assessments.find(({ assessment }) => assessment.id === assessmentId)
  if (!found) throw new Error('The assessment is not in the list.')
  const { answers } = await session.do('assessments.read', { id: found.assessment.id })
  return answers.find((answer) => answer.questionId === questionId)
}

/** The marks in the vault, read past the engine, which is locked first. */
async function marksIn(session: Session & { directory: string }, assessmentId: string) {
  const { assessments } = await session.do('assessments.list', {})
  const found = assessments.find(({ assessment }) => assessment.id === assessmentId)
  if (!found) throw new Error('The assessment is not in the list.')
  await session.do('vault.lock', {})
  const vault = await openVault(session.directory, passphrase, { now: steppingClock(), sqliteBinding: undefined, keyCost: floorCost })
  const marks = listCarriedOver(vault.store, found.assessment.id)
  vault.close()
  await session.do('vault.open', { handle: session.grant(session.directory), secret: passphrase })
  return marks
}

describe('the profile', () => {
  test('is kept with the day on which it was described, each area once', async () => {
    const session = await startWithVault()
    expect(await session.do('organization.profile', {})).toEqual({ profile: null })
    const { profile } = await session.do('organization.describe', { size: '10-49', technologyAreas: ['biotech', 'ai', 'biotech'] })
    expect(profile).toEqual({ size: '10-49', technologyAreas: ['biotech', 'ai'], describedOn: '2026-11-22' })
    expect(await session.do('organization.profile', {})).toEqual({ profile })
  })
})

describe('the questions about the organization', () => {
  test('are those that the pack marks, by their domains, and say which depend on the third party', async () => {
    const session = await startWithVault()
    const { domains, questions, answers } = await session.do('organization.questions', {})
    const of = (text: string) => questions.find(({ question }) => question.id === text)
    expect(questions.length).toBeGreaterThan(40)
    expect(questions.every(({ question }) => question.audience.includes('organization'))).toBe(true)
    expect(of('CJ-01')?.dependsOnParty).toBe(false)
    expect(of('PR-11')?.dependsOnParty).toBe(false)
    expect(of('CJ-06')?.dependsOnParty).toBe(true)
    expect(of('CJ-05')).toBeUndefined()
    expect(domains.map((domain) => domain.id)).toEqual(expect.arrayContaining(['PR', 'CJ', 'CT', 'IT']))
    expect(answers).toEqual([])
  })

  test('take answers that fit, as revisions, and refuse all others', async () => {
    const session = await startWithVault()
    const { answer } = await session.do('organization.answer', { baseRevision: 0, answer: practice('CJ-01', 'yes') })
    expect(answer).toMatchObject({ revision: 1, meaning: 1, answeredOn: '2026-11-22' })
    const save = (baseRevision: number, input: AnswerInput) => session.call('organization.answer', { baseRevision, answer: input })
    expect(await save(0, practice('CJ-01', 'no'))).toEqual(refused('answer-changed'))
    expect(await save(0, practice('AD-02', 'yes'))).toEqual(refused('unknown-question'))
    expect(await save(0, given('CJ-02', { kind: 'choice', option: 'yes' }))).toEqual(refused('wrong-answer-type'))
    expect(await save(0, given('PR-07', { kind: 'several', options: ['no-such'] }))).toEqual(refused('wrong-answer-type'))
    expect(await save(0, given('PR-07', { kind: 'several', options: ['grant-or-loan', 'grant-or-loan'] }))).toEqual(
      refused('wrong-answer-type'),
    )
    expect(await save(1, practice('CJ-01', 'no'))).toMatchObject({ ok: true, value: { answer: { revision: 2 } } })
    expect(session.faults).toEqual([])
  })

  test('can be taken back and answered again without losing count', async () => {
    const session = await startWithVault()
    await session.do('organization.answer', { baseRevision: 0, answer: practice('CJ-01', 'yes') })
    expect(await session.call('organization.clearAnswer', { baseRevision: 7, questionId: 'CJ-01' })).toEqual(refused('answer-changed'))
    await session.do('organization.clearAnswer', { baseRevision: 1, questionId: id('CJ-01') })
    expect((await session.do('organization.questions', {})).answers).toEqual([])
    const { answer } = await session.do('organization.answer', { baseRevision: 0, answer: practice('CJ-01', 'partly') })
    expect(answer.revision).toBe(3)
  })

  test('are put back as they were taken back: with note and day, which a new answer does not have', async () => {
    let now = '2025-06-01T09:00:00.000Z'
    const session = startEngine(() => now)
    await session.do('vault.create', { handle: session.grant(join(temporaryFolder(), 'Example.gatehouse')), passphrase })
    const taken = practice('CJ-01', 'yes', 'Board paper 7')
    await session.do('organization.answer', { baseRevision: 0, answer: taken })
    now = '2026-11-22T09:00:00.000Z'
    await session.do('organization.clearAnswer', { baseRevision: 1, questionId: id('CJ-01') })
    const back = await session.do('organization.answer', { baseRevision: 0, answer: taken, isPutBack: true })
    expect(back.answer).toMatchObject({ revision: 3, note: 'Board paper 7', answeredOn: '2025-06-01' })
    await session.do('organization.clearAnswer', { baseRevision: 3, questionId: id('CJ-01') })
    const another = await session.do('organization.answer', { baseRevision: 0, answer: practice('CJ-01', 'no'), isPutBack: true })
    expect(another.answer.answeredOn).toBe('2026-11-22')
    // One that stands was not taken back.
    const same = await session.do('organization.answer', { baseRevision: 5, answer: taken, isPutBack: true })
    expect(same.answer.answeredOn).toBe('2026-11-22')
    expect(session.faults).toEqual([])
  })

  test('can be confirmed as still true, which moves their day and nothing else', async () => {
    let now = '2025-06-01T09:00:00.000Z'
    const session = startEngine(() => now)
    await session.do('vault.create', { handle: session.grant(join(temporaryFolder(), 'Example.gatehouse')), passphrase })
    await session.do('organization.answer', { baseRevision: 0, answer: practice('CJ-01', 'yes', 'Board paper 7') })
    now = '2026-11-22T09:00:00.000Z'
    const { answers } = await session.do('organization.confirm', { questionIds: [id('CJ-01'), id('CJ-01')] })
    expect(answers).toEqual([expect.objectContaining({ revision: 2, note: 'Board paper 7', answeredOn: '2026-11-22' })])
    expect(await session.call('organization.confirm', { questionIds: ['CJ-02'] })).toEqual(refused('not-found'))
  })
})

describe('taking over into an assessment', () => {
  test('answers its questions about the organization at the start, marked with their day', async () => {
    const session = await startWithVault()
    const { start } = await withParty(session)
    await session.do('organization.answer', { baseRevision: 0, answer: practice('CJ-01', 'yes', 'Board paper 7') })
    await session.do('organization.answer', { baseRevision: 0, answer: practice('IT-16', 'no') })
    const full = await start()
    expect(await valueIn(session, full.id, 'CJ-01')).toMatchObject({
      revision: 1,
      note: 'Board paper 7',
      evidenceGrade: 'C',
      value: { kind: 'practice', choice: 'yes' },
    })
    expect(await marksIn(session, full.id)).toEqual([
      { questionId: 'CJ-01', source: 'organization', answeredOn: '2026-11-22' },
      { questionId: 'IT-16', source: 'organization', answeredOn: '2026-11-22' },
    ])
    const lite = await start('lite')
    expect((await session.do('assessments.read', { id: lite.id })).answers.map((answer) => answer.questionId)).toEqual(['CJ-01'])
  })

  test('ends the mark when another value is given, and keeps it when only a note is', async () => {
    const session = await startWithVault()
    const { start } = await withParty(session)
    await session.do('organization.answer', { baseRevision: 0, answer: practice('CJ-01', 'yes') })
    const { id: assessmentId } = await start()
    await session.do('answer.save', { assessmentId, baseRevision: 1, answer: practice('CJ-01', 'yes', 'Seen on paper.') })
    expect(await marksIn(session, assessmentId)).toHaveLength(1)
    await session.do('answer.save', { assessmentId, baseRevision: 2, answer: practice('CJ-01', 'no') })
    expect(await marksIn(session, assessmentId)).toEqual([])
  })

  test('brings an open draft up to date on request, and leaves what a person changed there', async () => {
    const session = await startWithVault()
    const { start } = await withParty(session)
    await session.do('organization.answer', { baseRevision: 0, answer: practice('CJ-01', 'yes') })
    await session.do('organization.answer', { baseRevision: 0, answer: practice('CJ-02', 'yes') })
    const { id: assessmentId } = await start()
    expect((await session.do('organization.waitingDrafts', {})).drafts).toEqual([])
    await session.do('answer.save', { assessmentId, baseRevision: 1, answer: practice('CJ-02', 'no') })
    await session.do('organization.answer', { baseRevision: 1, answer: practice('CJ-01', 'partly') })
    await session.do('organization.answer', { baseRevision: 1, answer: practice('CJ-02', 'partly') })
    await session.do('organization.answer', { baseRevision: 0, answer: practice('CJ-03', 'no') })
    expect((await session.do('organization.waitingDrafts', {})).drafts).toEqual([
      { assessmentId, thirdPartyName: 'Kestrel Sequencing Services Ltd', relationship: 'supplier', count: 2 },
    ])
    expect(await session.do('organization.takeOver', { assessmentId })).toEqual({ questionIds: ['CJ-01', 'CJ-03'] })
    expect(await valueIn(session, assessmentId, 'CJ-01')).toMatchObject({ revision: 2, value: { choice: 'partly' } })
    expect(await valueIn(session, assessmentId, 'CJ-02')).toMatchObject({ revision: 2, value: { choice: 'no' } })
    expect((await session.do('organization.waitingDrafts', {})).drafts).toEqual([])
    expect(await session.do('organization.takeOver', { assessmentId })).toEqual({ questionIds: [] })
  })

  test('leaves a note and a grade that a person put beside an answer taken over', async () => {
    const session = await startWithVault()
    const { start } = await withParty(session)
    await session.do('organization.answer', { baseRevision: 0, answer: practice('CJ-01', 'yes') })
    const { id: assessmentId } = await start()
    await session.do('answer.save', { assessmentId, baseRevision: 1, answer: practice('CJ-01', 'yes', 'Seen on paper.') })
    expect((await session.do('organization.waitingDrafts', {})).drafts).toEqual([])
    await session.do('organization.answer', { baseRevision: 1, answer: practice('CJ-01', 'partly') })
    expect(await session.do('organization.takeOver', { assessmentId })).toEqual({ questionIds: [] })
    expect(await valueIn(session, assessmentId, 'CJ-01')).toMatchObject({ revision: 2, note: 'Seen on paper.' })
  })
})
