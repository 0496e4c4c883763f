// A draft with findings, and the list of them as the page asks for it.
import type { InputOf } from '#shared/contract/contract.ts'
import type { FindingFilter } from '#shared/contract/findings.ts'
import type { Decision } from '#shared/domain/decision.ts'
import { QuestionId } from '#shared/domain/ids.ts'
import type { TreatmentDetails } from '#shared/domain/treatment.ts'
import { type Session, startWithDraft } from './engine-session.ts'

export const all: FindingFilter = { search: '', thirdPartyId: null, domainId: null, response: null, ownerName: '', state: null, due: null }
export const list = async (session: Session, filter: Partial<FindingFilter> = {}, more: Partial<InputOf<'findings.list'>> = {}) =>
  session.do('findings.list', { filter: { ...all, ...filter }, order: 'pressing', limit: 200, cursor: null, ...more })

export const plan = {
  response: 'mitigate',
  action: 'Write it down',
  ownerName: 'Ola',
  dueOn: '2027-01-31',
  status: 'open',
  acceptedBy: '',
  acceptedUntil: null,
} as const
export const decision: Decision = {
  outcome: 'proceed-with-conditions',
  rationale: '',
  conditions: ['Name the owner in writing', 'Counsel review before the first shipment'],
  decidedBy: 'Dana Whitfield',
}
const given = { 'AD-01': 'no', 'AD-02': 'partly', 'AD-04': 'no', 'OW-04': 'yes', 'CJ-01': 'no', 'IT-01': 'no' } as const

/** A draft with a handful of answers, and its most pressing finding that rests on a question. */
export async function startWithFindings() {
  const session = await startWithDraft()
  const { assessment } = session
  for (const [questionId, choice] of Object.entries(given)) {
    const answer = { questionId: QuestionId.parse(questionId), value: { kind: 'practice', choice }, note: '', evidenceGrade: 'C' } as const
    await session.do('answer.save', { assessmentId: assessment.id, baseRevision: 0, answer })
  }
  const { result } = await session.do('assessments.read', { id: assessment.id })
  const questionId = result.findings.find((finding) => finding.questionId !== null && finding.answer !== 'blank')?.questionId
  if (!questionId) throw new Error('Bad answers are findings.')
  const finding = { kind: 'question', questionId } as const
  const treat = (changes: Partial<TreatmentDetails> = {}) =>
    session.do('treatments.save', { assessmentId: assessment.id, treatment: { finding, ...plan, ...changes } })
  return { ...session, result, finding, treat }
}
