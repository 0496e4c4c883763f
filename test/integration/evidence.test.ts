// Files that prove answers: what comes in goes out as it was, is kept once, frozen by a signature, and found when it was changed.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contract, type InputOf } from '#shared/contract/contract.ts'
import { evidenceLimitBytes } from '#shared/domain/evidence-file.ts'
import { QuestionId } from '#shared/domain/ids.ts'
import { SignedDocument } from '#shared/domain/assessment-document.ts'
import { readSignedDocument } from '#main/records/assessment.ts'
import { openConnection } from '#main/store/connection.ts'
import { openDataKey } from '#main/store/keys/open-keys.ts'
import { readKeyListOf } from '#main/store/keys/key-store.ts'
import { deriveSubKeys } from '#main/store/keys/sub-keys.ts'
import { wrapConnection } from '#main/store/database.ts'
import { type Session, startEngine, startWithDraft } from '../support/engine-session.ts'
import { startWithExample } from '../support/example.ts'
import { passphrase, temporaryFolder } from '../support/vault-place.ts'

const questionId = QuestionId.parse('AD-02')
const text = (content: string) => new TextEncoder().encode(content)
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

type Given = Omit<InputOf<'evidence.add'>, 'assessmentId'>
const given = (changes: Partial<Given> = {}): Given => ({
  questionId,
  fileName: 'policy.txt',
  grade: 'B',
  description: '',
  bytes: text('No one signs in with a password alone.'),
  ...changes,
})

async function startWithDraftFile() {
  const session = await startWithDraft()
  const assessmentId = session.assessment.id
  const add = (changes: Partial<Given> = {}) => session.do('evidence.add', { assessmentId, ...given(changes) })
  const list = async () => (await session.do('evidence.list', { assessmentId })).files
  const refusal = async (name: string, input: unknown) => {
    const outcome = await session.call(name, input)
    return outcome.ok ? 'ok' : outcome.fault.code
  }
  return { ...session, assessmentId, add, list, refusal }
}

async function copyOf(session: Session, id: InputOf<'evidence.saveCopy'>['id']): Promise<Uint8Array> {
  const path = join(temporaryFolder(), 'copy')
  await session.do('evidence.saveCopy', { id, handle: session.grant(path) })
  return readFileSync(path)
}

/** The database of a closed vault, opened beside the program. */
async function openDatabase(directory: string) {
  const list = readKeyListOf(directory)
  const { database: key } = deriveSubKeys(await openDataKey(list, passphrase), list.vaultId)
  return openConnection({ path: join(directory, 'vault.db'), key, mustExist: true, isReadOnly: false, sqliteBinding: undefined })
}

