// Procedures about what the organization says of itself: its profile and its own answers, which assessments take over.
import { z } from 'zod'
import { AnswerInput } from '../domain/answer.ts'
import { AssessmentId, QuestionId } from '../domain/ids.ts'
import { OrganizationAnswer } from '../domain/organization-answer.ts'
import { OrganizationProfile, OrganizationProfileDetails } from '../domain/organization-profile.ts'
import { Domain } from '../domain/pack.ts'
import { Question } from '../domain/question.ts'
import { RelationshipKind } from '../domain/relationship.ts'
import { procedure } from './procedure.ts'

/** A question about the organization itself. `dependsOnParty`: an assessment asks it only where it applies to the third party. */
export const OwnQuestion = z.strictObject({ question: Question, dependsOnParty: z.boolean() })
export type OwnQuestion = z.infer<typeof OwnQuestion>

/** A draft, and how many of the organization's answers it would take over or renew. */
const WaitingDraft = z.strictObject({
  assessmentId: AssessmentId,
  thirdPartyName: z.string(),
  relationship: RelationshipKind,
  count: z.int(),
})

const changeRefusals = ['vault-locked', 'write-failed', 'answer-changed', 'unknown-question', 'wrong-answer-type'] as const

export const organizationProfileProcedures = {
  'organization.profile': procedure({
    side: 'engine',
    input: z.strictObject({}),
    output: z.strictObject({ profile: OrganizationProfile.nullable() }),
    refusals: ['vault-locked'],
  }),
  'organization.describe': procedure({
    side: 'engine',
    input: OrganizationProfileDetails,
    output: z.strictObject({ profile: OrganizationProfile }),
    refusals: ['vault-locked', 'write-failed'],
  }),
  /** The questions of the current pack that are about the organization itself, in its order, with what was answered. */
  'organization.questions': procedure({
    side: 'engine',
    input: z.strictObject({}),
    output: z.strictObject({ domains: z.array(Domain), questions: z.array(OwnQuestion), answers: z.array(OrganizationAnswer) }),
    refusals: ['vault-locked'],
  }),
  /**
   * Saves one own answer as of today. `baseRevision` is the revision the page had, 0 for none; another one in the vault is refused.
   * With `isPutBack`, the answer that was taken back last keeps its day when it is given exactly as it stood.
   */
  'organization.answer': procedure({
    side: 'engine',
    input: z.strictObject({ baseRevision: z.int().min(0), answer: AnswerInput, isPutBack: z.boolean().optional() }),
    output: z.strictObject({ answer: OrganizationAnswer }),
    refusals: changeRefusals,
  }),
  /** Takes an own answer back to blank. Its history stays. */
  'organization.clearAnswer': procedure({
    side: 'engine',
    input: z.strictObject({ baseRevision: z.int().min(1), questionId: QuestionId }),
    output: z.strictObject({}),
    refusals: ['vault-locked', 'write-failed', 'answer-changed'],
  }),
  /** Says of own answers that they are still true today. */
  'organization.confirm': procedure({
    side: 'engine',
    input: z.strictObject({ questionIds: z.array(QuestionId).min(1).max(500) }),
    output: z.strictObject({ answers: z.array(OrganizationAnswer) }),
    refusals: ['vault-locked', 'write-failed', 'not-found'],
  }),
  /** The drafts started last that do not have the organization's answers yet, or have older ones; 20 at most. */
  'organization.waitingDrafts': procedure({
    side: 'engine',
    input: z.strictObject({}),
    output: z.strictObject({ drafts: z.array(WaitingDraft) }),
    refusals: ['vault-locked'],
  }),
  /** Takes the organization's answers over into a draft: into blank questions, and over those taken over before. */
  'organization.takeOver': procedure({
    side: 'engine',
    input: z.strictObject({ assessmentId: AssessmentId }),
    output: z.strictObject({ questionIds: z.array(QuestionId) }),
    refusals: ['vault-locked', 'write-failed', 'not-found', 'frozen'],
  }),
} as const
