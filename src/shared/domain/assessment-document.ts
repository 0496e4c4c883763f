// The machine-readable assessment that travels inside the signed PDF.
import { z } from 'zod'
import { Result } from '../scoring/result.ts'
import { Answer } from './answer.ts'
import { ResultVersion1 } from './assessment-result-version-1.ts'
import { Screening } from './assessment-screening.ts'
import { CrownJewel } from './crown-jewel.ts'
import { Decision } from './decision.ts'
import { AssessmentId, Sha256Hex, VaultId } from './ids.ts'
import { Organization } from './organization.ts'
import { PackReference } from './pack.ts'
import { Profile, RelationshipKind } from './relationship.ts'
import { Signer } from './signer.ts'
import { ThirdParty } from './third-party.ts'
import { Day, Instant } from './time.ts'

/**
 * Everything a reader needs to recompute the report: who, about whom, which pack, every answer with its
 * revision, the result, the decision, and the audit head that anchors the vault's history.
 * Published as resources/schemas/assessment.schema.json.
 */
export const AssessmentDocument = z.strictObject({
  format: z.literal('gatehouse.assessment'),
  formatVersion: z.literal(2),
  assessmentId: AssessmentId,
  organization: Organization,
  thirdParty: ThirdParty,
  relationship: RelationshipKind,
  profile: Profile,
  pack: PackReference,
  asOf: Day,
  startedAt: Instant,
  signedAt: Instant,
  crownJewels: z.array(CrownJewel),
  answers: z.array(Answer),
  /** Null when names were not checked with lists. */
  screening: Screening.nullable(),
  result: Result,
  decision: Decision,
  signer: Signer,
  /** The vault's audit chain at signing: number of entries and hash of the last one. */
  audit: z.strictObject({ vaultId: VaultId, sequence: z.int().min(0), head: Sha256Hex }),
  application: z.strictObject({ name: z.literal('Gatehouse'), version: z.string() }),
})
export type AssessmentDocument = z.infer<typeof AssessmentDocument>

/** What the first version of Gatehouse signed. It is read, never written. */
export const AssessmentDocumentVersion1 = AssessmentDocument.omit({ screening: true }).extend({
  formatVersion: z.literal(1),
  result: ResultVersion1,
})
export type AssessmentDocumentVersion1 = z.infer<typeof AssessmentDocumentVersion1>

/** A signed document of any version. */
export const SignedDocument = z.discriminatedUnion('formatVersion', [AssessmentDocument, AssessmentDocumentVersion1])
export type SignedDocument = z.infer<typeof SignedDocument>
