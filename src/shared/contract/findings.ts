// Procedures about findings: those of all assessments in one list, findings of one's own, and what is done about each.
import { z } from 'zod'
import { AssessmentId, DomainId, FindingId, ThirdPartyId } from '../domain/ids.ts'
import { ManualFinding, ManualFindingDetails } from '../domain/manual-finding.ts'
import { RelationshipKind } from '../domain/relationship.ts'
import { line, requiredLine } from '../domain/text.ts'
import { Tier } from '../domain/tier.ts'
import { Day, Instant } from '../domain/time.ts'
import { PlanState, TreatedFinding, Treatment, TreatmentDetails, TreatmentResponse } from '../domain/treatment.ts'
import { procedure } from './procedure.ts'

/** Which findings of all assessments that count; null and an empty text leave open. */
export const FindingFilter = z.strictObject({
  /** Part of a name of the third party. */
  search: line(200),
  thirdPartyId: ThirdPartyId.nullable(),
  domainId: DomainId.nullable(),
  response: TreatmentResponse.nullable(),
  ownerName: line(200),
  state: PlanState.nullable(),
  /** `overdue`: the day has passed; `soon`: it is within 30 days; `any`: there is a day at all. */
  due: z.enum(['overdue', 'soon', 'any']).nullable(),
})
export type FindingFilter = z.infer<typeof FindingFilter>

/** As many findings as can be listed can be chosen, and changed at once. */
export const mostFindingsAtOnce = 2_000

export const FindingOrder = z.enum(['pressing', 'due', 'party'])
export type FindingOrder = z.infer<typeof FindingOrder>

/** A finding as it stands today. */
export const FindingLine = z.strictObject({
  finding: TreatedFinding,
  /** The question, the reason of the rule, the title or the condition. */
  title: z.string(),
  /** What to do first; empty where nobody says. */
  firstStep: z.string(),
  domainId: DomainId.nullable(),
  /** The floor it sets. */
  floor: z.enum(['stop', 'high']).nullable(),
  /** The floor stands only if an open answer turns out badly. */
  isFloorOpen: z.boolean(),
  /** The worst tier of its domain, or the severity its author gave it. */
  tier: Tier.nullable(),
  state: PlanState,
  treatment: Treatment.nullable(),
})
export type FindingLine = z.infer<typeof FindingLine>

/** The same with the assessment that found it: the one that counts for its third party and relationship. */
export const ListedFinding = FindingLine.extend({
  assessmentId: AssessmentId,
  isSigned: z.boolean(),
  thirdPartyId: ThirdPartyId,
  thirdPartyName: z.string(),
  relationship: RelationshipKind,
})
export type ListedFinding = z.infer<typeof ListedFinding>

const place = z.strictObject({ assessmentId: AssessmentId, finding: TreatedFinding })
const changing = ['vault-locked', 'write-failed', 'not-found'] as const

export const findingProcedures = {
  /** At most `limit` findings after `cursor`; `nextCursor` is null at the end. `count` stops at 1,000: then there are at least so many. */
  'findings.list': procedure({
    side: 'engine',
    input: z.strictObject({
      filter: FindingFilter,
      order: FindingOrder,
      limit: z.int().min(1).max(mostFindingsAtOnce),
      cursor: z.string().max(2_000).nullable(),
    }),
    output: z.strictObject({
      findings: z.array(ListedFinding),
      nextCursor: z.string().nullable(),
      count: z.int().min(0),
      /** How many assessments are still to be worked out after a change; their findings may be missing. */
      staleCount: z.int().min(0),
      /** The day on which states and dates are judged. */
      today: Day,
    }),
    refusals: ['vault-locked'],
  }),
  /** What the filters offer: owners who are named in a plan (at most 500), and the domains of the current pack. */
  'findings.choices': procedure({
    side: 'engine',
    input: z.strictObject({}),
    output: z.strictObject({
      ownerNames: z.array(z.string()),
      domains: z.array(z.strictObject({ id: DomainId, title: z.string() })),
    }),
    refusals: ['vault-locked'],
  }),
  'findings.add': procedure({
    side: 'engine',
    input: z.strictObject({ assessmentId: AssessmentId, details: ManualFindingDetails }),
    output: z.strictObject({ finding: ManualFinding }),
    refusals: [...changing, 'frozen'],
  }),
  'findings.change': procedure({
    side: 'engine',
    input: z.strictObject({ assessmentId: AssessmentId, id: FindingId, details: ManualFindingDetails }),
    output: z.strictObject({ finding: ManualFinding }),
    refusals: [...changing, 'frozen'],
  }),
  /** Its treatment goes with it. */
  'findings.remove': procedure({
    side: 'engine',
    input: z.strictObject({ assessmentId: AssessmentId, id: FindingId }),
    output: z.strictObject({}),
    refusals: [...changing, 'frozen'],
  }),
  'findings.chooseExport': procedure({
    side: 'window',
    input: z.strictObject({}),
    output: z.strictObject({ handle: z.uuid().nullable(), label: z.string() }),
    refusals: [],
  }),
  /** Writes the findings that the filter leaves as CSV, in the order given, at most 100,000, or as XLSX, at most 20,000, by the name chosen. No cell can become a formula. */
  'findings.export': procedure({
    side: 'engine',
    input: z.strictObject({ filter: FindingFilter, order: FindingOrder, handle: z.uuid() }),
    output: z.strictObject({ writtenCount: z.int().min(0), isComplete: z.boolean() }),
    refusals: ['vault-locked', 'place-unknown', 'place-not-writable', 'disk-full'],
  }),
  /** Says what is done about a finding of an assessment. The plan may be kept up to date after signing; what was signed stays as it was. */
  'treatments.save': procedure({
    side: 'engine',
    input: z.strictObject({ assessmentId: AssessmentId, treatment: TreatmentDetails }),
    output: z.strictObject({ treatment: Treatment }),
    refusals: [...changing, 'no-such-finding'],
  }),
  'treatments.remove': procedure({ side: 'engine', input: place, output: z.strictObject({}), refusals: changing }),
  /**
   * Gives many findings an owner, a day or both at once. Those without a treatment get one: mitigate, by the first step of the question.
   * `before` is what they had, for `treatments.restore`.
   */
  'treatments.assign': procedure({
    side: 'engine',
    input: z
      .strictObject({
        places: z.array(place).min(1).max(mostFindingsAtOnce),
        ownerName: requiredLine(200).nullable(),
        dueOn: Day.nullable(),
      })
      .refine(({ ownerName, dueOn }) => ownerName !== null || dueOn !== null, 'names neither an owner nor a day'),
    output: z.strictObject({ before: z.array(place.extend({ treatment: Treatment.nullable() })), assignedAt: Instant }),
    refusals: [...changing, 'no-such-finding'],
  }),
  /** Puts treatments back as they were; with `assignedAt` only when each still is what `treatments.assign` made of it at that instant. */
  'treatments.restore': procedure({
    side: 'engine',
    input: z.strictObject({
      before: z
        .array(place.extend({ treatment: Treatment.nullable() }))
        .min(1)
        .max(mostFindingsAtOnce),
      assignedAt: Instant.optional(),
    }),
    output: z.strictObject({}),
    refusals: changing,
  }),
} as const