describe('a file that proves an answer', () => {
  test('is known by its content, named harmlessly, and comes out as it went in', async () => {
    const session = await startWithDraftFile()
    const bytes = text('<html><script>alert(1)</script></html>')
    const { file, isNew } = await session.add({ fileName: '../../x\u202Egnp.html.png', bytes, description: 'Their page' })
    expect(isNew).toBe(true)
    expect(file).toMatchObject({
      fileName: 'x_gnp.html.png',
      mediaType: 'text/html',
      sizeBytes: bytes.length,
      sha256: sha256(bytes),
      description: 'Their page',
    })
    expect(await session.list()).toEqual([file])
    expect(await copyOf(session, file.id)).toEqual(Buffer.from(bytes))
    expect(await session.refusal('evidence.bytes', { id: file.id })).toBe('no-preview')
  })

  test('is kept once, however often it is added, and once for all answers that it proves', async () => {
    const session = await startWithDraftFile()
    const first = await session.add()
    expect(await session.add({ fileName: 'same content.txt' })).toEqual({ ...first, isNew: false })
    await session.add({ questionId: QuestionId.parse('AD-03') })
    const { files, vaultSizeBytes } = await session.do('evidence.list', { assessmentId: session.assessmentId })
    expect(files).toHaveLength(2)
    expect(vaultSizeBytes).toBe(given().bytes.length)
  })

  test('of any size up to the limit comes back whole, in pieces or not', async () => {
    const session = await startWithDraftFile()
    const sizes = [1, 1024 * 1024 - 1, 1024 * 1024, 1024 * 1024 + 1, evidenceLimitBytes]
    for (const sizeBytes of sizes) {
      const bytes = new Uint8Array(sizeBytes).fill(sizeBytes % 251)
      const { file } = await session.add({ bytes })
      expect(sha256(await copyOf(session, file.id))).toBe(file.sha256)
    }
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 5_000 }), async (bytes) => {
        const { file } = await session.add({ bytes, questionId: QuestionId.parse('AD-04') })
        expect(sha256(await copyOf(session, file.id))).toBe(sha256(bytes))
        await session.do('evidence.remove', { id: file.id })
      }),
      { numRuns: 25 },
    )
  })

  test('is refused when it is empty, over 25 MB, the fifty-first, or beside a question that is not there', async () => {
    const { assessmentId, add, refusal } = await startWithDraftFile()
    const tryTo = (changes: Partial<Given>) => refusal('evidence.add', { assessmentId, ...given(changes) })
    expect(await tryTo({ bytes: new Uint8Array(0) })).toBe('evidence-empty')
    expect(await tryTo({ bytes: new Uint8Array(evidenceLimitBytes + 1) })).toBe('evidence-too-large')
    expect(await tryTo({ questionId: QuestionId.parse('ZZ-99') })).toBe('unknown-question')
    expect(await refusal('evidence.add', { assessmentId, ...given(), bytes: 'text' })).toBe('invalid-input')
    for (let count = 0; count < 50; count += 1) await add({ bytes: text(`file ${count}`) })
    expect(await tryTo({ bytes: text('one more') })).toBe('evidence-too-many')
  }, 30_000)

  test('can be described anew, removed and brought back', async () => {
    const session = await startWithDraftFile()
    const { file } = await session.add()
    const described = await session.do('evidence.change', { id: file.id, grade: 'A', description: 'Seen by us' })
    expect(described.file).toEqual({ ...file, grade: 'A', description: 'Seen by us' })
    await session.do('evidence.remove', { id: file.id })
    expect(await session.list()).toEqual([])
    expect(await session.refusal('evidence.remove', { id: file.id })).toBe('not-found')
    expect((await session.do('evidence.restore', { id: file.id })).file).toEqual(described.file)
    expect(await session.refusal('evidence.restore', { id: file.id })).toBe('not-found')
    await session.do('evidence.remove', { id: file.id })
    // Adding it again brings it back, described as it is now.
    expect(await session.add()).toEqual({ file, isNew: true })
  })

  test('goes for good with its bytes a day after it was removed', async () => {
    let day = 1
    const at = () => `2026-11-${String(day).padStart(2, '0')}T09:00:00.000Z`
    const session = startEngine(at)
    const directory = join(temporaryFolder(), 'Example.gatehouse')
    await session.do('vault.create', { handle: session.grant(directory), passphrase })
    await session.do('organization.save', { name: 'Brightwell', country: 'US', activity: '', contact: '' })
    const details = { legalName: 'Kestrel', nativeName: '', registrationNumber: '', country: 'IE', note: '' } as const
    const { thirdParty } = await session.do('thirdParties.add', { ...details, relationships: ['supplier'] })
    const { assessment } = await session.do('assessments.start', { thirdPartyId: thirdParty.id, relationship: 'supplier', profile: 'full' })
    const add = (bytes: Uint8Array<ArrayBuffer>) => session.do('evidence.add', { assessmentId: assessment.id, ...given({ bytes }) })
    const { file } = await add(text('removed'))
    await session.do('evidence.remove', { id: file.id })
    day = 3
    await add(text('kept'))
    expect(await session.call('evidence.restore', { id: file.id })).toMatchObject({ ok: false, fault: { code: 'not-found' } })
    const { vaultSizeBytes } = await session.do('evidence.list', { assessmentId: assessment.id })
    expect(vaultSizeBytes).toBe('kept'.length)
    expect(await session.do('vault.check', {})).toMatchObject({ isSound: true })
  })

  test('is never written into the vault folder or over a folder', async () => {
    const session = await startWithDraftFile()
    const { file } = await session.add()
    const folder = join(temporaryFolder(), 'folder')
    mkdirSync(folder)
    for (const path of [join(session.directory, 'vault.db'), folder]) {
      const saved = await session.call('evidence.saveCopy', { id: file.id, handle: session.grant(path) })
      expect(saved).toMatchObject({ ok: false, fault: { code: 'place-not-writable' } })
    }
    const foreign = await session.call('evidence.saveCopy', { id: file.id, handle: '00000000-0000-4000-8000-000000000009' })
    expect(foreign).toMatchObject({ ok: false, fault: { code: 'place-unknown' } })
  })
})

