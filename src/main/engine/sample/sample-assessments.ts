// The assessments of one third party of the sample: begun, answered, planned, decided, reviewed and signed on their days.
import type { AssessmentId } from '#shared/domain/ids.ts'
import type { Perform } from './make-sample-vault.ts'
import { answersOf, named } from './sample-answers.ts'
import type { SampleAssessment, SampleParty } from './sample-data.ts'
import type { Made, SampleEvent } from './sample-events.ts'

/** The assessments of the party so far, by their place in its file. */
type Begun = AssessmentId[]

function idAt(begun: Begun, index: number): AssessmentId {
  const id = begun[index]
  if (id === undefined) throw new Error('The sample goes on with an assessment that was not begun.')
  return id
}

async function carryOver(perform: Perform, assessmentId: AssessmentId): Promise<void> {
  const { previous } = await perform('answerContext.read', { assessmentId })
  const { answers } = await perform('assessments.read', { id: assessmentId })
  const revisions = new Map<string, number>(answers.map((answer) => [answer.questionId, answer.revision]))
  const questions = (previous?.answers ?? [])
    .filter(({ answer }) => !revisions.has(answer.questionId))
    .map(({ answer }) => ({ questionId: answer.questionId, baseRevision: 0 }))
  if (questions.length > 0) await perform('answerContext.carryOver', { assessmentId, questions })
}

async function answer(perform: Perform, assessmentId: AssessmentId, given: { readonly sample: SampleAssessment; readonly made: Made }) {
  const { answers } = await perform('assessments.read', { id: assessmentId })
  const revisions = new Map<string, number>(answers.map((one) => [one.questionId, one.revision]))
  for (const input of answersOf(given.sample.answers, given.made.jewels)) {
    await perform('answer.save', { assessmentId, baseRevision: revisions.get(input.questionId) ?? 0, answer: input })
  }
}

/** What stands beside the answers: screening, comments, files, findings of one's own and the plan. */
async function addBeside(perform: Perform, assessmentId: AssessmentId, sample: SampleAssessment): Promise<void> {
  if (sample.screening !== undefined) await perform('screening.save', { assessmentId, screening: sample.screening })
  for (const { question: questionId, ...comment } of sample.comments)
    await perform('answerContext.comment', { assessmentId, questionId, comment })
  for (const { question: questionId, text, ...file } of sample.evidence)
    await perform('evidence.add', { assessmentId, questionId, ...file, bytes: new TextEncoder().encode(text) })
  for (const details of sample.ownFindings) await perform('findings.add', { assessmentId, details: { ...details, domainId: null } })
  for (const { question: questionId, acceptedBy = '', acceptedUntil = null, ...rest } of sample.treatments) {
    const treatment = { ...rest, finding: { kind: 'question' as const, questionId }, acceptedBy, acceptedUntil }
    await perform('treatments.save', { assessmentId, treatment })
  }
}

function eventsOfOne(
  place: { readonly party: SampleParty; readonly index: number; readonly begun: Begun },
  sample: SampleAssessment,
  made: Made,
) {
  const { party, index, begun } = place
  const start: SampleEvent = {
    on: sample.startedOn,
    run: async (perform) => {
      const { relationship, depth, asOf, supersedes } = sample
      const { assessment } = await perform('assessments.start', {
        thirdPartyId: named(made.parties, party.key),
        relationship,
        profile: depth,
        ...(asOf === undefined ? {} : { asOf }),
        ...(supersedes === undefined ? {} : { supersedes: { assessmentId: idAt(begun, index - 1), reason: supersedes } }),
      })
      begun[index] = assessment.id
      if (sample.carriesOver) await carryOver(perform, assessment.id)
      await answer(perform, assessment.id, { sample, made })
      await addBeside(perform, assessment.id, sample)
    },
  }
  const { decision, signed } = sample
  const events = [start]
  if (decision !== undefined) {
    const { on, ...decided } = decision
    events.push({
      on,
      run: async (perform) => void (await perform('decision.save', { assessmentId: idAt(begun, index), decision: decided })),
    })
  }
  for (const { on, ...review } of sample.reviews)
    events.push({ on, run: async (perform) => void (await perform('reviews.add', { assessmentId: idAt(begun, index), review })) })
  if (signed !== undefined) {
    const signerId = () => named(made.signers, signed.by)
    const sign = (perform: Perform) => perform('reports.sign', { assessmentId: idAt(begun, index), signerId: signerId() })
    events.push({ on: signed.on, run: async (perform) => void (await sign(perform)) })
  }
  return events
}

/** What happened with the assessments of a party. */
export function assessmentEvents(party: SampleParty, made: Made): SampleEvent[] {
  const begun: Begun = []
  return party.assessments.flatMap((sample, index) => eventsOfOne({ party, index, begun }, sample, made))
}
