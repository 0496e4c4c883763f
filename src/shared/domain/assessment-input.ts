// The file a script gives to `assess` and `score`: one organization, one third party, the answers and the decision.
import { z } from 'zod'
import { AnswerValue, EvidenceGrade } from './answer.ts'
import { Screening } from './assessment-screening.ts'
import { CrownJewelDetails } from './crown-jewel.ts'
import { DecisionToMake } from './decision.ts'
import { QuestionId, Sha256Hex } from './ids.ts'
import { Organization } from './organization.ts'
import { Profile, RelationshipKind } from './relationship.ts'
import { SignerDetails } from './signer.ts'
import { prose, proseMaxLength } from './text.ts'
import { ThirdPartyDetails } from './third-party.ts'
import { Day } from './time.ts'

const JewelKey = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not a key such as design-files')

/** In words: `"yes"`, `"partly"`, `"no"` for a practice; `"unknown"` or `"declined"` for anything. */
const ShortAnswer = z.enum(['yes', 'partly', 'no', 'unknown', 'declined'])
/** Crown jewels are named by their key in this file. */
const NamedJewels = z.strictObject({ kind: z.literal('jewels'), jewels: z.array(JewelKey).max(500) })

export const InputAnswer = z.strictObject({
  answer: z.union([ShortAnswer, NamedJewels, AnswerValue]),
  note: prose(proseMaxLength).default(''),
  evidence: EvidenceGrade.default('U'),
  /** The last day on which the evidence holds. */
  evidenceExpiresOn: Day.nullable().optional(),
})
export type InputAnswer = z.infer<typeof InputAnswer>

/** Published as resources/schemas/assessment-input.schema.json. */
export const AssessmentInput = z
  .strictObject({
    $schema: z.string().optional(),
    format: z.literal('gatehouse.assessment-input'),
    formatVersion: z.literal(1),
    organization: Organization,
    crownJewels: z.array(CrownJewelDetails.extend({ key: JewelKey })).max(500),
    thirdParty: ThirdPartyDetails,
    relationship: RelationshipKind,
    profile: Profile,
    /** The day on which dated rules are judged; today when absent. */
    asOf: Day.optional(),
    /** The pack the answers were given for. Refused when it is not the one they would be scored with. */
    pack: z.strictObject({ id: z.string().max(200), version: z.string().max(40), sha256: Sha256Hex.optional() }).optional(),
    answers: z.record(QuestionId, InputAnswer),
    /** What came out of checking names against restricted-party lists; absent when that was not done with lists. */
    screening: Screening.optional(),
    decision: DecisionToMake,
    signer: SignerDetails,
  })
  .refine((input) => input.thirdParty.relationships.includes(input.relationship), {
    path: ['relationship'],
    message: 'is not one of thirdParty.relationships; add it there or correct it',
  })
  .refine((input) => new Set(input.crownJewels.map((jewel) => jewel.key)).size === input.crownJewels.length, {
    path: ['crownJewels'],
    message: 'uses a key twice; give each crown jewel its own',
  })
export type AssessmentInput = z.infer<typeof AssessmentInput>