describe('evidence and signatures', () => {
  test('are signed together: the document names each file with its hash, and nothing of it changes afterwards', async () => {
    const session = await startWithExample('supplier')
    const assessmentId = session.assessment.id
    const { file } = await session.do('evidence.add', { assessmentId, ...given() })
    const removed = await session.do('evidence.add', { assessmentId, ...given({ bytes: text('removed') }) })
    await session.do('evidence.remove', { id: removed.file.id })
    await session.do('answerContext.comment', {
      assessmentId,
      questionId,
      comment: { text: 'We changed this in May.', saidBy: 'Ms Aalto', saidOn: '2026-05-04' },
    })
    await session.do('decision.save', { assessmentId, decision: session.input.decision })
    await session.do('reports.sign', { assessmentId, signerId: session.signer.id })
    const codes = await Promise.all(
      [
        ['evidence.add', { assessmentId, ...given({ bytes: text('late') }) }],
        ['evidence.change', { id: file.id, grade: 'A', description: '' }],
        ['evidence.remove', { id: file.id }],
        ['evidence.restore', { id: removed.file.id }],
        ['answerContext.comment', { assessmentId, questionId, comment: null }],
      ].map(async ([name, input]) => {
        const outcome = await session.call(name, input)
        return outcome.ok ? 'ok' : outcome.fault.code
      }),
    )
    expect(codes).toEqual(['frozen', 'frozen', 'frozen', 'frozen', 'frozen'])
    expect(sha256(await copyOf(session, file.id))).toBe(file.sha256)
    await session.do('vault.lock', {})

    const connection = await openDatabase(session.directory)
    const document = SignedDocument.parse(wrapConnection(connection).first(readSignedDocument, { id: assessmentId })?.document)
    expect(document).toMatchObject({
      evidenceFiles: [file],
      comments: [{ questionId, text: 'We changed this in May.', saidBy: 'Ms Aalto', saidOn: '2026-05-04' }],
    })
    // Whatever the code does, the database refuses.
    const frozen = [
      `UPDATE evidence_file SET description = 'x' WHERE id = '${file.id}'`,
      `DELETE FROM evidence_file WHERE id = '${file.id}'`,
      `DELETE FROM evidence_chunk WHERE sha256 = '${file.sha256}'`,
      `UPDATE evidence_chunk SET bytes = x'00'`,
      `UPDATE evidence_content SET media_type = 'image/png'`,
      `UPDATE third_party_comment SET text = 'x'`,
      'DELETE FROM third_party_comment',
    ]
    for (const sql of frozen) expect(() => connection.exec(sql), sql).toThrow(/frozen|never changed|is kept/)
    connection.close()
  }, 30_000)

  test('of which a byte was changed are found by the check and never handed out', async () => {
    const session = await startWithDraftFile()
    const { file } = await session.add({ bytes: text('%PDF-1.7 nothing') })
    const whole = await session.do('evidence.add', { assessmentId: session.assessmentId, ...given({ bytes: text('whole') }) })
    expect(await session.do('history.checkAll', { withBackups: false })).toMatchObject({ isSound: true, evidenceChecked: 2 })
    await session.do('vault.lock', {})
    const connection = await openDatabase(session.directory)
    connection.exec(`DROP TRIGGER evidence_chunk_keeps_rows; UPDATE evidence_chunk SET bytes = x'00' WHERE sha256 = '${file.sha256}'`)
    connection.close()
    await session.do('vault.open', { handle: session.grant(session.directory), secret: passphrase })
    const check = await session.do('history.checkAll', { withBackups: false })
    expect(check.problems).toEqual(['The evidence policy.txt is not the file that was added.'])
    expect(await session.refusal('evidence.bytes', { id: file.id })).toBe('evidence-damaged')
    const path = join(temporaryFolder(), 'copy')
    writeFileSync(path, 'before')
    expect(await session.refusal('evidence.saveCopy', { id: file.id, handle: session.grant(path) })).toBe('evidence-damaged')
    expect(readFileSync(path, 'utf8')).toBe('before')
    expect(Buffer.from(await copyOf(session, whole.file.id)).toString()).toBe('whole')
  })
})

