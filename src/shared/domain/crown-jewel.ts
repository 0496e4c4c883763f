// What would hurt the organization most if it were stolen, altered or stopped.
import { z } from 'zod'
import { JewelId } from './ids.ts'
import { prose, requiredLine } from './text.ts'

/** Harm if lost: 1 minor, 2 serious, 3 severe, 4 existential or national security. */
const Impact = z.int().min(1).max(4)
type Impact = z.infer<typeof Impact>

export const CrownJewelDetails = z.strictObject({
  name: requiredLine(200),
  impact: Impact,
  note: prose(2_000),
})
export type CrownJewelDetails = z.infer<typeof CrownJewelDetails>

export const CrownJewel = CrownJewelDetails.extend({ id: JewelId })
export type CrownJewel = z.infer<typeof CrownJewel>
