// The machine-readable portfolio that travels inside its signed report: every third party with its tier, driver, reach and due dates.
import { z } from 'zod'
import { Confidence, Badge } from '../scoring/result.ts'
import { CrownJewel } from './crown-jewel.ts'
import { DecisionOutcome } from './decision.ts'
import { AssessmentId, JewelId, ReportId, Sha256Hex, ThirdPartyId, TreatmentId, VaultId } from './ids.ts'
import { Organization } from './organization.ts'
import { FlagLevel } from './question.ts'
import { Printing } from './printing.ts'
import { Profile, RelationshipKind } from './relationship.ts'
import { Signer } from './signer.ts'
import { TierRange } from './tier.ts'
import { Day, Instant } from './time.ts'
import { TreatmentResponse, TreatmentStatus } from './treatment.ts'

const count = z.int().min(0)
const Rank = z.int().min(1).max(4)

/** What sets the worst tier, by its id in the pack and in the words of the pack. */
const Driver = z.strictObject({ kind: z.enum(['domain', 'flag']), id: z.string(), title: z.string() })

/** A floor that stands, or would in the worst case. */
const StandingFlag = z.strictObject({
  ruleId: z.string(),
  level: FlagLevel,
  state: z.enum(['fired', 'unresolved']),
  reason: z.string(),
})

/** The signed report on an assessment, as it was signed first, and the history of its vault then. */
export const StandingReport = z.strictObject({ reportId: ReportId, sha256: Sha256Hex, auditSequence: count, auditHead: Sha256Hex })
export type StandingReport = z.infer<typeof StandingReport>

/** The assessment that counts for one relationship: the one signed last, else the draft that was answered last. */
export const PortfolioStanding = z.strictObject({
  assessmentId: AssessmentId,
  relationship: RelationshipKind,
  profile: Profile,
  status: z.enum(['draft', 'signed']),
  asOf: Day,
  signedAt: Instant.nullable(),
  tier: TierRange,
  isUnconfirmed: z.boolean(),
  driver: Driver.nullable(),
  inherent: TierRange,
  /** Ranks of the worst case, 1 to 4. */
  impactWorst: Rank,
  exposureWorst: Rank,
  confidence: Confidence,
  badges: z.array(Badge),
  flags: z.array(StandingFlag),
  findingCount: count,
  answeredCount: count,
  shownCount: count,
  reassessOn: Day,
  outcome: DecisionOutcome.nullable(),
  /** Absent of drafts, and in what was signed before portfolios named it. */
  report: StandingReport.optional(),
})
export type PortfolioStanding = z.infer<typeof PortfolioStanding>

/** A tier that was signed, for the course of time. */
const SignedTier = z.strictObject({ assessmentId: AssessmentId, relationship: RelationshipKind, signedAt: Instant, tier: TierRange })

/** What a third party can do with a crown jewel. `stated` is null when only an assessment names the jewel, without saying how. */
const Reach = z.strictObject({
  jewelId: JewelId,
  stated: z.strictObject({ see: z.boolean(), copy: z.boolean(), change: z.boolean(), stop: z.boolean() }).nullable(),
})

export const PortfolioParty = z.strictObject({
  thirdPartyId: ThirdPartyId,
  legalName: z.string(),
  country: z.string(),
  relationships: z.array(RelationshipKind),
  standings: z.array(PortfolioStanding),
  /** Oldest first. */
  signedTiers: z.array(SignedTier),
  reach: z.array(Reach),
})
export type PortfolioParty = z.infer<typeof PortfolioParty>

/** What is being done about a finding and is not done yet. */
export const PortfolioTreatment = z.strictObject({
  treatmentId: TreatmentId,
  thirdPartyId: ThirdPartyId,
  relationship: RelationshipKind,
  /** The id of a question or rule, the title of a finding of one's own, or the condition. */
  finding: z.string(),
  response: TreatmentResponse,
  action: z.string(),
  ownerName: z.string(),
  dueOn: Day.nullable(),
  status: TreatmentStatus,
  /** Absent in what was signed before portfolios named it. */
  acceptedBy: z.string().optional(),
  acceptedUntil: Day.nullable(),
})
export type PortfolioTreatment = z.infer<typeof PortfolioTreatment>

/** Published as resources/schemas/portfolio.schema.json. */
export const PortfolioDocument = z.strictObject({
  format: z.literal('gatehouse.portfolio'),
  formatVersion: z.literal(1),
  reportId: ReportId,
  organization: Organization,
  /** The day on which due dates are judged. */
  asOf: Day,
  signedAt: Instant,
  /** Most harmful first. */
  crownJewels: z.array(CrownJewel),
  /** By name. Third parties that were put aside are left out. */
  parties: z.array(PortfolioParty),
  treatments: z.array(PortfolioTreatment),
  signer: Signer,
  /** The vault's audit chain at signing: number of entries and hash of the last one. */
  audit: z.strictObject({ vaultId: VaultId, sequence: count, head: Sha256Hex }),
  application: z.strictObject({ name: z.literal('Gatehouse'), version: z.string() }),
  /** Absent in what was signed before pages could be compared. */
  printing: Printing.optional(),
})
export type PortfolioDocument = z.infer<typeof PortfolioDocument>
