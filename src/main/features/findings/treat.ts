// Says what is done about findings: one at a time, or many at once with a way back.
import { isDeepStrictEqual } from 'node:util'
import type { InputOf, OutputOf } from '#shared/contract/contract.ts'
import { Refusal } from '#shared/contract/refusal.ts'
import type { Assessment } from '#shared/domain/assessment.ts'
import { type AssessmentId, TreatmentId } from '#shared/domain/ids.ts'
import type { Pack } from '#shared/domain/pack.ts'
import { findingKey, type TreatedFinding, type Treatment, type TreatmentDetails } from '#shared/domain/treatment.ts'
import { noteBulkChange } from '#main/records/bulk-change.ts'
import { findAssessment, findPack, readDecision, resultOf } from '#main/records/assessment.ts'
import { findTreatment, listManualFindings, treatableOf } from '#main/records/findings.ts'
import type { WriteDb } from '#main/store/database.ts'
import { type FeatureContext, requireStore } from '../feature-context.ts'
import { readTreatmentPlace, removeTreatment, saveTreatment } from './queries.ts'

/** An assessment with what it found, worked out once however many findings are treated. */
interface Found {
  readonly assessment: Assessment
  readonly pack: Pack
  readonly has: (finding: TreatedFinding) => boolean
}

const nameOf = (finding: TreatedFinding) => `${finding.kind} ${findingKey(finding)}`

function readFound(context: FeatureContext, id: AssessmentId): Found {
  const store = requireStore(context)
  const assessment = findAssessment(store, id)
  const pack = findPack(store, context.packs, assessment)
  const decision = store.first(readDecision, { id })?.content ?? null
  const found = treatableOf(resultOf(store, assessment, pack), decision, listManualFindings(store, id))
  const names = new Set(found.map(nameOf))
  return { assessment, pack, has: (finding) => names.has(nameOf(finding)) }
}

function refuseUnfound({ has }: Found, finding: TreatedFinding): void {
  if (has(finding)) return
  throw new Refusal('no-such-finding', 'That is no longer a finding of this assessment. Look at the findings again.')
}

function placeOf({ thirdPartyId, relationship }: Assessment, finding: TreatedFinding) {
  return { thirdPartyId, relationship, kind: finding.kind, key: findingKey(finding) }
}

function writeTreatment(tx: WriteDb, assessment: Assessment, treatment: Treatment): void {
  const { id, response, action, ownerName, dueOn, status, acceptedBy, acceptedUntil, changedAt } = treatment
  const place = placeOf(assessment, treatment.finding)
  tx.run(saveTreatment, { ...place, id, response, action, ownerName, dueOn, status, acceptedBy, acceptedUntil, changedAt })
}

export function saveOne(context: FeatureContext, input: InputOf<'treatments.save'>): OutputOf<'treatments.save'> {
  const { assessmentId, treatment: details } = input
  const store = requireStore(context)
  const found = readFound(context, assessmentId)
  refuseUnfound(found, details.finding)
  const known = findTreatment(store, found.assessment, details.finding)
  const treatment = { ...details, id: known?.id ?? TreatmentId.parse(context.newId()), changedAt: context.now() }
  store.write({ action: 'treatments.save', subject: assessmentId, payload: treatment }, (tx) =>
    writeTreatment(tx, found.assessment, treatment),
  )
  return { treatment }
}

export function removeOne(context: FeatureContext, { assessmentId, finding }: InputOf<'treatments.remove'>): OutputOf<'treatments.remove'> {
  const store = requireStore(context)
  const assessment = findAssessment(store, assessmentId)
  if (findTreatment(store, assessment, finding) === null)
    throw new Refusal('not-found', 'Nothing is planned for this finding any more. Look at the list again.')
  store.write({ action: 'treatments.remove', subject: assessmentId, payload: finding }, (tx) =>
    tx.run(removeTreatment, placeOf(assessment, finding)),
  )
  return {}
}

