// Procedures behind Home and the palette: what needs somebody, and what is found by a few letters of a name.
import { z } from 'zod'
import { AssessmentId, JewelId, ThirdPartyId } from '../domain/ids.ts'
import { Profile, RelationshipKind } from '../domain/relationship.ts'
import { line } from '../domain/text.ts'
import { Tier } from '../domain/tier.ts'
import { Day } from '../domain/time.ts'
import { procedure } from './procedure.ts'
import { AheadDays } from './settings.ts'

const count = z.int().min(0)

const FoundParty = z.strictObject({ id: ThirdPartyId, legalName: z.string(), nativeName: z.string(), country: z.string() })
const FoundAssessment = z.strictObject({
  id: AssessmentId,
  thirdPartyName: z.string(),
  relationship: RelationshipKind,
  status: z.enum(['draft', 'signed']),
  asOf: Day,
})

/** A part of a list that may be long: the first few, and how many there are in all. */
const firstOf = <Row extends z.ZodType>(row: Row) => z.strictObject({ count, first: z.array(row) })

/**
 * How many third parties there are of each worst tier; `unconfirmed` are the Low ones that rest on little, which `low` leaves out, and
 * `none` those of which nothing was assessed. Those put aside do not count.
 */
export const TierCounts = z.strictObject({ low: count, unconfirmed: count, moderate: count, high: count, critical: count, none: count })
export type TierCounts = z.infer<typeof TierCounts>

const PartyDue = z.strictObject({ id: ThirdPartyId, legalName: z.string(), dueOn: Day, tier: Tier.nullable() })
export type PartyDue = z.infer<typeof PartyDue>
const PartyWithStop = z.strictObject({ id: ThirdPartyId, legalName: z.string(), stopCount: count })
const Undecided = z.strictObject({
  id: AssessmentId,
  thirdPartyName: z.string(),
  relationship: RelationshipKind,
  profile: Profile,
  /** False while nobody decided; true when only the signature is missing. */
  isDecided: z.boolean(),
})
const TreatmentDue = z.strictObject({
  thirdPartyId: ThirdPartyId,
  legalName: z.string(),
  relationship: RelationshipKind,
  /** `accepted`: a risk whose acceptance ends, or has ended, on that day. */
  kind: z.enum(['treatment', 'accepted', 'condition']),
  /** The id of the question, rule or finding, or the words of the condition. */
  about: z.string(),
  ownerName: z.string(),
  dueOn: Day,
})
export type TreatmentDue = z.infer<typeof TreatmentDue>
const JewelDue = z.strictObject({ id: JewelId, name: z.string(), reviewOn: Day })

const PartyWithHits = z.strictObject({ id: ThirdPartyId, legalName: z.string(), hitCount: count })
const OldList = z.strictObject({ listId: z.string(), title: z.string(), editionOn: Day })

export const HomeView = z.strictObject({
  /** The day by which the rest is judged. */
  today: Day,
  thirdPartyCount: count,
  tiers: TierCounts,
  draftCount: count,
  overdueCount: count,
  /** Reassessments due by today or in the next 30 days, the earliest first. */
  due: firstOf(PartyDue),
  /** Third parties with a STOP that stands, unless the organization decided to decline them. */
  stops: firstOf(PartyWithStop),
  /** Drafts that could be signed: all is answered that must be. */
  undecided: firstOf(Undecided),
  /** Treatments, conditions and acceptances due by today or in the next 14 days, the earliest first. */
  treatments: firstOf(TreatmentDue),
  /** Crown jewels whose day of review has come. */
  jewelReviews: firstOf(JewelDue),
  /** Possible matches nobody settled, by third party; and lists whose newest edition is old. */
  screening: z.strictObject({ hitCount: count, parties: firstOf(PartyWithHits), oldLists: firstOf(OldList) }),
  /** How many outcomes are still being worked out; `outcomes.refresh` goes on with it. */
  staleCount: count,
})
export type HomeView = z.infer<typeof HomeView>

export const homeProcedures = {
  /** What needs somebody today, and what will within so many days: 30 for reassessments and 14 for treatments when absent. */
  'home.read': procedure({
    side: 'engine',
    input: z.strictObject({ reassessmentDays: AheadDays.optional(), treatmentDays: AheadDays.optional() }),
    output: HomeView,
    refusals: ['vault-locked'],
  }),
  /** Third parties whose names hold every word of `text`, and assessments of such, at most eight of each; none for a blank text. */
  'home.find': procedure({
    side: 'engine',
    input: z.strictObject({ text: line(200) }),
    output: z.strictObject({ thirdParties: z.array(FoundParty), assessments: z.array(FoundAssessment) }),
    refusals: ['vault-locked'],
  }),
} as const
