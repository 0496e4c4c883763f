// What the organization knows of a crown jewel: who owns it, where it is, who can reach it, and when it is looked at again.
import { z } from 'zod'
import { CrownJewel } from './crown-jewel.ts'
import { line, prose } from './text.ts'
import { Day, Instant } from './time.ts'

export const JewelRegisterDetails = z.strictObject({
  ownerName: line(200),
  places: prose(2_000),
  whoCanReach: prose(2_000),
  /** The day by which somebody looks at it again. */
  reviewOn: Day.nullable(),
})
export type JewelRegisterDetails = z.infer<typeof JewelRegisterDetails>

/** A crown jewel with its entry in the register. `archivedAt` is null while it is in use. */
export const RegisteredJewel = CrownJewel.extend({ ...JewelRegisterDetails.shape, archivedAt: Instant.nullable() })
export type RegisteredJewel = z.infer<typeof RegisteredJewel>
