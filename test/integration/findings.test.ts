// Findings, what is done about them, reviews and superseding, through the engine as the page uses it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openXlsx } from '#main/features/import/xlsx-package.ts'
import { readSheetTable } from '#main/features/import/xlsx-table.ts'
import { readWorkbook } from '#main/features/import/xlsx-workbook.ts'
import { contract } from '#shared/contract/contract.ts'
import { type FindingFilter, mostFindingsAtOnce } from '#shared/contract/findings.ts'
import { AssessmentDocument } from '#shared/domain/assessment-document.ts'
import type { ReportId } from '#shared/domain/ids.ts'
import { readAttachment } from '#main/report/verification/attachments.ts'
import { type Session, startWithDraft } from '../support/engine-session.ts'
import { startWithExample } from '../support/example.ts'
import { all, decision, list, plan, startWithFindings } from '../support/findings.ts'
import { temporaryFolder } from '../support/vault-place.ts'

const ownFinding = {
  title: 'The invoice names another firm',
  detail: '',
  severity: 'high',
  domainId: null,
  firstStep: 'Ask who is paid',
} as const

const review = { reviewerName: 'Rita', reviewerRole: 'Counsel', verdict: 'asks-for-changes', note: 'Ask again.' } as const

/** What the report carries of the assessment. */
async function signedDocument(session: Session, reportId: ReportId): Promise<AssessmentDocument> {
  const path = join(temporaryFolder(), 'report.pdf')
  await session.do('reports.saveCopy', { reportId, handle: session.grant(path) })
  const attachment = readAttachment(readFileSync(path), 'assessment.json')
  if (!attachment.ok) throw new Error(attachment.detail)
  return AssessmentDocument.parse(JSON.parse(Buffer.from(attachment.bytes).toString('utf8')))
}

