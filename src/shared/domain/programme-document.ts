// The machine-readable programme that travels inside its signed report: the organization's own answers, their result and the plan.
import { z } from 'zod'
import { Confidence, DomainResult, Finding, FlagResult, ScoreIssue } from '../scoring/result.ts'
import { QuestionId, ReportId, Sha256Hex, VaultId } from './ids.ts'
import { RegisteredJewel } from './jewel-register.ts'
import { OrganizationAnswer } from './organization-answer.ts'
import { OrganizationProfile } from './organization-profile.ts'
import { Organization } from './organization.ts'
import { PackReference } from './pack.ts'
import { Printing } from './printing.ts'
import { Signer } from './signer.ts'
import { Day, Instant } from './time.ts'
import { TreatmentResponse, TreatmentStatus } from './treatment.ts'

const count = z.int().min(0)

/** What the answers come to. There is no tier: a tier is about a third party. */
export const ProgrammeResult = z.strictObject({
  domains: z.array(DomainResult.omit({ residual: true })),
  flags: z.array(FlagResult),
  findings: z.array(Finding),
  confidence: Confidence,
  shown: z.array(QuestionId),
  answeredCount: count,
  issues: z.array(ScoreIssue),
})
export type ProgrammeResult = z.infer<typeof ProgrammeResult>

/** Who does something about a finding, and until when; taken from the treatments of the third parties whose assessments name it. */
export const ProgrammeTreatment = z.strictObject({
  questionId: QuestionId,
  response: TreatmentResponse,
  action: z.string(),
  ownerName: z.string(),
  dueOn: Day.nullable(),
  status: TreatmentStatus,
})
export type ProgrammeTreatment = z.infer<typeof ProgrammeTreatment>

/** A crown jewel with its register, and how many third parties can reach it. */
const ProgrammeJewel = RegisteredJewel.omit({ archivedAt: true }).extend({ reachedBy: count })

/** Published as resources/schemas/programme.schema.json. */
export const ProgrammeDocument = z.strictObject({
  format: z.literal('gatehouse.programme'),
  formatVersion: z.literal(1),
  reportId: ReportId,
  organization: Organization,
  /** Null until the organization was described. */
  profile: OrganizationProfile.nullable(),
  pack: PackReference,
  /** The day on which dated rules, evidence and due dates are judged. */
  asOf: Day,
  signedAt: Instant,
  /** Those in use, most harmful first. */
  crownJewels: z.array(ProgrammeJewel),
  /** What the organization answered about itself, each with the day on which it was given. */
  answers: z.array(OrganizationAnswer),
  result: ProgrammeResult,
  treatments: z.array(ProgrammeTreatment),
  signer: Signer,
  /** The vault's audit chain at signing: number of entries and hash of the last one. */
  audit: z.strictObject({ vaultId: VaultId, sequence: count, head: Sha256Hex }),
  application: z.strictObject({ name: z.literal('Gatehouse'), version: z.string() }),
  /** Absent in what was signed before pages could be compared. */
  printing: Printing.optional(),
})
export type ProgrammeDocument = z.infer<typeof ProgrammeDocument>
