// What a third party can do with a crown jewel.
import { z } from 'zod'
import { AssessmentId, JewelId, ThirdPartyId } from './ids.ts'

/** The four ways of CJ-05, "see, copy, change or stop", each on its own. */
export const Reach = z.strictObject({ see: z.boolean(), copy: z.boolean(), change: z.boolean(), stop: z.boolean() })
export type Reach = z.infer<typeof Reach>

export const reachKinds = ['see', 'copy', 'change', 'stop'] as const satisfies readonly (keyof Reach)[]

/**
 * One cell of the matrix. `reach` is what a person said, null when nobody did. `assessmentId` is the assessment whose answer names the
 * jewel, null when none that stands does; it says that there is a reach, and not which. What a person said counts.
 */
export const ExposureCell = z.strictObject({
  thirdPartyId: ThirdPartyId,
  jewelId: JewelId,
  reach: Reach.nullable(),
  assessmentId: AssessmentId.nullable(),
})
export type ExposureCell = z.infer<typeof ExposureCell>