describe('the list of findings', () => {
  test('holds what the assessment found, in the order of the result', async () => {
    const session = await startWithFindings()
    const { findings, count, nextCursor } = await list(session)
    const isOpen = ({ flags }: (typeof session.result.findings)[number]) => flags.every(({ state }) => state === 'unresolved')
    const found = session.result.findings.filter((one) => one.answer !== 'blank' && !(one.answer === 'none' && isOpen(one)))
    const ids = findings.map(({ finding }) => ('questionId' in finding ? finding.questionId : 'ruleId' in finding ? finding.ruleId : ''))
    expect(ids.toSorted()).toEqual(found.map(({ id }) => id).toSorted())
    expect([count, nextCursor]).toEqual([found.length, null])
    expect(ids[0]).toBe(found[0]?.id)
    expect(findings.every(({ title, state, isSigned }) => title !== '' && state === 'untreated' && !isSigned)).toBe(true)
  })

  test('follows each answer at once', async () => {
    const session = await startWithFindings()
    const { answers } = await session.do('assessments.read', { id: session.assessment.id })
    const standing = answers.find((answer) => answer.questionId === session.finding.questionId)
    if (!standing) throw new Error('The finding has an answer.')
    const { revision, savedAt: _, ...answer } = standing
    const value = { kind: 'not-applicable', reason: 'They no longer do that.', countersignedBy: 'Dana' } as const
    await session.do('answer.save', { assessmentId: session.assessment.id, baseRevision: revision, answer: { ...answer, value } })
    const { findings } = await list(session)
    expect(findings.map(({ finding }) => finding)).not.toContainEqual(session.finding)
  })

  test('leaves out what nobody has come to in a draft', async () => {
    const session = await startWithDraft()
    expect((await list(session)).findings).toEqual([])
  })

  test('goes on page by page to the same whole, in every order and with every filter', async () => {
    const session = await startWithFindings()
    const { assessment } = session
    await session.do('decision.save', { assessmentId: assessment.id, decision })
    await session.do('findings.add', { assessmentId: assessment.id, details: ownFinding })
    await session.treat()
    await session.treat({ finding: { kind: 'condition', condition: decision.conditions[0] ?? '' }, dueOn: '2020-01-01' })
    const filters: Partial<FindingFilter>[] = [
      {},
      { search: 'nobody' },
      { search: session.thirdParty.legalName.slice(0, 6) },
      { thirdPartyId: assessment.thirdPartyId },
      { domainId: session.result.findings[0]?.domainId ?? null },
      { response: 'mitigate' },
      { ownerName: 'Ola' },
      ...(['untreated', 'open', 'in-progress', 'done', 'accepted', 'lapsed'] as const).map((state) => ({ state })),
      ...(['overdue', 'soon', 'any'] as const).map((due) => ({ due })),
      { response: 'mitigate', ownerName: 'Ola', state: 'open', due: 'any', search: 'a', thirdPartyId: assessment.thirdPartyId },
    ]
    for (const order of ['pressing', 'due', 'party'] as const) {
      for (const filter of filters) {
        const whole = await list(session, filter, { order })
        expect(whole.count).toBe(whole.findings.length)
        const pages = []
        let cursor: string | null = null
        do {
          const page: Awaited<ReturnType<typeof list>> = await list(session, filter, { order, limit: 3, cursor })
          expect(page.findings.length).toBeLessThanOrEqual(3)
          pages.push(...page.findings)
          cursor = page.nextCursor
        } while (cursor !== null)
        expect(pages).toEqual(whole.findings)
      }
    }
    expect((await list(session, { ownerName: 'Ola' })).count).toBe(2)
    expect((await list(session, { due: 'overdue' })).findings[0]?.finding.kind).toBe('condition')
    expect((await list(session, {}, { order: 'due' })).findings[0]?.finding.kind).toBe('condition')
    expect((await list(session, {}, { cursor: 'no cursor' })).findings.length).toBeGreaterThan(3)
  })

  test('offers the owners who are named and the domains of the pack', async () => {
    const session = await startWithFindings()
    await session.treat()
    const { ownerNames, domains } = await session.do('findings.choices', {})
    expect(ownerNames).toEqual(['Ola'])
    expect(domains.length).toBeGreaterThan(5)
  })

  test('is saved as a table in which no cell is a formula', async () => {
    const session = await startWithFindings()
    await session.treat({ action: '=HYPERLINK("http://x")' })
    const path = join(temporaryFolder(), 'findings.csv')
    const written = await session.do('findings.export', { filter: all, order: 'due', handle: session.grant(path) })
    const lines = readFileSync(path, 'utf8').split('\r\n')
    expect(written).toEqual({ writtenCount: (await list(session)).count, isComplete: true })
    expect(lines[0]).toContain('third party,relationship')
    expect(lines[1]).toContain(`"'=HYPERLINK(""http://x"")"`)
  })

  test('is saved as a workbook where the name asks for one, in which no cell is a formula either', async () => {
    const session = await startWithFindings()
    await session.treat({ action: '=HYPERLINK("http://x")' })
    const path = join(temporaryFolder(), 'Findings.XLSX')
    const { writtenCount } = await session.do('findings.export', { filter: all, order: 'due', handle: session.grant(path) })
    const zip = await openXlsx(readFileSync(path))
    const workbook = await readWorkbook(zip)
    const [sheet] = workbook.sheets
    const rows = sheet === undefined ? [] : (await readSheetTable(zip, workbook, sheet)).rows
    expect(rows).toHaveLength(writtenCount + 1)
    expect(rows[1]?.cells).toContain('=HYPERLINK("http://x")')
  })
})

