// Procedures about what stands beside answers: the third party's comments, and the answers of the assessment before.
import { z } from 'zod'
import { Answer, AnswerInput } from '../domain/answer.ts'
import { CarriedOver, ThirdPartyComment } from '../domain/answer-context.ts'
import { AssessmentId, EvidenceFileId, QuestionId } from '../domain/ids.ts'
import { Day, Instant } from '../domain/time.ts'
import { Result } from '../scoring/result.ts'
import { procedure } from './procedure.ts'

/** An answer of the assessment before, to a question that still means the same and still offers that answer. */
const PreviousAnswer = z.strictObject({
  answer: AnswerInput,
  /** The day on which it was first given. */
  answeredOn: Day,
})
export type PreviousAnswer = z.infer<typeof PreviousAnswer>

const PreviousAssessment = z.strictObject({ assessmentId: AssessmentId, signedAt: Instant, answers: z.array(PreviousAnswer) })
export type PreviousAssessment = z.infer<typeof PreviousAssessment>

export const answerContextProcedures = {
  'answerContext.read': procedure({
    side: 'engine',
    input: z.strictObject({ assessmentId: AssessmentId }),
    /** `previous` is the last signed assessment of the same third party in the same relationship; null when there is none. */
    output: z.strictObject({
      comments: z.array(ThirdPartyComment),
      carriedOver: z.array(CarriedOver),
      previous: PreviousAssessment.nullable(),
    }),
    refusals: ['vault-locked', 'not-found'],
  }),
  /** Keeps what the third party says to an answer; null takes it away. */
  'answerContext.comment': procedure({
    side: 'engine',
    input: z.strictObject({
      assessmentId: AssessmentId,
      questionId: QuestionId,
      comment: ThirdPartyComment.omit({ questionId: true }).nullable(),
    }),
    output: z.strictObject({ savedAt: Instant }),
    refusals: ['vault-locked', 'write-failed', 'not-found', 'frozen', 'unknown-question'],
  }),
  /**
   * Takes answers of the assessment before over as they were given, with their evidence files, each on top of the revision that the page
   * had; all of them or none. `evidenceIds` are the files that were not there before.
   */
  'answerContext.carryOver': procedure({
    side: 'engine',
    input: z.strictObject({
      assessmentId: AssessmentId,
      questions: z
        .array(z.strictObject({ questionId: QuestionId, baseRevision: z.int().min(0) }))
        .min(1)
        .max(1_000),
    }),
    output: z.strictObject({
      answers: z.array(Answer),
      carriedOver: z.array(CarriedOver),
      evidenceIds: z.array(EvidenceFileId),
      result: Result,
    }),
    refusals: ['vault-locked', 'write-failed', 'not-found', 'frozen', 'answer-changed', 'nothing-to-carry', 'evidence-too-many'],
  }),
} as const
