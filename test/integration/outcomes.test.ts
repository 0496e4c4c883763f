// The outcome that lists show is always the one that scoring the answers gives.
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AnswerInput } from '#shared/domain/answer.ts'
import { type AssessmentId, QuestionId } from '#shared/domain/ids.ts'
import type { Question } from '#shared/domain/question.ts'
import { outcomeOf } from '#shared/scoring/outcome.ts'
import { knownValue, notApplicable, unknown } from '#test/generators/answers.ts'
import { startWithSignedExample } from '#test/support/example.ts'
import { type Session, startEngine, startWithDraft } from '#test/support/engine-session.ts'
import { environment, openNew } from '#test/support/opened-vault.ts'
import { passphrase, temporaryFolder } from '#test/support/vault-place.ts'
import { markAllDraftsStale } from '#main/records/refresh-outcomes.ts'
import { readAuditHead } from '#main/store/audit.ts'
import { salvageVault } from '#main/store/salvage/salvage.ts'
import { command } from '#main/store/statement.ts'

async function listedAndScored(session: Session, id: AssessmentId) {
  // A list gives up after a moment on a slow machine, and the page goes on where it stopped.
  while ((await session.do('outcomes.refresh', {})).staleCount > 0);
  const { assessments, staleCount } = await session.do('assessments.list', {})
  const row = assessments.find(({ assessment }) => assessment.id === id)
  const { result } = await session.do('assessments.read', { id })
  const changedAt = row?.outcome?.changedAt ?? ''
  return { staleCount, listed: row?.outcome, scored: outcomeOf(result, changedAt), row }
}

type Step =
  | { readonly kind: 'save' | 'clear'; readonly at: number; readonly seed: number }
  | { readonly kind: 'jewel'; readonly impact: number }
  | { readonly kind: 'screening'; readonly isOff: boolean }

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('save' as const), at: fc.nat(), seed: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('clear' as const), at: fc.nat(), seed: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('jewel' as const), impact: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('screening' as const), isOff: fc.boolean() }) },
)

describe('the outcome of a draft', () => {
  test('equals its result after any changes, however they were made', async () => {
    const session = await startWithDraft()
    const { assessment, crownJewel } = session
    const { id } = assessment
    const { pack } = await session.do('assessments.read', { id })
    const valueOf = (question: Question, seed: number) => {
      if (question.answer.kind === 'jewels') return { kind: 'jewels' as const, jewelIds: seed % 3 === 0 ? [] : [crownJewel.id] }
      const rest = fc.constantFrom(unknown, { kind: 'declined' as const }, notApplicable())
      const [value] = fc.sample(fc.oneof({ weight: 3, arbitrary: knownValue(question, pack) }, { weight: 1, arbitrary: rest }), {
        numRuns: 1,
        seed,
      })
      return value ?? unknown
    }
    const perform = async (one: Step) => {
      if (one.kind === 'jewel') return session.call('crownJewels.change', { ...crownJewel, impact: one.impact })
      if (one.kind === 'screening') {
        const screening = one.isOff ? null : { state: 'possible-matches', listDates: ['2026-11-01'] }
        return session.call('screening.save', { assessmentId: id, screening })
      }
      const question = pack.questions[one.at % pack.questions.length]
      if (question === undefined) throw new Error('The pack has no questions.')
      const { answers } = await session.do('assessments.read', { id })
      const baseRevision = answers.find(({ questionId }) => questionId === question.id)?.revision ?? 0
      if (one.kind === 'clear') return session.call('answer.clear', { assessmentId: id, questionId: question.id, baseRevision })
      const answer = { questionId: question.id, value: valueOf(question, one.seed), note: '', evidenceGrade: 'B' }
      return session.call('answer.save', { assessmentId: id, baseRevision, answer })
    }
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
        for (const one of steps) await perform(one)
        const { listed, scored, staleCount } = await listedAndScored(session, id)
        expect(listed).toEqual(scored)
        expect(staleCount).toBe(0)
        // Kept from one save to the next where nothing of it changed.
        const [party] = (await session.do('thirdParties.list', {})).thirdParties
        const { isAssessed, tier, isUnconfirmed, flags } = scored
        expect(party).toMatchObject({ tier: isAssessed ? tier : null, stopCount: isAssessed ? flags.stop : 0, status: 'draft' })
        expect(party?.isUnconfirmed).toBe(isAssessed && isUnconfirmed)
      }),
      { numRuns: 30 },
    )
    expect(session.faults).toEqual([])
  })

  test('changes with an answer after the impact of a crown jewel changed, before any list was looked at', async () => {
    const session = await startWithDraft()
    const { assessment, crownJewel } = session
    const save = (questionId: string, value: AnswerInput['value'], baseRevision: number) =>
      session.do('answer.save', {
        assessmentId: assessment.id,
        baseRevision,
        answer: { questionId: QuestionId.parse(questionId), value, note: '', evidenceGrade: 'U' },
      })
    await save('CJ-05', { kind: 'jewels', jewelIds: [crownJewel.id] }, 0)
    await save('AD-01', { kind: 'practice', choice: 'no' }, 0)
    await session.do('crownJewels.change', { ...crownJewel, impact: 2 })
    await save('AD-01', { kind: 'practice', choice: 'yes' }, 1)
    const { listed, scored } = await listedAndScored(session, assessment.id)
    expect(listed).toEqual(scored)
  })
})