describe('what is done about a finding', () => {
  test('is given to as many findings at once as can be listed and chosen, and put back for all of them', () => {
    const place = { assessmentId: '88888888-8888-4888-8888-888888888888', finding: { kind: 'rule', ruleId: 'C-01' } }
    const places = Array.from({ length: mostFindingsAtOnce }, () => place)
    const isTaken = (name: 'findings.list' | 'treatments.assign' | 'treatments.restore', input: object) =>
      contract[name].input.safeParse(input).success
    expect(isTaken('findings.list', { filter: all, order: 'due', limit: mostFindingsAtOnce, cursor: null })).toBe(true)
    expect(isTaken('treatments.assign', { places, ownerName: 'Ola', dueOn: null })).toBe(true)
    expect(isTaken('treatments.restore', { before: places.map((one) => ({ ...one, treatment: null })) })).toBe(true)
    expect(isTaken('treatments.assign', { places: [...places, place], ownerName: 'Ola', dueOn: null })).toBe(false)
  })

  test('has an owner, a day and a state, and may be changed and taken back', async () => {
    const session = await startWithFindings()
    const { treatment } = await session.treat()
    const changed = await session.treat({ status: 'in-progress' })
    expect(changed.treatment.id).toBe(treatment.id)
    const [listed] = (await list(session, { state: 'in-progress' })).findings
    expect(listed).toMatchObject({ finding: session.finding, treatment: changed.treatment })
    await session.do('treatments.remove', { assessmentId: session.assessment.id, finding: session.finding })
    expect((await list(session, { state: 'in-progress' })).findings).toEqual([])
    const again = await session.call('treatments.remove', { assessmentId: session.assessment.id, finding: session.finding })
    expect(again).toMatchObject({ ok: false, fault: { code: 'not-found' } })
  })

  test('accepts a risk for as long as somebody says, and then counts as due', async () => {
    const session = await startWithFindings()
    const accept = { response: 'accept', acceptedBy: 'Dana', acceptedUntil: '2099-01-01' } as const
    await session.treat(accept)
    expect((await list(session, { state: 'accepted' })).count).toBe(1)
    expect((await session.do('home.read', {})).treatments.count).toBe(0)
    await session.treat({ ...accept, acceptedUntil: '2021-01-01' })
    const [lapsed] = (await list(session, { state: 'lapsed' })).findings
    expect(lapsed?.state).toBe('lapsed')
    expect((await list(session, { due: 'overdue' })).count).toBe(1)
    expect((await session.do('home.read', {})).treatments).toMatchObject({ count: 1, first: [{ kind: 'accepted', ownerName: 'Dana' }] })
  })

  test.each([
    [{ response: 'accept', acceptedBy: ' ', acceptedUntil: '2099-01-01' }, 'treatment.acceptedBy'],
    [{ response: 'accept', acceptedBy: 'Dana', acceptedUntil: null }, 'treatment.acceptedUntil'],
  ] as const)('does not accept a risk without a name and a day', async (changes, path) => {
    const session = await startWithFindings()
    const treatment = { finding: session.finding, ...plan, ...changes }
    const refused = await session.call('treatments.save', { assessmentId: session.assessment.id, treatment })
    expect(refused).toMatchObject({ ok: false, fault: { code: 'invalid-input', path } })
  })

  test('is not told of what was not found', async () => {
    const session = await startWithFindings()
    for (const finding of [
      { kind: 'question', questionId: 'ZZ-99' },
      { kind: 'rule', ruleId: 'C-99' },
      { kind: 'condition', condition: 'Never decided' },
      { kind: 'manual', findingId: '00000000-0000-4000-8000-000000000001' },
    ]) {
      const refused = await session.call('treatments.save', { assessmentId: session.assessment.id, treatment: { finding, ...plan } })
      expect(refused).toMatchObject({ ok: false, fault: { code: 'no-such-finding' } })
    }
  })

  test('is given to many findings at once, by their first step, and put back as it was', async () => {
    const session = await startWithFindings()
    await session.treat({ ownerName: 'Before' })
    const places = (await list(session)).findings.slice(0, 6).map(({ assessmentId, finding }) => ({ assessmentId, finding }))
    const assigned = await session.do('treatments.assign', { places, ownerName: 'Mira', dueOn: '2027-03-01' })
    const given = (await list(session, { ownerName: 'Mira' })).findings
    expect(given).toHaveLength(places.length)
    expect(given.every(({ treatment }) => treatment?.dueOn === '2027-03-01' && treatment.response === 'mitigate')).toBe(true)
    expect(given.filter(({ treatment }) => treatment?.action !== '').length).toBeGreaterThan(1)
    await session.do('treatments.restore', assigned)
    await session.treat({ response: 'accept', acceptedBy: 'Before', acceptedUntil: '2099-01-01', dueOn: null })
    const { before: accepted } = await session.do('treatments.assign', { places, ownerName: 'Mira', dueOn: '2027-03-01' })
    expect((await list(session, { state: 'accepted' })).findings).toMatchObject([{ treatment: { ownerName: 'Mira', dueOn: null } }])
    await session.do('treatments.restore', { before: accepted })
    expect((await list(session, { ownerName: 'Mira' })).findings).toEqual([])
    expect((await list(session, { ownerName: 'Before' })).count).toBe(1)
    const again = await session.do('treatments.assign', { places, ownerName: 'Mira', dueOn: '2027-03-01' })
    await session.treat({ ownerName: 'Decided since' })
    expect(await session.call('treatments.restore', again)).toMatchObject({ ok: false, fault: { code: 'not-found' } })
    expect((await list(session, { ownerName: 'Decided since' })).count).toBe(1)
    const nothing = await session.call('treatments.assign', { places, ownerName: null, dueOn: null })
    expect(nothing).toMatchObject({ ok: false, fault: { code: 'invalid-input' } })
  })
})

