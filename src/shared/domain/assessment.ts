// An assessment of one third party in one relationship, with one pack.
import { z } from 'zod'
import { AssessmentId, ThirdPartyId } from './ids.ts'
import { PackReference } from './pack.ts'
import { Profile, RelationshipKind } from './relationship.ts'
import { Day, Instant } from './time.ts'

/** A draft may change; a signed assessment is frozen for good and only superseded. */
const AssessmentStatus = z.enum(['draft', 'signed'])
type AssessmentStatus = z.infer<typeof AssessmentStatus>

export const Assessment = z.strictObject({
  id: AssessmentId,
  thirdPartyId: ThirdPartyId,
  relationship: RelationshipKind,
  profile: Profile,
  pack: PackReference,
  /** The day on which dated rules are judged. */
  asOf: Day,
  status: AssessmentStatus,
  startedAt: Instant,
  signedAt: Instant.nullable(),
})
export type Assessment = z.infer<typeof Assessment>
