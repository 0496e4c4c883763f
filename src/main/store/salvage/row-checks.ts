// What a row of each table must be to be believed: ids, instants, JSON that its schema reads, and contents that match their hashes.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { AnswerInput, AnswerValue } from '#shared/domain/answer.ts'
import { ThirdPartyComment } from '#shared/domain/answer-context.ts'
import { SignedDocument } from '#shared/domain/assessment-document.ts'
import { Assessment } from '#shared/domain/assessment.ts'
import { Screening } from '#shared/domain/assessment-screening.ts'
import { CrownJewel } from '#shared/domain/crown-jewel.ts'
import { Decision } from '#shared/domain/decision.ts'
import { EvidenceFile } from '#shared/domain/evidence-file.ts'
import {
  AssessmentId,
  EvidenceFileId,
  JewelId,
  QuestionId,
  ReportId,
  Sha256Hex,
  SignerId,
  ThirdPartyId,
  VaultId,
} from '#shared/domain/ids.ts'
import { OrganizationProfile } from '#shared/domain/organization-profile.ts'
import { ManualFinding } from '#shared/domain/manual-finding.ts'
import { Organization } from '#shared/domain/organization.ts'
import { OwnerTree } from '#shared/domain/owner-tree.ts'
import { PortfolioDocument } from '#shared/domain/portfolio-document.ts'
import { ProgrammeDocument } from '#shared/domain/programme-document.ts'
import { RelationshipKind } from '#shared/domain/relationship.ts'
import { AccentColour, Paper } from '#shared/domain/report-look.ts'
import { Review } from '#shared/domain/review.ts'
import { SalvageReport } from '#shared/domain/salvage-report.ts'
import {
  DecidedHit,
  HitContent,
  HitState,
  KeptEntry,
  KeptHitDecision,
  ListEdition,
  ListHole,
  ListSource,
  ResultContent,
  RunContent,
} from '#shared/domain/screening-hit.ts'
import { Signer } from '#shared/domain/signer.ts'
import { ThirdPartyProfile } from '#shared/domain/third-party-profile.ts'
import { Day, Instant } from '#shared/domain/time.ts'
import { Treatment } from '#shared/domain/treatment.ts'
import { hashAuditEntry } from '../audit.ts'

const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const json = (schema: z.ZodType) => z.string().refine((text) => schema.safeParse(parseJson(text)).success)
const bytes = z.instanceof(Uint8Array)
const { thirdPartyId: _party, pack: _pack, startedAt: _started, signedAt: _signed, asOf, ...assessment } = Assessment.shape

const chained = {
  sequence: z.int().min(1),
  at: z.string(),
  actor: z.string(),
  action: z.string(),
  subject: z.string(),
  payload_sha256: Sha256Hex,
  previous_hash: Sha256Hex,
  hash: Sha256Hex,
  mac: Sha256Hex,
}

/** A row of the history, with the names its columns have in the file. */
export const HistoryRow = z
  .object(chained)
  .transform(({ payload_sha256: payloadSha256, previous_hash: previousHash, ...rest }) => ({ ...rest, payloadSha256, previousHash }))
export type HistoryRow = z.infer<typeof HistoryRow>

