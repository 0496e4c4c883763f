// Findings, what is done about them, reviews and superseding, through the engine as the page uses it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { InputOf } from '#shared/contract/contract.ts'
import type { FindingFilter } from '#shared/contract/findings.ts'
import type { TreatmentDetails } from '#shared/domain/treatment.ts'
import { type Session, startWithDraft } from '../support/engine-session.ts'
import { startWithExample, startWithSignedExample } from '../support/example.ts'
import { temporaryFolder } from '../support/vault-place.ts'

const all: FindingFilter = { search: '', thirdPartyId: null, domainId: null, response: null, ownerName: '', state: null, due: null }
const list = async (session: Session, filter: Partial<FindingFilter> = {}, more: Partial<InputOf<'findings.list'>> = {}) =>
  session.do('findings.list', { filter: { ...all, ...filter }, order: 'pressing', limit: 200, cursor: null, ...more })

const plan = {
  response: 'mitigate',
  action: 'Write it down',
  ownerName: 'Ola',
  dueOn: '2027-01-31',
  status: 'open',
  acceptedBy: '',
  acceptedUntil: null,
} as const
const ownFinding = {
  title: 'The invoice names another firm',
  detail: '',
  severity: 'high',
  domainId: null,
  firstStep: 'Ask who is paid',
} as const

/** An example, answered; the most pressing finding of it that rests on a question. */
async function startWithFindings() {
  const session = await startWithExample('supplier')
  const { result } = await session.do('assessments.read', { id: session.assessment.id })
  const questionId = result.findings.find((finding) => finding.questionId !== null)?.questionId
  if (!questionId) throw new Error('The example has findings.')
  const finding = { kind: 'question', questionId } as const
  const treat = (changes: Partial<TreatmentDetails> = {}) =>
    session.do('treatments.save', { assessmentId: session.assessment.id, treatment: { finding, ...plan, ...changes } })
  return { ...session, result, finding, treat }
}

