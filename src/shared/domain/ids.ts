// Names of things: opaque identifiers, each with its own type so that one cannot stand for another.
import { z } from 'zod'

export const VaultId = z.uuid().brand<'VaultId'>()
export type VaultId = z.infer<typeof VaultId>

export const JewelId = z.uuid().brand<'JewelId'>()
export type JewelId = z.infer<typeof JewelId>

export const ThirdPartyId = z.uuid().brand<'ThirdPartyId'>()
export type ThirdPartyId = z.infer<typeof ThirdPartyId>

export const AssessmentId = z.uuid().brand<'AssessmentId'>()
export type AssessmentId = z.infer<typeof AssessmentId>

export const SignerId = z.uuid().brand<'SignerId'>()
export type SignerId = z.infer<typeof SignerId>

export const ReportId = z.uuid().brand<'ReportId'>()
export type ReportId = z.infer<typeof ReportId>

export const EvidenceFileId = z.uuid().brand<'EvidenceFileId'>()
export type EvidenceFileId = z.infer<typeof EvidenceFileId>

export const FindingId = z.uuid().brand<'FindingId'>()
export type FindingId = z.infer<typeof FindingId>

export const TreatmentId = z.uuid().brand<'TreatmentId'>()
export type TreatmentId = z.infer<typeof TreatmentId>

/** A question's immutable id, such as `AD-02`: two capital letters for the domain, two digits. */
export const QuestionId = z
  .string()
  .regex(/^[A-Z]{2}-\d{2}$/, 'is not a question id such as AD-02')
  .brand<'QuestionId'>()
export type QuestionId = z.infer<typeof QuestionId>

/** A domain's id, such as `AD`. */
export const DomainId = z
  .string()
  .regex(/^[A-Z]{2}$/, 'is not a domain id such as AD')
  .brand<'DomainId'>()
export type DomainId = z.infer<typeof DomainId>

/** SHA-256 as 64 lower-case hexadecimal digits. */
export const Sha256Hex = z.string().regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 of 64 hexadecimal digits')
export type Sha256Hex = z.infer<typeof Sha256Hex>
