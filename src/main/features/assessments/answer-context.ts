// What stands beside the answers of an assessment: comments of the third party, and the answers of the assessment before to take over.
import type { InputOf, OutputOf } from '#shared/contract/contract.ts'
import { Refusal } from '#shared/contract/refusal.ts'
import { EvidenceFileId } from '#shared/domain/ids.ts'
import { findAssessment, findDraft, findPack } from '#main/records/assessment.ts'
import { listCarriedOver, markCarriedOver } from '#main/records/carried-over.ts'
import { listEvidenceFiles, refuseTooMany } from '#main/records/evidence.ts'
import { settleOutcome } from '#main/records/settle-outcome.ts'
import { listComments, removeComment, saveComment } from '#main/records/third-party-comments.ts'
import { type EngineHandlers, type FeatureContext, requireStore } from '../feature-context.ts'
import { putAnswer } from './answers.ts'
import { findPreviousAssessment } from './previous-answers.ts'
import { copyEvidence } from './queries.ts'

type AnswerContextHandlers = Pick<EngineHandlers, 'answerContext.read' | 'answerContext.comment' | 'answerContext.carryOver'>

function readContext(context: FeatureContext, { assessmentId }: InputOf<'answerContext.read'>): OutputOf<'answerContext.read'> {
  const store = requireStore(context)
  const assessment = findAssessment(store, assessmentId)
  const pack = findPack(store, context.packs, assessment)
  return {
    comments: listComments(store, assessmentId),
    carriedOver: listCarriedOver(store, assessmentId),
    previous: findPreviousAssessment(store, context.packs, { assessment, pack }),
  }
}

function keepComment(context: FeatureContext, { assessmentId, questionId, comment }: InputOf<'answerContext.comment'>) {
  const store = requireStore(context)
  const pack = findPack(store, context.packs, findDraft(store, assessmentId))
  if (!pack.questions.some(({ id }) => id === questionId))
    throw new Refusal('unknown-question', `There is no question ${questionId} in this pack.`, 'questionId')
  const savedAt = context.now()
  store.write({ action: 'answer.comment', subject: `${assessmentId}/${questionId}`, payload: comment }, (tx) =>
    comment === null
      ? tx.run(removeComment, { assessmentId, questionId })
      : tx.run(saveComment, { assessmentId, questionId, ...comment, savedAt }),
  )
  return { savedAt }
}

function carryOver(context: FeatureContext, given: InputOf<'answerContext.carryOver'>): OutputOf<'answerContext.carryOver'> {
  const { assessmentId, questions } = given
  const store = requireStore(context)
  const assessment = findDraft(store, assessmentId)
  const pack = findPack(store, context.packs, assessment)
  const previous = findPreviousAssessment(store, context.packs, { assessment, pack })
  if (previous === null) throw new Refusal('nothing-to-carry', 'No assessment of this third party in this relationship was signed before.')
  const before = new Map(previous.answers.map((one) => [one.answer.questionId, one]))
  const taken = questions.map(({ questionId, baseRevision }) => {
    const one = before.get(questionId)
    if (one === undefined)
      throw new Refusal('nothing-to-carry', `The assessment before has no answer to ${questionId} that could be taken over.`)
    return { ...one, baseRevision }
  })
  const evidence = listEvidenceFiles(store, previous.assessmentId)
  const wanted = new Set(questions.map(({ questionId }) => questionId))
  const filesBefore = new Set(listEvidenceFiles(store, assessmentId).map(({ id }) => id))
  const savedAt = context.now()
  const change = { action: 'answer.carryOver', subject: assessmentId, payload: { from: previous.assessmentId, questions } }
  const carried = store.write(change, (tx) => {
    const put = taken.map(({ answer, answeredOn, baseRevision }) => {
      const kept = putAnswer(tx, { assessmentId, baseRevision }, { answer, savedAt })
      const { questionId, value } = answer
      markCarriedOver(tx, { assessmentId, questionId, source: 'previous-assessment', answeredOn, value })
      return kept
    })
    for (const { id: fromId } of evidence.filter(({ questionId }) => wanted.has(questionId)))
      tx.run(copyEvidence, { id: EvidenceFileId.parse(context.newId()), assessmentId, fromId })
    for (const questionId of wanted) refuseTooMany(tx, { assessmentId, questionId })
    const evidenceIds = listEvidenceFiles(tx, assessmentId).flatMap(({ id }) => (filesBefore.has(id) ? [] : [id]))
    return { answers: put, evidenceIds, result: settleOutcome(tx, { assessment, pack }, savedAt) }
  })
  return { ...carried, carriedOver: listCarriedOver(store, assessmentId) }
}

export function answerContextHandlers(context: FeatureContext): AnswerContextHandlers {
  return {
    'answerContext.read': (given) => readContext(context, given),
    'answerContext.comment': (given) => keepComment(context, given),
    'answerContext.carryOver': (given) => carryOver(context, given),
  }
}