describe('a finding of one’s own', () => {
  test('stands beside the others, may be changed, and goes with what was planned for it', async () => {
    const session = await startWithFindings()
    const assessmentId = session.assessment.id
    const { finding } = await session.do('findings.add', { assessmentId, details: ownFinding })
    await session.treat({ finding: { kind: 'manual', findingId: finding.id } })
    const listed = (await list(session, { state: 'open' })).findings
    expect(listed).toMatchObject([{ title: ownFinding.title, tier: 'high', finding: { kind: 'manual' } }])
    await session.do('findings.change', { assessmentId, id: finding.id, details: { ...ownFinding, severity: 'critical' } })
    expect((await list(session, { state: 'open' })).findings).toMatchObject([{ tier: 'critical' }])
    await session.do('findings.remove', { assessmentId, id: finding.id })
    expect((await list(session, { state: 'open' })).findings).toEqual([])
    for (const name of ['findings.change', 'findings.remove'] as const) {
      const input = name === 'findings.change' ? { assessmentId, id: finding.id, details: ownFinding } : { assessmentId, id: finding.id }
      expect(await session.call(name, input)).toMatchObject({ ok: false, fault: { code: 'not-found' } })
    }
  })
})

describe('a review', () => {
  test('is kept for good, and says when something was changed after it', async () => {
    const session = await startWithFindings()
    const assessmentId = session.assessment.id
    await session.do('reviews.add', { assessmentId, review })
    expect((await session.do('decision.readCase', { assessmentId })).reviews).toMatchObject([{ ...review, isOutdated: false }])
    await session.treat()
    await session.do('reviews.add', { assessmentId, review: { ...review, verdict: 'agrees' } })
    expect((await session.do('decision.readCase', { assessmentId })).reviews).toMatchObject([
      { verdict: 'asks-for-changes', isOutdated: true },
      { verdict: 'agrees', isOutdated: false },
    ])
  })

  test.each(['findings.change', 'findings.remove', 'evidence.add', 'treatments.remove'] as const)(
    'is older than what it looked at after %s',
    async (name) => {
      const session = await startWithFindings()
      const assessmentId = session.assessment.id
      const { finding } = await session.do('findings.add', { assessmentId, details: ownFinding })
      const { treatment } = await session.treat()
      await session.do('reviews.add', { assessmentId, review })
      const questionId = 'AD-01'
      const beside = { assessmentId, questionId, fileName: 'a.txt', grade: 'C', description: '', bytes: new TextEncoder().encode('a') }
      const inputs = {
        'findings.change': { assessmentId, id: finding.id, details: { ...ownFinding, severity: 'low' } },
        'findings.remove': { assessmentId, id: finding.id },
        'evidence.add': beside,
        'treatments.remove': { assessmentId, finding: treatment.finding },
      }
      expect((await session.do('decision.readCase', { assessmentId })).reviews).toMatchObject([{ isOutdated: false }])
      expect(await session.call(name, inputs[name])).toMatchObject({ ok: true })
      expect((await session.do('decision.readCase', { assessmentId })).reviews).toMatchObject([{ isOutdated: true }])
    },
  )
})

