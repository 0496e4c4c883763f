// What the sample vault is made from: the files of resources/sample, read by a schema.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { InputAnswer } from '#shared/domain/assessment-input.ts'
import { Screening } from '#shared/domain/assessment-screening.ts'
import { CrownJewelDetails } from '#shared/domain/crown-jewel.ts'
import { Decision } from '#shared/domain/decision.ts'
import { EvidenceGrade } from '#shared/domain/answer.ts'
import { QuestionId } from '#shared/domain/ids.ts'
import { JewelRegisterDetails } from '#shared/domain/jewel-register.ts'
import { ManualFindingDetails } from '#shared/domain/manual-finding.ts'
import { Organization } from '#shared/domain/organization.ts'
import { OwnerTree } from '#shared/domain/owner-tree.ts'
import { OrganizationProfileDetails } from '#shared/domain/organization-profile.ts'
import { Profile, RelationshipKind } from '#shared/domain/relationship.ts'
import { ReviewDetails } from '#shared/domain/review.ts'
import { EditionDetails, HitDecision } from '#shared/domain/screening-hit.ts'
import { SignerDetails } from '#shared/domain/signer.ts'
import { Supersession } from '#shared/domain/supersession.ts'
import { ThirdPartyProfile } from '#shared/domain/third-party-profile.ts'
import { ThirdPartyDetails } from '#shared/domain/third-party.ts'
import { Day } from '#shared/domain/time.ts'
import { TreatmentDetails } from '#shared/domain/treatment.ts'
import { reachKinds } from '#shared/domain/exposure.ts'

const Key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not a key such as design-files')
const questions = z.array(QuestionId).default([])

/** Answers by what they say: the short ones as lists of questions, the others one by one. */
export const SampleAnswers = z.strictObject({
  yes: questions,
  partly: questions,
  no: questions,
  unknown: questions,
  declined: questions,
  facts: z.record(QuestionId, InputAnswer.shape.answer).default({}),
  notes: z.record(QuestionId, z.string()).default({}),
  evidence: z.partialRecord(EvidenceGrade, z.array(QuestionId)).default({}),
  /** The last day on which the evidence holds. */
  evidenceUntil: z.record(QuestionId, Day).default({}),
})
export type SampleAnswers = z.infer<typeof SampleAnswers>

const SampleTreatment = z
  .strictObject({ question: QuestionId, ...TreatmentDetails.shape })
  .omit({ finding: true })
  .partial({ acceptedBy: true, acceptedUntil: true })

const SampleAssessment = z.strictObject({
  relationship: RelationshipKind,
  depth: Profile,
  startedOn: Day,
  asOf: Day.optional(),
  /** Why it takes the place of the signed one before it in the file. */
  supersedes: Supersession.shape.reason.optional(),
  /** Takes over whatever the one before answered; the answers below are those that changed. */
  carriesOver: z.boolean().default(false),
  answers: SampleAnswers,
  screening: Screening.optional(),
  comments: z.array(z.strictObject({ question: QuestionId, text: z.string(), saidBy: z.string(), saidOn: Day })).default([]),
  evidence: z
    .array(z.strictObject({ question: QuestionId, fileName: z.string(), grade: EvidenceGrade, description: z.string(), text: z.string() }))
    .default([]),
  ownFindings: z.array(ManualFindingDetails.omit({ domainId: true })).default([]),
  treatments: z.array(SampleTreatment).default([]),
  decision: z.strictObject({ on: Day, ...Decision.shape }).optional(),
  reviews: z.array(ReviewDetails.extend({ on: Day })).default([]),
  signed: z.strictObject({ on: Day, by: Key }).optional(),
})
export type SampleAssessment = z.infer<typeof SampleAssessment>

const SampleParty = z.strictObject({
  key: Key,
  addedOn: Day,
  details: ThirdPartyDetails,
  profile: ThirdPartyProfile.optional(),
  owners: OwnerTree.optional(),
  exposure: z.record(Key, z.array(z.enum(reachKinds))).default({}),
  assessments: z.array(SampleAssessment),
})
export type SampleParty = z.infer<typeof SampleParty>

const SampleOrganization = z.strictObject({
  format: z.literal('gatehouse.sample'),
  formatVersion: z.literal(1),
  organization: Organization,
  describedOn: Day,
  profile: OrganizationProfileDetails,
  crownJewels: z.array(CrownJewelDetails.extend({ key: Key, ...JewelRegisterDetails.shape })),
  archivedJewels: z.array(CrownJewelDetails.extend({ key: Key, archivedOn: Day })),
  signers: z.array(SignerDetails.extend({ key: Key, madeOn: Day })),
  ownAnswers: z.array(SampleAnswers.extend({ on: Day })),
})

const SampleScreening = z.strictObject({
  file: z.string(),
  takenInOn: Day,
  details: EditionDetails,
  /** What somebody said of a hit, by the third party and the name the entry goes by. */
  decisions: z.array(HitDecision.extend({ party: Key, listed: z.string(), on: Day })),
})
export interface SampleScreening extends z.infer<typeof SampleScreening> {
  readonly bytes: Uint8Array<ArrayBuffer>
}

export interface SampleData extends z.infer<typeof SampleOrganization> {
  readonly parties: readonly SampleParty[]
  readonly screening: SampleScreening
}

/** Reads `sample/*.yaml`; throws when a file is not what its schema says. */
export function readSampleData(resourcesDirectory: string): SampleData {
  const directory = join(resourcesDirectory, 'sample')
  const read = (name: string): unknown => parse(readFileSync(join(directory, name), 'utf8'), { maxAliasCount: 0 })
  const names = readdirSync(directory)
    .filter((name) => name.endsWith('.yaml') && name !== 'organization.yaml' && name !== 'screening.yaml')
    .toSorted()
  const screening = SampleScreening.parse(read('screening.yaml'))
  const bytes = new Uint8Array(readFileSync(join(directory, screening.file)))
  return {
    ...SampleOrganization.parse(read('organization.yaml')),
    parties: names.map((name) => SampleParty.parse(read(name))),
    screening: { ...screening, bytes },
  }
}
