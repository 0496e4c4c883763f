// Procedures of the guided start: a list of first steps that the vault itself ticks off.
import { z } from 'zod'
import { AssessmentId, ThirdPartyId } from '../domain/ids.ts'
import { procedure } from './procedure.ts'

/** In the order in which they build on each other. */
export const guideSteps = ['describe', 'answer', 'jewels', 'party', 'assess', 'decide', 'sign'] as const
export const GuideStep = z.enum(guideSteps)
export type GuideStep = z.infer<typeof GuideStep>

export const guideProcedures = {
  /** Which first steps are done, worked out from what the vault holds. `draftId` and `partyId` are where one would go on. */
  'guide.read': procedure({
    side: 'engine',
    input: z.strictObject({}),
    output: z.strictObject({
      done: z.array(GuideStep),
      isHidden: z.boolean(),
      draftId: AssessmentId.nullable(),
      partyId: ThirdPartyId.nullable(),
    }),
    refusals: ['vault-locked'],
  }),
  'guide.setHidden': procedure({
    side: 'engine',
    input: z.strictObject({ isHidden: z.boolean() }),
    output: z.strictObject({}),
    refusals: ['vault-locked', 'write-failed'],
  }),
} as const
