// Starts assessments, reads them with their live result, and records answers and decisions.
import type { InputOf, OutputOf } from '#shared/contract/contract.ts'
import { Refusal } from '#shared/contract/refusal.ts'
import type { Assessment } from '#shared/domain/assessment.ts'
import { AssessmentId } from '#shared/domain/ids.ts'
import {
  findAssessment,
  findDraft,
  findPack,
  findScreening,
  readAnswers,
  readDecision,
  readReportIdOf,
  resultOf,
} from '#main/records/assessment.ts'
import { calendarDayOf } from '#shared/domain/calendar-day.ts'
import type { LoadedPack } from '#main/packs/pack-library.ts'
import { keepOwnFindings } from '#main/records/open-findings.ts'
import { readCrownJewels, readOrganization } from '#main/records/organization.ts'
import { takeOverOrganizationAnswers } from '#main/records/organization-answers.ts'
import { addPack, findPackByHash } from '#main/records/pack.ts'
import { recordSupersession } from '#main/records/review.ts'
import { saveScreening } from '#main/records/screening.ts'
import { settleOutcome } from '#main/records/settle-outcome.ts'
import { findThirdParty } from '#main/records/third-party.ts'
import type { Store } from '#main/store/store.ts'
import { type EngineHandlers, type FeatureContext, requireStore } from '../feature-context.ts'
import { putAnswer, refuseMisfit, takeAnswerBack } from './answers.ts'
import { compareTwo } from './compare.ts'
import { listAssessments, refreshForMoment } from './list.ts'
import { addAssessment, removeScreening, saveAsOf, saveDecision } from './queries.ts'

type AssessmentHandlers = Pick<
  EngineHandlers,
  | 'assessments.list'
  | 'outcomes.refresh'
  | 'assessments.start'
  | 'assessments.bringToToday'
  | 'assessments.read'
  | 'assessments.compare'
  | 'answer.save'
  | 'answer.clear'
  | 'screening.save'
  | 'decision.save'
>

function choosePack(context: FeatureContext, store: Store, sha256: string | undefined): LoadedPack {
  if (sha256 === undefined) return context.packs.current
  const chosen = findPackByHash(store, context.packs, sha256)
  if (!chosen) throw new Refusal('pack-unknown', 'That question pack is not in this vault. Add its file first, or choose another pack.')
  return chosen
}

/** Refuses to take the place of anything but a signed assessment of the same third party in the same relationship. */
function refuseNotSigned(store: Store, { supersedes, thirdPartyId, relationship }: InputOf<'assessments.start'>): void {
  if (supersedes === undefined) return
  const old = findAssessment(store, supersedes.assessmentId)
  if (old.status === 'signed' && old.thirdPartyId === thirdPartyId && old.relationship === relationship) return
  throw new Refusal(
    'not-to-supersede',
    'Only a signed assessment of the same third party in the same relationship can be superseded. Choose that one.',
  )
}

function startAssessment(context: FeatureContext, input: InputOf<'assessments.start'>): Assessment {
  const store = requireStore(context)
  if (!store.first(readOrganization))
    throw new Refusal('no-organization', 'Describe your organization first: the assessment is made from its point of view.')
  if (!findThirdParty(store, input.thirdPartyId).relationships.includes(input.relationship))
    throw new Refusal('relationship-missing', 'The third party does not have this relationship. Add it to the third party first.')
  refuseNotSigned(store, input)
  const { reference, content, pack } = choosePack(context, store, input.packSha256)
  const startedAt = context.now()
  const id = AssessmentId.parse(context.newId())
  const asOf = input.asOf ?? calendarDayOf(startedAt)
  const { thirdPartyId, relationship, profile } = input
  const row = { id, thirdPartyId, relationship, profile, asOf, packSha256: reference.sha256, startedAt }
  const { supersedes } = input
  const payload = supersedes === undefined ? row : { ...row, supersedes }
  return store.write({ action: 'assessments.start', subject: id, payload }, (tx) => {
    tx.run(addPack, { ...reference, content })
    tx.run(addAssessment, row)
    if (supersedes !== undefined) recordSupersession(tx, id, supersedes)
    const assessment = findAssessment(tx, id)
    takeOverOrganizationAnswers(tx, { assessment, pack, ownPack: context.packs.current.pack, savedAt: startedAt })
    settleOutcome(tx, { assessment, pack }, startedAt)
    return assessment
  })
}

