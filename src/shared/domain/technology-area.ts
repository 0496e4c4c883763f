// The sensitive fields an organization works in: NCSC's five technology areas, and others.
import { z } from 'zod'

/** The ids are those the question pack of the three steps uses for the fields a relationship touches. */
export const technologyAreas = ['ai', 'quantum', 'biotech', 'semiconductors', 'autonomy', 'other'] as const
export const TechnologyArea = z.enum(technologyAreas)
export type TechnologyArea = z.infer<typeof TechnologyArea>
