// What firms of a technology area often have to guard: a starting point for a register of crown jewels, never a finding.
import { z } from 'zod'
import { CrownJewelDetails } from './crown-jewel.ts'
import { TechnologyArea } from './technology-area.ts'
import { Day } from './time.ts'

/** `area` is `any` for what most firms have. The impact is a first guess that the organization corrects. */
export const JewelSuggestion = CrownJewelDetails.extend({ area: z.enum(['any', ...TechnologyArea.options]) })
export type JewelSuggestion = z.infer<typeof JewelSuggestion>

/** Read from `resources/suggestions/crown-jewels.yaml`. `checkedOn` is the day on which somebody went through it last. */
export const JewelSuggestions = z.strictObject({
  format: z.literal('gatehouse.jewel-suggestions'),
  formatVersion: z.literal(1),
  checkedOn: Day,
  suggestions: z.array(JewelSuggestion).min(1).max(200),
})
export type JewelSuggestions = z.infer<typeof JewelSuggestions>
