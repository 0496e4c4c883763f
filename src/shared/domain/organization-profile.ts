// What the organization is beyond its name: how big, and in which sensitive fields it works. It guides suggestions and changes no score.
import { z } from 'zod'
import { TechnologyArea } from './technology-area.ts'
import { Day } from './time.ts'

/** How many people work for it. */
export const organizationSizes = ['unknown', '1-9', '10-49', '50-249', '250-999', '1000-or-more'] as const
const OrganizationSize = z.enum(organizationSizes)
type OrganizationSize = z.infer<typeof OrganizationSize>

export const OrganizationProfileDetails = z.strictObject({
  size: OrganizationSize,
  technologyAreas: z.array(TechnologyArea).max(10),
})
export type OrganizationProfileDetails = z.infer<typeof OrganizationProfileDetails>

export const OrganizationProfile = OrganizationProfileDetails.extend({ describedOn: Day })
export type OrganizationProfile = z.infer<typeof OrganizationProfile>