test('evidence and comments stand in a salvaged vault, whole', async () => {
  const session = await startWithDraftFile()
  const { file } = await session.add({ bytes: new Uint8Array(2_500_000).fill(7) })
  const comment = { text: 'Not since May.', saidBy: '', saidOn: '2026-05-04' }
  await session.do('answerContext.comment', { assessmentId: session.assessmentId, questionId, comment })
  await session.do('vault.lock', {})
  const target = join(temporaryFolder(), 'Salvaged.gatehouse')
  const proof = { secret: passphrase, keyFile: null }
  await session.do('salvage.run', { handle: session.grant(session.directory), proof, place: session.grant(target) })
  await session.do('vault.open', { handle: session.grant(target), secret: passphrase })
  expect(await session.do('history.checkAll', { withBackups: false })).toMatchObject({ isSound: true, problems: [], evidenceChecked: 1 })
  expect(await session.list()).toEqual([file])
  expect(sha256(await copyOf(session, file.id))).toBe(file.sha256)
  expect((await session.do('answerContext.read', { assessmentId: session.assessmentId })).comments).toEqual([{ questionId, ...comment }])
})

describe('what the third party says', () => {
  test('is kept beside the answer, changed and taken away, and moves no result', async () => {
    const session = await startWithDraft()
    const assessmentId = session.assessment.id
    const before = await session.do('assessments.read', { id: assessmentId })
    const comment = { text: 'Not since May.', saidBy: '', saidOn: '2026-05-04' }
    await session.do('answerContext.comment', { assessmentId, questionId, comment })
    const read = () => session.do('answerContext.read', { assessmentId })
    expect((await read()).comments).toEqual([{ questionId, ...comment }])
    await session.do('answerContext.comment', { assessmentId, questionId, comment: { ...comment, saidBy: 'Ms Aalto' } })
    expect((await read()).comments).toEqual([{ questionId, ...comment, saidBy: 'Ms Aalto' }])
    expect((await session.do('assessments.read', { id: assessmentId })).result).toEqual(before.result)
    await session.do('answerContext.comment', { assessmentId, questionId, comment: null })
    expect((await read()).comments).toEqual([])
    const unknown = { assessmentId, questionId: QuestionId.parse('ZZ-99'), comment }
    expect(await session.call('answerContext.comment', unknown)).toMatchObject({ ok: false, fault: { code: 'unknown-question' } })
  })
})

