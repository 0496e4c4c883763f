// The table of open findings says after every change what working everything out anew would say, and its list needs no sorting.
import fc from 'fast-check'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import type { FindingFilter } from '#shared/contract/findings.ts'
import { type AssessmentId, DomainId, QuestionId } from '#shared/domain/ids.ts'
import { findingKey } from '#shared/domain/treatment.ts'
import { listStatement } from '#main/features/findings/queries.ts'
import { migrations } from '#main/store/migrations.ts'
import { type Session, startWithDraft } from '../support/engine-session.ts'

const all: FindingFilter = { search: '', thirdPartyId: null, domainId: null, response: null, ownerName: '', state: null, due: null }
const questions = ['AD-01', 'AD-02', 'OW-04', 'CJ-01', 'RP-13'].map((id) => QuestionId.parse(id))

type Step =
  | {
      readonly kind: 'answer' | 'clear'
      readonly of: number
      readonly question: number
      readonly choice: 'yes' | 'partly' | 'no' | 'unknown'
    }
  | { readonly kind: 'decide' | 'own' | 'plan' | 'unplan'; readonly of: number; readonly size: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('answer', 'answer', 'clear'),
    of: fc.nat({ max: 1 }),
    question: fc.nat({ max: questions.length - 1 }),
    choice: fc.constantFrom('yes', 'partly', 'no', 'unknown'),
  }),
  fc.record({ kind: fc.constantFrom('decide', 'own', 'plan', 'unplan'), of: fc.nat({ max: 1 }), size: fc.nat({ max: 2 }) }),
)

const list = async (session: Session) =>
  (await session.do('findings.list', { filter: all, order: 'pressing', limit: 200, cursor: null })).findings

async function takeAnswer(
  session: Session,
  id: AssessmentId,
  { kind, question, choice }: Extract<Step, { question: number }>,
): Promise<void> {
  const questionId = questions[question] ?? questions[0]
  if (questionId === undefined) return
  const { answers } = await session.do('assessments.read', { id })
  const baseRevision = answers.find((answer) => answer.questionId === questionId)?.revision ?? 0
  if (kind === 'clear') {
    if (baseRevision > 0) await session.do('answer.clear', { assessmentId: id, questionId, baseRevision })
    return
  }
  const value = choice === 'unknown' ? ({ kind: 'unknown' } as const) : ({ kind: 'practice', choice } as const)
  // A blank that was answered before goes on counting revisions, which only the engine knows.
  await session.call('answer.save', { assessmentId: id, baseRevision, answer: { questionId, value, note: '', evidenceGrade: 'C' } })
}

async function takeOther(session: Session, id: AssessmentId, { kind, size }: Extract<Step, { size: number }>): Promise<void> {
  if (kind === 'decide') {
    const conditions = ['One', 'Two', 'Two'].slice(0, size + 1)
    const decision = { outcome: 'proceed-with-conditions', rationale: '', conditions, decidedBy: 'Dana' } as const
    await session.do('decision.save', { assessmentId: id, decision })
    return
  }
  if (kind === 'own') {
    const details = { title: 'Own', detail: '', severity: size > 0 ? 'high' : 'low', domainId: null, firstStep: '' } as const
    await session.do('findings.add', { assessmentId: id, details })
    return
  }
  const row = (await list(session))[size]
  if (row === undefined) return
  const { assessmentId, finding } = row
  if (kind === 'plan')
    await session.do('treatments.assign', { places: [{ assessmentId, finding }], ownerName: `Owner ${size}`, dueOn: '2027-01-01' })
  else await session.call('treatments.remove', { assessmentId, finding })
}

/** What the list must hold of the assessment that counts, from its result, its decision and its own findings. */
async function expected(session: Session, ids: readonly AssessmentId[]): Promise<string[]> {
  const { assessments } = await session.do('assessments.list', {})
  const standing = assessments.find(({ assessment, isStanding }) => isStanding && ids.includes(assessment.id))?.assessment.id
  if (standing === undefined) return []
  const { findings } = await session.do('decision.readCase', { assessmentId: standing })
  const { result } = await session.do('assessments.read', { id: standing })
  const blank = new Set(
    result.findings
      .filter(({ answer, flags }) => answer === 'blank' || (answer === 'none' && flags.every(({ state }) => state === 'unresolved')))
      .map(({ id }) => id),
  )
  return findings
    .filter(({ finding }) => !blank.has(findingKey(finding)))
    .map((line) => JSON.stringify([findingKey(line.finding), line.state, line.floor, line.tier, line.treatment?.ownerName ?? '']))
}

test('follows answers, decisions, own findings and plans of two drafts, whichever of them counts', async () => {
  const session = await startWithDraft()
  const { thirdPartyId, relationship, profile } = session.assessment
  const second = await session.do('assessments.start', { thirdPartyId, relationship, profile })
  const ids = [session.assessment.id, second.assessment.id]
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      for (const one of steps) {
        const id = ids[one.of] ?? session.assessment.id
        if ('question' in one) await takeAnswer(session, id, one)
        else await takeOther(session, id, one)
      }
      const rows = (await list(session)).map((line) =>
        JSON.stringify([findingKey(line.finding), line.state, line.floor, line.tier, line.treatment?.ownerName ?? '']),
      )
      expect(rows.toSorted()).toEqual((await expected(session, ids)).toSorted())
    }),
    { numRuns: 12 },
  )
}, 60_000)

test('is read in the order of an index, and stops at the end of the page', () => {
  const db = new Sqlite(':memory:')
  for (const { sql } of migrations) db.exec(sql)
  const planOf = (...asked: Parameters<typeof listStatement>) =>
    db
      .prepare(`EXPLAIN QUERY PLAN ${listStatement(...asked).sql}`)
      .all({ today: '', soon: '', search: '', thirdPartyId: '', domainId: '', response: '', ownerName: '', limit: 1 })
      .map((row) => String(Object(row).detail))
      .join('\n')
  for (const order of ['pressing', 'due'] as const) {
    expect(planOf(all, order, false)).not.toContain('TEMP B-TREE')
    expect(planOf(all, order, false)).toContain(`USING INDEX open_finding_by_${order === 'due' ? 'due' : 'weight'}`)
  }
  for (const filter of [{ state: 'untreated' }, { domainId: DomainId.parse('AD') }, { ownerName: 'Ola' }] as const)
    expect(planOf({ ...all, ...filter }, 'pressing', false)).not.toContain('TEMP B-TREE')
  for (const filter of [{ due: 'overdue' }, { due: 'soon' }, { state: 'lapsed' }] as const)
    for (const order of ['pressing', 'due', 'party'] as const)
      expect(planOf({ ...all, ...filter }, order, false)).toContain('USING INDEX open_finding_by_due (due_on')
  db.close()
})
