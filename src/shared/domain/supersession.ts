// Which signed assessment a new one takes the place of, and why.
import { z } from 'zod'
import { AssessmentId } from './ids.ts'
import { prose } from './text.ts'

/** The signed assessment itself stays as it is; it is only no longer the newest. */
export const Supersession = z.strictObject({ assessmentId: AssessmentId, reason: prose(2_000) })
export type Supersession = z.infer<typeof Supersession>