/** What a treatment begins with: mitigate, by the first step that the question names. */
function suggested(finding: TreatedFinding, pack: Pack): TreatmentDetails {
  const step = finding.kind === 'question' ? pack.questions.find(({ id }) => id === finding.questionId)?.help.firstStep : undefined
  return {
    finding,
    response: 'mitigate',
    action: step ?? '',
    ownerName: '',
    dueOn: null,
    status: 'open',
    acceptedBy: '',
    acceptedUntil: null,
  }
}

const partiesOf = (changed: readonly { readonly assessment: Assessment }[]) => changed.map(({ assessment }) => assessment.thirdPartyId)

type Before = OutputOf<'treatments.assign'>['before']

/** An accepted risk has the last day of its acceptance and no other. */
function dayFor({ response, dueOn }: TreatmentDetails, given: string | null): string | null {
  return response === 'accept' ? dueOn : (given ?? dueOn)
}

export function assign(context: FeatureContext, input: InputOf<'treatments.assign'>): OutputOf<'treatments.assign'> {
  const store = requireStore(context)
  const changedAt = context.now()
  const known = new Map<AssessmentId, Found>()
  const before: Before = []
  const changed = input.places.map(({ assessmentId, finding }) => {
    const found = known.get(assessmentId) ?? readFound(context, assessmentId)
    known.set(assessmentId, found)
    refuseUnfound(found, finding)
    const treatment = findTreatment(store, found.assessment, finding)
    before.push({ assessmentId, finding, treatment })
    const basis = treatment ?? { ...suggested(finding, found.pack), id: TreatmentId.parse(context.newId()) }
    const next = { ...basis, ownerName: input.ownerName ?? basis.ownerName, dueOn: dayFor(basis, input.dueOn), changedAt }
    return { assessment: found.assessment, treatment: next }
  })
  const changeId = context.newId()
  store.write({ action: 'treatments.assign', subject: changeId, payload: changed.map(({ treatment }) => treatment) }, (tx) => {
    for (const { assessment, treatment } of changed) writeTreatment(tx, assessment, treatment)
    noteBulkChange(tx, { changeId }, partiesOf(changed))
  })
  return { before, assignedAt: changedAt }
}

const notRestorable = () =>
  new Refusal('not-found', 'What was planned here cannot be put back: the finding or its plan changed since. Look at the findings again.')

type Restored = Before[number] & { readonly assessment: Assessment }

/** Puts one back where it was; under an id that a plan for something else has, nothing is. */
function putBack(tx: WriteDb, { assessment, finding, treatment }: Restored): void {
  const place = placeOf(assessment, finding)
  if (treatment === null) {
    tx.run(removeTreatment, place)
    return
  }
  const taken = tx.first(readTreatmentPlace, { id: treatment.id })
  if (taken !== undefined && !isDeepStrictEqual(taken, place)) throw notRestorable()
  writeTreatment(tx, assessment, treatment)
}

export function restore(context: FeatureContext, { before, assignedAt }: InputOf<'treatments.restore'>): OutputOf<'treatments.restore'> {
  const store = requireStore(context)
  const known = new Map<AssessmentId, Found>()
  const places = before.map((one): Restored => {
    const { assessmentId, finding, treatment } = one
    const found = known.get(assessmentId) ?? readFound(context, assessmentId)
    known.set(assessmentId, found)
    // A plan that stands outlives its finding, so it may also go back to what it was.
    const standing = findTreatment(store, found.assessment, finding)
    if (assignedAt !== undefined && standing?.changedAt !== assignedAt) throw notRestorable()
    const isKnown = found.has(finding) || standing !== null
    if (treatment !== null && !(isKnown && nameOf(treatment.finding) === nameOf(finding))) throw notRestorable()
    return { ...one, assessment: found.assessment }
  })
  const changeId = context.newId()
  store.write({ action: 'treatments.restore', subject: changeId, payload: before }, (tx) => {
    for (const one of places) putBack(tx, one)
    noteBulkChange(tx, { changeId }, partiesOf(places))
  })
  return {}
}