describe('the list of findings', () => {
  test('holds what the assessment found, in the order of the result', async () => {
    const session = await startWithFindings()
    const { findings, count, nextCursor, staleCount } = await list(session)
    const isOpen = ({ flags }: (typeof session.result.findings)[number]) => flags.every(({ state }) => state === 'unresolved')
    const found = session.result.findings.filter((one) => one.answer !== 'blank' && !(one.answer === 'none' && isOpen(one)))
    const ids = findings.map(({ finding }) => ('questionId' in finding ? finding.questionId : 'ruleId' in finding ? finding.ruleId : ''))
    expect(ids.toSorted()).toEqual(found.map(({ id }) => id).toSorted())
    expect([count, nextCursor, staleCount]).toEqual([found.length, null, 0])
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

  test('leaves out what nobody has come to in a draft, and counts it once the assessment is signed', async () => {
    const session = await startWithDraft()
    expect((await list(session)).findings).toEqual([])
    const signed = await startWithSignedExample('supplier')
    const { result } = await signed.do('assessments.read', { id: signed.assessment.id })
    const { findings } = await list(signed)
    const conditions = signed.input.decision.conditions.length
    expect(findings).toHaveLength(result.findings.length + conditions)
    expect(findings.filter(({ finding }) => finding.kind === 'condition')).toHaveLength(conditions)
  })

  test('goes on page by page to the same whole, in every order and with every filter', async () => {
    const session = await startWithFindings()
    const { assessment } = session
    await session.do('decision.save', { assessmentId: assessment.id, decision: session.input.decision })
    await session.do('findings.add', { assessmentId: assessment.id, details: ownFinding })
    await session.treat()
    await session.treat({ finding: { kind: 'condition', condition: session.input.decision.conditions[0] ?? '' }, dueOn: '2020-01-01' })
    const filters: Partial<FindingFilter>[] = [
      {},
      { search: 'Kestr' },
      { search: session.input.thirdParty.legalName.slice(0, 6) },
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
})

describe('what is done about a finding', () => {
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
    expect(await session.do('findings.tally', {})).toMatchObject({ overdue: 0, lapsed: 0 })
    await session.treat({ ...accept, acceptedUntil: '2021-01-01' })
    const [lapsed] = (await list(session, { state: 'lapsed' })).findings
    expect(lapsed?.state).toBe('lapsed')
    expect((await list(session, { due: 'overdue' })).count).toBe(1)
    expect(await session.do('findings.tally', {})).toMatchObject({ overdue: 0, lapsed: 1 })
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
    const { before } = await session.do('treatments.assign', { places, ownerName: 'Mira', dueOn: '2027-03-01' })
    const given = (await list(session, { ownerName: 'Mira' })).findings
    expect(given).toHaveLength(places.length)
    expect(given.every(({ treatment }) => treatment?.dueOn === '2027-03-01' && treatment.response === 'mitigate')).toBe(true)
    expect(given.filter(({ treatment }) => treatment?.action !== '').length).toBeGreaterThan(1)
    await session.do('treatments.restore', { before })
    expect((await list(session, { ownerName: 'Mira' })).findings).toEqual([])
    expect((await list(session, { ownerName: 'Before' })).count).toBe(1)
    const nothing = await session.call('treatments.assign', { places, ownerName: null, dueOn: null })
    expect(nothing).toMatchObject({ ok: false, fault: { code: 'invalid-input' } })
  })

  test('goes on after signing, while what was signed stays as it was', async () => {
    const session = await startWithFindings()
    const { assessment, signer } = session
    await session.treat()
    await session.do('decision.save', { assessmentId: assessment.id, decision: session.input.decision })
    await session.do('findings.add', { assessmentId: assessment.id, details: ownFinding })
    await session.do('reviews.add', {
      assessmentId: assessment.id,
      review: { reviewerName: 'Rita', reviewerRole: '', verdict: 'agrees', note: '' },
    })
    const { verdict } = await session.do('reports.sign', { assessmentId: assessment.id, signerId: signer.id })
    expect(verdict.assessment.state).toBe('recomputes')
    const done = await session.treat({ status: 'done' })
    const beside = await session.do('decision.readCase', { assessmentId: assessment.id })
    expect(beside.findings.flatMap(({ treatment }) => treatment ?? [])).toEqual([done.treatment])
    expect(beside.reviews).toMatchObject([{ reviewerName: 'Rita', isOutdated: false }])
    expect((await list(session, { state: 'done' })).count).toBe(1)
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

  test('can no longer be added or changed once the assessment is signed', async () => {
    const session = await startWithSignedExample('partner')
    const refused = await session.call('findings.add', { assessmentId: session.assessment.id, details: ownFinding })
    expect(refused).toMatchObject({ ok: false, fault: { code: 'frozen' } })
  })
})

describe('a review', () => {
  const review = { reviewerName: 'Rita', reviewerRole: 'Counsel', verdict: 'asks-for-changes', note: 'Ask again.' } as const

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

  test('comes before the signature', async () => {
    const session = await startWithSignedExample('partner')
    const refused = await session.call('reviews.add', { assessmentId: session.assessment.id, review })
    expect(refused).toMatchObject({ ok: false, fault: { code: 'frozen' } })
  })
})

describe('superseding', () => {
  test('is told on both sides, is signed with its reason, and leaves the plan where it was', async () => {
    const session = await startWithSignedExample('supplier')
    const { assessment } = session
    const { thirdPartyId, relationship, profile } = assessment
    const supersedes = { assessmentId: assessment.id, reason: 'A year has passed.' }
    const [first] = (await list(session)).findings
    if (!first) throw new Error('The example has findings.')
    await session.do('treatments.assign', {
      places: [{ assessmentId: assessment.id, finding: first.finding }],
      ownerName: 'Mira',
      dueOn: null,
    })
    const started = await session.do('assessments.start', { thirdPartyId, relationship, profile, supersedes })
    const newer = await session.do('decision.readCase', { assessmentId: started.assessment.id })
    expect(newer.supersedes).toMatchObject(supersedes)
    const older = await session.do('decision.readCase', { assessmentId: assessment.id })
    expect(older.supersededBy).toMatchObject({ assessmentId: started.assessment.id, status: 'draft' })
    expect(older.findings.filter(({ treatment }) => treatment !== null)).toHaveLength(1)
    // The signed one counts until the new one is signed.
    expect((await list(session)).findings[0]?.assessmentId).toBe(assessment.id)
  })

  test.each(['a draft', 'another relationship'])('takes the place of no %s', async (what) => {
    const session = what === 'a draft' ? await startWithExample('partner') : await startWithSignedExample('partner')
    const { thirdPartyId, profile } = session.assessment
    const { thirdParty } = await session.do('thirdParties.read', { id: thirdPartyId })
    const { id: _, ...details } = thirdParty
    await session.do('thirdParties.change', { ...details, id: thirdPartyId, relationships: ['partner', 'investor'] })
    const relationship = what === 'a draft' ? 'partner' : 'investor'
    const supersedes = { assessmentId: session.assessment.id, reason: '' }
    const refused = await session.call('assessments.start', { thirdPartyId, relationship, profile, supersedes })
    expect(refused).toMatchObject({ ok: false, fault: { code: 'not-to-supersede' } })
  })
})
