// From a finished draft to a signed PDF kept in the vault: freeze, render, sign, check and store, or nothing at all.
import { Refusal } from '#shared/contract/refusal.ts'
import type { Report } from '#shared/contract/reports.ts'
import type { Verdict } from '#shared/contract/verdict.ts'
import { AssessmentDocument } from '#shared/domain/assessment-document.ts'
import type { AssessmentId, SignerId } from '#shared/domain/ids.ts'
import type { Decision } from '#shared/domain/decision.ts'
import type { Printing } from '#shared/domain/printing.ts'
import type { Result } from '#shared/scoring/result.ts'
import type { FurtherSigner } from '#shared/domain/signer.ts'
import { findDraft, findPack, findScreening, readAnswers, readDecision, scoreDraft } from '#main/records/assessment.ts'
import { listManualFindings, treatableOf, treatmentsOf } from '#main/records/findings.ts'
import { listCarriedOver } from '#main/records/carried-over.ts'
import { listEvidenceFiles } from '#main/records/evidence.ts'
import { readCrownJewels, readOrganization } from '#main/records/organization.ts'
import { findReportLook } from '#main/records/report-look.ts'
import { findSupersession, listReviews } from '#main/records/review.ts'
import { findThirdParty } from '#main/records/third-party.ts'
import { listComments } from '#main/records/third-party-comments.ts'
import { readAuditHead } from '#main/store/audit.ts'
import { type FeatureContext, requireVault } from '../feature-context.ts'
import { keysForSigning } from './backend-of.ts'
import { findValidSigner } from './find-valid-signer.ts'
import { keepReport } from './keep-report.ts'
import { makeInSteps, type OnStep } from './making.ts'
import { printingWith, produceSignedPdf } from './produce-signed-pdf.ts'
import { freezeAssessment, readLastSigned } from './queries.ts'
import { refuseClockBehind } from './refuse-clock-behind.ts'

/** Refuses what may not be signed as it stands: an unfinished assessment, and "proceed" while a STOP flag stands. */
export function refuseUnsignable(result: Result, decision: Decision): void {
  if (!result.canFinalise)
    throw new Refusal(
      'not-finalisable',
      'Some parts are not assessed yet. Answer at least one question in each part that applies ("Unknown" is an answer), then sign.',
    )
  // A STOP means: counsel review first. It never stops anybody from saying no, or from going on with that review as a condition.
  if (decision.outcome === 'proceed' && result.flags.some((flag) => flag.level === 'stop')) {
    throw new Refusal(
      'stop-stands',
      'A STOP flag stands, so this cannot be signed as "proceed". Counsel review needed: proceed with conditions that name it, escalate or decline.',
    )
  }
}

/** What will be signed. Refuses an assessment that is signed already, undecided or not finished. */
function assembleDocument(context: FeatureContext, { assessmentId, signerId }: SigningRequest, printing: Printing) {
  const vault = requireVault(context)
  const { store } = vault
  const assessment = findDraft(store, assessmentId)
  const pack = findPack(store, context.packs, assessment)
  const decision = store.first(readDecision, { id: assessmentId })?.content
  if (!decision) throw new Refusal('no-decision', 'There is no decision yet. Decide what to do about the third party, then sign.')
  const result = scoreDraft(store, assessment, pack)
  refuseUnsignable(result, decision)
  // A PDF states its time in whole seconds, and all places that print it must agree.
  const signedAt = `${context.now().slice(0, 19)}.000Z`
  const { thirdPartyId, relationship, profile, asOf, startedAt } = assessment
  refuseClockBehind(store.first(readLastSigned, { thirdPartyId, relationship })?.signedAt, signedAt)
  const signer = findValidSigner(vault, signerId, signedAt)
  const head = readAuditHead(store)
  const manualFindings = listManualFindings(store, assessmentId)
  const document = AssessmentDocument.parse({
    format: 'gatehouse.assessment',
    formatVersion: 3,
    assessmentId,
    organization: store.first(readOrganization),
    thirdParty: findThirdParty(store, thirdPartyId),
    relationship,
    profile,
    pack: assessment.pack,
    asOf,
    startedAt,
    signedAt,
    supersedes: findSupersession(store, assessmentId),
    carriedOver: listCarriedOver(store, assessmentId),
    comments: listComments(store, assessmentId),
    evidenceFiles: listEvidenceFiles(store, assessmentId),
    manualFindings,
    treatments: treatmentsOf(store, assessment, treatableOf(result, decision, manualFindings)),
    reviews: listReviews(store, assessmentId),
    crownJewels: store.all(readCrownJewels),
    answers: store.all(readAnswers, { id: assessmentId }),
    screening: findScreening(store, assessmentId),
    result,
    decision,
    signer,
    audit: { vaultId: vault.id, ...head },
    application: { name: 'Gatehouse', version: context.applicationVersion },
    printing,
  })
  return { vault, document, pack, signer }
}

/** Throws unless a finished report is intact, unchanged, and its attached answers give its attached result. */
export function insistOnSound({ integrity, changes, content }: Verdict): void {
  if (integrity.state === 'intact' && changes.state === 'none' && content.state === 'recomputes') return
  throw new Error(`The signed report does not pass: ${[integrity.state, changes.state, content.state, ...content.reasons].join(', ')}.`)
}

export interface SigningRequest {
  readonly assessmentId: AssessmentId
  readonly signerId: SignerId
  /** Who is to sign after; the report then permits that and nothing else. */
  readonly furtherSigners?: readonly FurtherSigner[] | undefined
  /** Of the token that has the key, when it is to be typed here. */
  readonly pin?: string | undefined
  /** Judges the finished file as anybody would. */
  readonly judge: (pdf: Uint8Array) => Promise<Verdict>
  readonly makingId?: string | undefined
}

/** Signs the assessment and keeps the report. Nothing is frozen or stored unless the finished file passes the verifier. */
export async function signReport(context: FeatureContext, request: SigningRequest): Promise<{ report: Report; verdict: Verdict }> {
  return makeInSteps(context, request.makingId, (onStep) => signInSteps(context, request, onStep))
}

async function signInSteps(
  context: FeatureContext,
  request: SigningRequest,
  onStep: OnStep,
): Promise<{ report: Report; verdict: Verdict }> {
  await onStep('collecting')
  const chosen = findReportLook(requireVault(context).store)
  const printing = await printingWith(chosen, context, request.furtherSigners)
  const { vault, document, pack, signer } = assembleDocument(context, request, printing)
  const keys = keysForSigning(context, signer.id, request.pin)
  const signed = await produceSignedPdf({
    document,
    pack,
    chosen,
    place: context,
    keys,
    furtherSigners: request.furtherSigners,
    onStep,
  })
  await onStep('checking')
  const verdict = await request.judge(signed.pdf)
  insistOnSound(verdict)
  await onStep('storing')
  const report = keepReport(vault.store, {
    id: context.newId(),
    kind: 'assessment',
    assessmentId: document.assessmentId,
    subject: document.thirdParty.legalName,
    signer,
    signed,
    look: chosen.look,
    document,
    alongside: (tx) => {
      if (tx.run(freezeAssessment, { id: document.assessmentId, signedAt: document.signedAt }) === 0)
        throw new Error('The draft to freeze is gone.')
    },
  })
  return { report, verdict }
}
