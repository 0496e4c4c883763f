// What a third party is to the organization, and how deeply it is assessed.
import { z } from 'zod'

export const relationshipKinds = ['supplier', 'partner', 'investor'] as const
export const RelationshipKind = z.enum(relationshipKinds)
export type RelationshipKind = z.infer<typeof RelationshipKind>

/** `lite` asks only the starred questions, for small firms; `full` asks all. */
export const Profile = z.enum(['lite', 'full'])
export type Profile = z.infer<typeof Profile>
