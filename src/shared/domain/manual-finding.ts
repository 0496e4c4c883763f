// A finding that an assessor wrote down beside those that come from answers. It never changes the score.
import { z } from 'zod'
import { DomainId, FindingId } from './ids.ts'
import { prose, requiredLine } from './text.ts'
import { Tier } from './tier.ts'
import { Instant } from './time.ts'

export const ManualFindingDetails = z.strictObject({
  title: requiredLine(300),
  detail: prose(5_000),
  /** How bad its author finds it; stated as an opinion. */
  severity: Tier,
  domainId: DomainId.nullable(),
  firstStep: prose(1_000),
})
export type ManualFindingDetails = z.infer<typeof ManualFindingDetails>

export const ManualFinding = ManualFindingDetails.extend({ id: FindingId, addedAt: Instant })
export type ManualFinding = z.infer<typeof ManualFinding>