const revision = z.int().min(1)
const checks: Readonly<Record<string, z.ZodType>> = {
  vault: z.object({ vault_id: VaultId, created_at: Instant }),
  organization: z.object({ one: z.literal(1), ...Organization.shape }),
  crown_jewel: z.object({ ...CrownJewel.shape, added_at: Instant }),
  organization_profile: z.object({
    one: z.literal(1),
    technology_areas: json(OrganizationProfile.shape.technologyAreas),
    described_on: Day,
  }),
  organization_answer: z.object({ question_id: QuestionId, revision, content: json(AnswerInput), answered_on: Day, saved_at: Instant }),
  organization_answer_revision: z.object({
    question_id: QuestionId,
    revision,
    content: json(AnswerInput).nullable(),
    answered_on: Day,
    saved_at: Instant,
  }),
  jewel_register: z.object({ jewel_id: JewelId, review_on: Day.nullable(), archived_at: Instant.nullable() }),
  exposure: z.object({ third_party_id: ThirdPartyId, jewel_id: JewelId, changed_at: Instant }),
  assessed_reach: z.object({ third_party_id: ThirdPartyId, assessment_id: AssessmentId, jewel_id: JewelId.or(z.literal('')) }),
  carried_over: z.object({ assessment_id: AssessmentId, question_id: QuestionId, answered_on: Day, value: json(AnswerValue) }),
  third_party: z.object({ id: ThirdPartyId, legal_name: z.string().min(1), added_at: Instant }),
  third_party_profile: z.object({ third_party_id: ThirdPartyId, revision, content: json(ThirdPartyProfile), saved_at: Instant }),
  owner_tree: z.object({ third_party_id: ThirdPartyId, revision, content: json(OwnerTree), saved_at: Instant }),
  import_batch: z.object({ id: z.uuid(), file_name: z.string(), sha256: Sha256Hex, started_at: Instant, undone_at: Instant.nullable() }),
  import_change: z.object({
    batch_id: z.uuid(),
    third_party_id: ThirdPartyId,
    kind: z.enum(['added', 'updated']),
    after_sha256: Sha256Hex,
  }),
  import_undone: z.object({ batch_id: z.uuid(), third_party_id: ThirdPartyId, content: json(z.looseObject({})) }),
  bulk_change: z.object({ third_party_id: ThirdPartyId, change_id: z.uuid() }),
  relationship: z.object({ third_party_id: ThirdPartyId, kind: RelationshipKind }),
  pack: z
    .object({ sha256: Sha256Hex, pack_id: z.string(), version: z.string(), content: z.string() })
    .refine((row) => sha256(row.content) === row.sha256),
  assessment: z.object({
    id: assessment.id,
    third_party_id: ThirdPartyId,
    relationship: assessment.relationship,
    profile: assessment.profile,
    pack_sha256: Sha256Hex,
    as_of: asOf,
    status: assessment.status,
    started_at: Instant,
    signed_at: Instant.nullable(),
  }),
  answer: z.object({ assessment_id: AssessmentId, question_id: QuestionId, revision, content: json(AnswerInput), saved_at: Instant }),
  answer_revision: z.object({
    assessment_id: AssessmentId,
    question_id: QuestionId,
    revision,
    content: json(AnswerInput).nullable(),
    saved_at: Instant,
  }),
  evidence_content: z.object({ sha256: Sha256Hex, size_bytes: z.int().min(1), media_type: z.string().min(1) }),
  evidence_chunk: z.object({ sha256: Sha256Hex, number: z.int().min(0), bytes }),
  evidence_file: z.object({
    id: EvidenceFileId,
    assessment_id: AssessmentId,
    question_id: QuestionId,
    sha256: Sha256Hex,
    file_name: EvidenceFile.shape.fileName,
    grade: EvidenceFile.shape.grade,
    description: EvidenceFile.shape.description,
    added_at: Instant,
    removed_at: Instant.nullable(),
  }),
  third_party_comment: z.object({
    assessment_id: AssessmentId,
    question_id: QuestionId,
    text: ThirdPartyComment.shape.text,
    said_by: ThirdPartyComment.shape.saidBy,
    said_on: ThirdPartyComment.shape.saidOn,
    saved_at: Instant,
  }),
  decision: z.object({ assessment_id: AssessmentId, content: json(Decision), saved_at: Instant }),
  screening: z.object({ assessment_id: AssessmentId, content: json(Screening), saved_at: Instant }),
  screening_list: z.object({
    id: ListEdition.shape.id,
    list_id: ListEdition.shape.listId,
    title: ListEdition.shape.title,
    edition_on: Day,
    sha256: Sha256Hex,
    holes: json(z.array(ListHole)),
    sources: json(z.array(ListSource)),
    imported_at: Instant,
  }),
  screening_list_part: z.object({ edition_id: ListEdition.shape.id, number: z.int().min(0), content: json(z.array(KeptEntry)) }),
  screening_run: z.object({ id: z.uuid(), started_at: Instant, ended_at: Instant.nullable(), content: json(RunContent) }),
  screening_result: z.object({
    third_party_id: ThirdPartyId,
    list_id: ListEdition.shape.listId,
    screened_at: Instant,
    edition_on: Day,
    content: json(ResultContent),
  }),
  screening_hit: z.object({ third_party_id: ThirdPartyId, key: Sha256Hex, state: HitState, content: json(HitContent) }),
  screening_decision: z.object({
    third_party_id: ThirdPartyId,
    key: Sha256Hex,
    number: revision,
    verdict: KeptHitDecision.shape.verdict,
    decided_at: Instant,
    content: json(DecidedHit),
  }),
  manual_finding: z.object({
    id: ManualFinding.shape.id,
    assessment_id: AssessmentId,
    title: ManualFinding.shape.title,
    severity: ManualFinding.shape.severity,
  }),
  treatment: z.object({
    id: Treatment.shape.id,
    third_party_id: ThirdPartyId,
    relationship: RelationshipKind,
    response: Treatment.shape.response,
  }),
  review: z.object({ assessment_id: AssessmentId, number: revision, verdict: Review.shape.verdict, reviewed_at: Instant }),
  supersession: z.object({ assessment_id: AssessmentId, superseded_id: AssessmentId }),
  signer: z
    .object({ id: SignerId, name: z.string(), certificate: bytes, private_key: bytes, certificate_sha256: Signer.shape.certificateSha256 })
    .refine((row) => sha256(row.certificate) === row.certificate_sha256),
  signer_origin: z.object({ signer_id: SignerId, kind: z.literal('imported'), issuer: z.string(), added_at: Instant }),
  signer_token: z.object({
    signer_id: SignerId,
    module_path: z.string(),
    serial: z.string(),
    key_id: z.string().regex(/^[0-9a-f]*$/),
    added_at: Instant,
  }),
  signer_attachment: z.object({
    signer_id: SignerId,
    kind: z.enum(['issuer', 'revocation-list']),
    position: z.int().min(0),
    content: bytes,
  }),
  known_certificate: z
    .object({ sha256: Sha256Hex, kind: z.enum(['person', 'authority']), name: z.string().min(1), certificate: bytes, added_at: Instant })
    .refine((row) => sha256(row.certificate) === row.sha256),
  report_version: z
    .object({ report_id: ReportId, number: z.int().min(2), sha256: Sha256Hex, pdf: bytes, added_at: Instant })
    .refine((row) => sha256(row.pdf) === row.sha256),
  stamp_request: z.object({ nonce: z.string().regex(/^[0-9a-f]+$/), report_id: ReportId, version_sha256: Sha256Hex, made_at: Instant }),
  report: z
    .object({
      id: ReportId,
      assessment_id: AssessmentId.nullable(),
      signer_id: SignerId,
      sha256: Sha256Hex,
      document: json(z.union([SignedDocument, PortfolioDocument, ProgrammeDocument])),
      pdf: bytes,
    })
    .refine((row) => sha256(row.pdf) === row.sha256),
  logo: z.object({ sha256: Sha256Hex, content: bytes }).refine((row) => sha256(row.content) === row.sha256),
  report_look: z.object({ one: z.literal(1), accent: AccentColour, paper: Paper }),
  audit: z.object(chained).refine((row) => hashAuditEntry(HistoryRow.parse(row)) === row.hash),
  migration: z.object({ number: z.int().min(1), name: z.string(), sha256: Sha256Hex, applied_at: Instant }),
  salvage: z.object({ number: z.int().min(1), at: Instant, report: json(SalvageReport) }),
  salvage_history: z.object({ salvage: z.int().min(1), ...chained }),
}

/** True when a row of this table is one that Gatehouse could have written. A table without a check of its own is believed. */
export function isBelievable(table: string, row: unknown): boolean {
  return checks[table]?.safeParse(row).success ?? true
}