describe('the outcome of a signed assessment', () => {
  test('is the signed one and stands, also when a crown jewel changes afterwards and a newer draft begins', async () => {
    const session = await startWithSignedExample('supplier')
    const { id, thirdPartyId, relationship, profile } = session.assessment
    const before = await listedAndScored(session, id)
    expect(before.listed).toEqual(before.scored)
    const { crownJewels } = await session.do('crownJewels.list', {})
    for (const jewel of crownJewels) await session.do('crownJewels.change', { ...jewel, impact: 1 })
    const { assessment: newer } = await session.do('assessments.start', { thirdPartyId, relationship, profile })
    const after = await listedAndScored(session, id)
    expect(after.listed).toEqual(before.listed)
    expect(after.row?.isStanding).toBe(true)
    expect((await listedAndScored(session, newer.id)).row?.isStanding).toBe(false)
  })
})

describe('the list of assessments', () => {
  test('comes in pages without leaving out or repeating any, and by third party, status and name', async () => {
    const session = await startWithDraft()
    const { thirdParty } = session
    const { id: _, ...details } = thirdParty
    const other = await session.do('thirdParties.add', { ...details, legalName: 'Čierny Les s.r.o.' })
    for (const thirdPartyId of [thirdParty.id, other.thirdParty.id, thirdParty.id])
      await session.do('assessments.start', { thirdPartyId, relationship: 'supplier', profile: 'lite' })
    const all = (await session.do('assessments.list', {})).assessments.map(({ assessment }) => assessment.id)
    const first = await session.do('assessments.list', { limit: 3 })
    const second = await session.do('assessments.list', { limit: 3, cursor: first.nextCursor ?? '' })
    expect(all).toHaveLength(4)
    expect([...first.assessments, ...second.assessments].map(({ assessment }) => assessment.id)).toEqual(all)
    expect([first.assessments.length, second.nextCursor]).toEqual([3, null])
    const count = async (input: object) => (await session.do('assessments.list', input)).assessments.length
    expect(await count({ thirdPartyId: other.thirdParty.id })).toBe(1)
    expect(await count({ search: 'cierny' })).toBe(1)
    expect(await count({ ids: all.slice(1, 3) })).toBe(2)
    expect(await count({ status: 'signed' })).toBe(0)
  })
})

describe('derived tables', () => {
  test('are filled without an entry in the history, and nothing else can be', async () => {
    const { vault } = await openNew()
    const heads = () => readAuditHead(vault.store)
    const before = heads()
    vault.store.derive((tx) => tx.run(markAllDraftsStale))
    expect(heads()).toEqual(before)
    const outside = command("UPDATE vault SET created_at = ''")
    expect(() => vault.store.derive((tx) => tx.run(outside))).toThrow('Only derived tables')
  })

  test('of a vault that was salvaged are worked out anew', async () => {
    const session = await startWithDraft()
    const { directory, assessment } = session
    const answer = { questionId: 'AD-01', value: { kind: 'practice', choice: 'no' }, note: '', evidenceGrade: 'U' } as const
    const saved = await session.call('answer.save', { assessmentId: assessment.id, baseRevision: 0, answer })
    expect(saved.ok).toBe(true)
    const before = await listedAndScored(session, assessment.id)
    await session.do('vault.lock', {})
    const target = join(temporaryFolder(), 'Salvaged.gatehouse')
    const proof = { kind: 'secret', secret: passphrase, mediumKey: null } as const
    await salvageVault({ from: directory, to: target, proof, environment, packRow: () => null })
    const second = startEngine()
    await second.do('vault.open', { handle: second.grant(target), secret: passphrase })
    const after = await listedAndScored(second, assessment.id)
    expect(after.listed).toEqual(before.listed)
    expect(after.listed?.answeredCount).toBe(1)
  })
})
