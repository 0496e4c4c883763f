// The machine-readable assessment that travels inside the signed PDF.
import { z } from 'zod'
import { Result } from '../scoring/result.ts'
import { Answer } from './answer.ts'
import { CarriedOver, ThirdPartyComment } from './answer-context.ts'
import { ResultVersion1 } from './assessment-result-version-1.ts'
import { Screening } from './assessment-screening.ts'
import { CrownJewel } from './crown-jewel.ts'
import { Decision } from './decision.ts'
import { EvidenceFile } from './evidence-file.ts'
import { AssessmentId, Sha256Hex, VaultId } from './ids.ts'
import { ManualFinding } from './manual-finding.ts'
import { Organization } from './organization.ts'
import { PackReference } from './pack.ts'
import { Printing } from './printing.ts'
import { Profile, RelationshipKind } from './relationship.ts'
import { Review } from './review.ts'
import { Signer } from './signer.ts'
import { Supersession } from './supersession.ts'
import { ThirdParty } from './third-party.ts'
import { Day, Instant } from './time.ts'
import { Treatment } from './treatment.ts'

/**
 * Everything a reader needs to recompute the report: who, about whom, which pack, every answer with its
 * revision, the result, the decision, and the audit head that anchors the vault's history.
 * Published as resources/schemas/assessment.schema.json.
 */
export const AssessmentDocument = z.strictObject({
  format: z.literal('gatehouse.assessment'),
  formatVersion: z.literal(3),
  assessmentId: AssessmentId,
  organization: Organization,
  thirdParty: ThirdParty,
  relationship: RelationshipKind,
  profile: Profile,
  pack: PackReference,
  asOf: Day,
  startedAt: Instant,
  signedAt: Instant,
  /** The signed assessment whose place this one takes; null when it takes none. */
  supersedes: Supersession.nullable(),
  crownJewels: z.array(CrownJewel),
  answers: z.array(Answer),
  /** Which answers were taken over, and when they were first given. */
  carriedOver: z.array(CarriedOver),
  /** The third party's own words to answers. */
  comments: z.array(ThirdPartyComment),
  /** The files that prove answers, by name and hash; their contents stay in the vault. */
  evidenceFiles: z.array(EvidenceFile),
  /** Null when names were not checked with lists. */
  screening: Screening.nullable(),
  result: Result,
  /** Findings beside those of `result`, which no score reads. */
  manualFindings: z.array(ManualFinding),
  /** The plan as it stood when this was signed. The vault's own plan goes on. */
  treatments: z.array(Treatment),
  decision: Decision,
  /** What second persons said before it was signed, the oldest first. */
  reviews: z.array(Review),
  signer: Signer,
  /** The vault's audit chain at signing: number of entries and hash of the last one. */
  audit: z.strictObject({ vaultId: VaultId, sequence: z.int().min(0), head: Sha256Hex }),
  application: z.strictObject({ name: z.literal('Gatehouse'), version: z.string() }),
  /** Absent in what was signed before pages could be compared. */
  printing: Printing.optional(),
})
export type AssessmentDocument = z.infer<typeof AssessmentDocument>

/** What was signed before treatments, reviews and files stood beside the answers. It is read, never written. */
const AssessmentDocumentVersion2 = AssessmentDocument.omit({
  supersedes: true,
  carriedOver: true,
  comments: true,
  evidenceFiles: true,
  manualFindings: true,
  treatments: true,
  reviews: true,
}).extend({ formatVersion: z.literal(2) })
type AssessmentDocumentVersion2 = z.infer<typeof AssessmentDocumentVersion2>

/** What the first version of Gatehouse signed. It is read, never written. */
export const AssessmentDocumentVersion1 = AssessmentDocumentVersion2.omit({ screening: true }).extend({
  formatVersion: z.literal(1),
  result: ResultVersion1,
})
export type AssessmentDocumentVersion1 = z.infer<typeof AssessmentDocumentVersion1>

/** A signed document of any version. */
export const SignedDocument = z.discriminatedUnion('formatVersion', [
  AssessmentDocument,
  AssessmentDocumentVersion2,
  AssessmentDocumentVersion1,
])
export type SignedDocument = z.infer<typeof SignedDocument>