/** A draft with its pack and store: what every change to an assessment begins with. */
function openDraft(context: FeatureContext, id: AssessmentId) {
  const store = requireStore(context)
  const assessment = findDraft(store, id)
  return { store, assessment, pack: findPack(store, context.packs, assessment) }
}

function readDetail(context: FeatureContext, store: Store, id: AssessmentId) {
  const assessment = findAssessment(store, id)
  const pack = findPack(store, context.packs, assessment)
  return {
    assessment,
    thirdParty: findThirdParty(store, assessment.thirdPartyId),
    pack,
    answers: store.all(readAnswers, { id }),
    screening: findScreening(store, id),
    decision: store.first(readDecision, { id })?.content ?? null,
    result: resultOf(store, assessment, pack),
    reportId: store.first(readReportIdOf, { id })?.id ?? null,
  }
}

/** Judges a draft on today's day from now on. */
function bringToToday(context: FeatureContext, id: AssessmentId): OutputOf<'assessments.bringToToday'> {
  const { store, assessment, pack } = openDraft(context, id)
  const changedAt = context.now()
  const redated = { ...assessment, asOf: calendarDayOf(changedAt) }
  const change = { action: 'assessments.bringToToday', subject: id, payload: { from: assessment.asOf, to: redated.asOf } }
  return store.write(change, (tx) => {
    tx.run(saveAsOf, { id, asOf: redated.asOf })
    return { assessment: redated, changedAt, result: settleOutcome(tx, { assessment: redated, pack }, changedAt) }
  })
}

export function assessmentHandlers(context: FeatureContext): AssessmentHandlers {
  return {
    'assessments.list': (input) => listAssessments(context, input),
    'outcomes.refresh': () => ({ staleCount: refreshForMoment(context) }),
    'assessments.start': (input) => ({ assessment: startAssessment(context, input) }),
    'assessments.bringToToday': ({ id }) => bringToToday(context, id),
    'assessments.read': ({ id }) => readDetail(context, requireStore(context), id),
    'assessments.compare': (ids) => compareTwo(context, ids),
    'answer.save': ({ assessmentId, baseRevision, answer: input }) => {
      const { store, assessment, pack } = openDraft(context, assessmentId)
      refuseMisfit(input, { pack, jewels: store.all(readCrownJewels) })
      const change = { action: 'answer.save', subject: `${assessmentId}/${input.questionId}`, payload: { baseRevision, answer: input } }
      return store.write(change, (tx) => {
        const answer = putAnswer(tx, { assessmentId, baseRevision }, { answer: input, savedAt: context.now() })
        return { answer, result: settleOutcome(tx, { assessment, pack }, answer.savedAt) }
      })
    },
    'answer.clear': ({ assessmentId, questionId, baseRevision }) => {
      const { store, assessment, pack } = openDraft(context, assessmentId)
      const clearedAt = context.now()
      const change = { action: 'answer.clear', subject: `${assessmentId}/${questionId}`, payload: { baseRevision } }
      return store.write(change, (tx) => {
        takeAnswerBack(tx, { assessmentId, questionId, baseRevision }, clearedAt)
        return { clearedAt, result: settleOutcome(tx, { assessment, pack }, clearedAt) }
      })
    },
    'screening.save': ({ assessmentId, screening }) => {
      const { store, assessment, pack } = openDraft(context, assessmentId)
      const savedAt = context.now()
      const change = { action: 'screening.save', subject: assessmentId, payload: screening }
      return store.write(change, (tx) => {
        if (screening === null) tx.run(removeScreening, { assessmentId })
        else tx.run(saveScreening, { assessmentId, content: JSON.stringify(screening), savedAt })
        return { savedAt, result: settleOutcome(tx, { assessment, pack }, savedAt) }
      })
    },
    'decision.save': ({ assessmentId, decision }) => {
      const { store, assessment } = openDraft(context, assessmentId)
      const savedAt = context.now()
      const change = { action: 'decision.save', subject: assessmentId, payload: decision }
      store.write(change, (tx) => {
        tx.run(saveDecision, { assessmentId, content: JSON.stringify(decision), savedAt })
        keepOwnFindings(tx, assessment)
      })
      return { decision, savedAt }
    },
  }
}
