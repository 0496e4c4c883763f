// Procedures behind Home and the palette: what needs somebody, and what is found by a few letters of a name.
import { z } from 'zod'
import { AssessmentId, ThirdPartyId } from '../domain/ids.ts'
import { RelationshipKind } from '../domain/relationship.ts'
import { line } from '../domain/text.ts'
import { Day } from '../domain/time.ts'
import { procedure } from './procedure.ts'

const FoundParty = z.strictObject({ id: ThirdPartyId, legalName: z.string(), nativeName: z.string(), country: z.string() })
const FoundAssessment = z.strictObject({
  id: AssessmentId,
  thirdPartyName: z.string(),
  relationship: RelationshipKind,
  status: z.enum(['draft', 'signed']),
  asOf: Day,
})

export const homeProcedures = {
  /** Third parties whose name holds `text`, and assessments of such, at most eight of each; none for a blank text. */
  'home.find': procedure({
    side: 'engine',
    input: z.strictObject({ text: line(200) }),
    output: z.strictObject({ thirdParties: z.array(FoundParty), assessments: z.array(FoundAssessment) }),
    refusals: ['vault-locked'],
  }),
} as const