describe('the assessment before', () => {
  test('is the last signed one of the same party and relationship; what is still true is taken over with its day, evidence and files', async () => {
    const session = await startWithExample('supplier')
    const first = session.assessment
    const { answers: old } = await session.do('assessments.read', { id: first.id })
    const [proved] = old
    if (proved === undefined) throw new Error('The example has no answers.')
    const beside = given({ questionId: proved.questionId })
    await session.do('evidence.add', { assessmentId: first.id, ...beside })
    await session.do('evidence.add', { assessmentId: first.id, ...beside, bytes: text('more'), fileName: 'more.txt' })
    await session.do('decision.save', { assessmentId: first.id, decision: session.input.decision })
    await session.do('reports.sign', { assessmentId: first.id, signerId: session.signer.id })
    const { assessment } = await session.do('assessments.start', {
      thirdPartyId: first.thirdPartyId,
      relationship: 'supplier',
      profile: 'full',
      supersedes: { assessmentId: first.id, reason: 'A year has passed.' },
    })
    const assessmentId = assessment.id
    const context = await session.do('answerContext.read', { assessmentId })
    expect(context.previous?.assessmentId).toBe(first.id)
    expect(context.previous?.answers.length).toBe(old.length)
    expect(context.carriedOver).toEqual([])
    expect((await session.do('answerContext.read', { assessmentId: first.id })).previous).toBeNull()
    const nobody = { legalName: 'Nobody yet', nativeName: '', registrationNumber: '', country: '', note: '' }
    const partner = await session.do('thirdParties.add', { ...nobody, relationships: ['supplier'] })
    const unknown = await session.do('assessments.start', {
      thirdPartyId: partner.thirdParty.id,
      relationship: 'supplier',
      profile: 'lite',
    })
    const nothing = { assessmentId: unknown.assessment.id, questions: [{ questionId, baseRevision: 0 }] }
    expect(await session.call('answerContext.carryOver', nothing)).toMatchObject({ ok: false, fault: { code: 'nothing-to-carry' } })

    await session.do('evidence.add', { assessmentId, ...beside, fileName: 'already here.txt' })
    // One that was taken away here comes back with the answer that it proves.
    const removed = await session.do('evidence.add', { assessmentId, ...beside, bytes: text('more'), fileName: 'more.txt' })
    await session.do('evidence.remove', { id: removed.file.id })
    const blank = (context.previous?.answers ?? []).slice(0, 3).map(({ answer }) => ({ questionId: answer.questionId, baseRevision: 0 }))
    expect(blank[0]?.questionId).toBe(proved.questionId)
    const taken = await session.do('answerContext.carryOver', { assessmentId, questions: blank })
    expect(taken.answers.map(({ questionId: id, value, revision }) => [id, value, revision])).toEqual(
      blank.map(({ questionId: id }) => [id, old.find((answer) => answer.questionId === id)?.value, 1]),
    )
    expect(taken.result.answeredCount).toBe(3)
    expect(taken.carriedOver).toHaveLength(3)
    // Files go along, but none stands there twice.
    const { files, vaultSizeBytes } = await session.do('evidence.list', { assessmentId })
    expect(files.map(({ fileName }) => fileName).sort()).toEqual(['already here.txt', 'more.txt'])
    expect(vaultSizeBytes).toBe(given().bytes.length + 'more'.length)
    expect(taken.evidenceIds).toEqual([removed.file.id])
    expect(new Set(taken.carriedOver.map(({ source }) => source))).toEqual(new Set(['previous-assessment']))

    const again = await session.call('answerContext.carryOver', { assessmentId, questions: blank })
    expect(again).toMatchObject({ ok: false, fault: { code: 'answer-changed' } })
    const none = { assessmentId, questions: [{ questionId: 'ZZ-99', baseRevision: 0 }] }
    expect(await session.call('answerContext.carryOver', none)).toMatchObject({ ok: false, fault: { code: 'nothing-to-carry' } })

    // The mark holds for the value that was taken over, whatever is noted beside it.
    const [one] = taken.answers
    if (one === undefined) throw new Error('Nothing was taken over.')
    const { revision: _, savedAt: __, ...kept } = one
    const save = (baseRevision: number, answer: InputOf<'answer.save'>['answer']) =>
      session.do('answer.save', { assessmentId, baseRevision, answer })
    const marks = async () => (await session.do('answerContext.read', { assessmentId })).carriedOver.length
    await save(1, { ...kept, note: 'Asked again' })
    expect(await marks()).toBe(3)
    await save(2, { ...kept, value: { kind: 'unknown' } })
    expect(await marks()).toBe(2)
    await save(3, kept)
    expect(await marks()).toBe(3)
    expect(await session.do('vault.check', {})).toMatchObject({ isSound: true })
  }, 30_000)
})

test('the page may not ask for the bytes of evidence', () => {
  expect(contract['evidence.bytes'].side).toBe('inner')
})