describe('a signed assessment', () => {
  test('keeps what was signed, counts what was blank, lets the plan go on, and is superseded', async () => {
    const session = await startWithExample('supplier')
    const { assessment, signer, input } = session
    const { id: assessmentId, thirdPartyId, relationship, profile } = assessment
    await session.do('decision.save', { assessmentId, decision: input.decision })
    const { finding: own } = await session.do('findings.add', { assessmentId, details: ownFinding })
    const finding = { kind: 'manual', findingId: own.id } as const
    await session.do('treatments.save', { assessmentId, treatment: { finding, ...plan } })
    await session.do('reviews.add', { assessmentId, review })
    const { verdict, report } = await session.do('reports.sign', { assessmentId, signerId: signer.id })
    expect(verdict.content.state).toBe('recomputes')

    const { result } = await session.do('assessments.read', { id: assessmentId })
    const { findings } = await list(session)
    expect(findings).toHaveLength(result.findings.length + input.decision.conditions.length + 1)
    expect(findings.filter((one) => one.finding.kind === 'condition')).toHaveLength(input.decision.conditions.length)

    const frozen = { ok: false, fault: { code: 'frozen' } }
    expect(await session.call('findings.add', { assessmentId, details: ownFinding })).toMatchObject(frozen)
    expect(await session.call('findings.remove', { assessmentId, id: own.id })).toMatchObject(frozen)
    expect(await session.call('reviews.add', { assessmentId, review })).toMatchObject(frozen)

    const done = await session.do('treatments.save', { assessmentId, treatment: { finding, ...plan, status: 'done' } })
    const beside = await session.do('decision.readCase', { assessmentId })
    expect(beside.findings.flatMap(({ treatment }) => treatment ?? [])).toEqual([done.treatment])
    expect(beside.reviews).toMatchObject([{ reviewerName: 'Rita', isOutdated: false }])
    const signed = await signedDocument(session, report.id)
    expect(signed).toMatchObject({ manualFindings: [own], treatments: [{ finding, status: 'open' }], reviews: [review], supersedes: null })

    const supersedes = { assessmentId, reason: 'A year has passed.' }
    const started = await session.do('assessments.start', { thirdPartyId, relationship, profile, supersedes })
    const newer = await session.do('decision.readCase', { assessmentId: started.assessment.id })
    expect(newer.supersedes).toMatchObject(supersedes)
    const older = await session.do('decision.readCase', { assessmentId })
    expect(older.supersededBy).toMatchObject({ assessmentId: started.assessment.id, status: 'draft' })
    // The signed one counts until the new one is signed.
    expect((await list(session)).findings[0]?.assessmentId).toBe(assessmentId)

    const other = { thirdPartyId, relationship, profile, supersedes: { assessmentId: started.assessment.id, reason: '' } }
    expect(await session.call('assessments.start', other)).toMatchObject({ ok: false, fault: { code: 'not-to-supersede' } })
    const { thirdParty } = await session.do('thirdParties.read', { id: thirdPartyId })
    await session.do('thirdParties.change', { ...thirdParty, relationships: ['supplier', 'partner'] })
    const elsewhere = { thirdPartyId, relationship: 'partner', profile, supersedes }
    expect(await session.call('assessments.start', elsewhere)).toMatchObject({ ok: false, fault: { code: 'not-to-supersede' } })
  })
})
