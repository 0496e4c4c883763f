// What part of the list of third parties is shown, in which order, and what a row of it says.
import { z } from 'zod'
import { OutcomeDriver } from './assessment-outcome.ts'
import { CountryCode } from './country.ts'
import { AssessmentId, ThirdPartyId } from './ids.ts'
import { RelationshipKind } from './relationship.ts'
import { line, requiredLine } from './text.ts'
import { TierRange, tiers } from './tier.ts'
import { Day } from './time.ts'

/** A short word of one's own, such as "critical path". */
const Tag = requiredLine(40)

/** `none`: never assessed; `draft`: an assessment is under way; `signed`: the last one is signed. */
export const PartyStatus = z.enum(['none', 'draft', 'signed'])
export type PartyStatus = z.infer<typeof PartyStatus>

/** `overdue`: the day has passed; `soon`: it is within 60 days; `later`: it comes after; `never`: nothing was signed. */
export const PartyDue = z.enum(['overdue', 'soon', 'later', 'never'])
export type PartyDue = z.infer<typeof PartyDue>

/** A part that is absent leaves open. */
export const ThirdPartyFilter = z.strictObject({
  /** Words in names, registration numbers and tags, in any spelling of accents and case. */
  search: line(200).optional(),
  relationship: RelationshipKind.optional(),
  tier: z.enum([...tiers, 'none']).optional(),
  status: PartyStatus.optional(),
  country: CountryCode.optional(),
  due: PartyDue.optional(),
  tag: Tag.optional(),
  /** Those that were put aside, instead of the others. */
  isArchived: z.boolean().optional(),
})
export type ThirdPartyFilter = z.infer<typeof ThirdPartyFilter>

export const ThirdPartySortKey = z.enum(['name', 'country', 'tier', 'assessed', 'due', 'status'])
export type ThirdPartySortKey = z.infer<typeof ThirdPartySortKey>
export const ThirdPartySort = z.strictObject({ by: ThirdPartySortKey, isDescending: z.boolean() })
export type ThirdPartySort = z.infer<typeof ThirdPartySort>

export const ThirdPartyView = z.strictObject({ filter: ThirdPartyFilter, sort: ThirdPartySort })
export type ThirdPartyView = z.infer<typeof ThirdPartyView>

/** A view that somebody gave a name. */
export const SavedView = z.strictObject({ id: z.uuid(), name: requiredLine(60), view: ThirdPartyView })
export type SavedView = z.infer<typeof SavedView>

export const ListedThirdParty = z.strictObject({
  id: ThirdPartyId,
  legalName: z.string(),
  nativeName: z.string(),
  country: z.string(),
  relationships: z.array(RelationshipKind),
  tags: z.array(z.string()),
  isArchived: z.boolean(),
  /** The worst of the assessments that stand; null when none of them has an answer. */
  tier: TierRange.nullable(),
  isUnconfirmed: z.boolean(),
  /** What sets the worst tier, in which assessment; `title` is the domain's, or the rule's id. */
  driver: OutcomeDriver.extend({ title: z.string(), assessmentId: AssessmentId }).nullable(),
  stopCount: z.int(),
  status: PartyStatus,
  assessedOn: Day.nullable(),
  dueOn: Day.nullable(),
  due: PartyDue,
})
export type ListedThirdParty = z.infer<typeof ListedThirdParty>

/** One thing that is done to many third parties at once; each has an exact opposite. */
export const BulkChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['add-relationship', 'remove-relationship']), relationship: RelationshipKind }),
  z.strictObject({ kind: z.enum(['add-tag', 'remove-tag']), tag: Tag }),
  z.strictObject({ kind: z.enum(['archive', 'restore']) }),
])
export type BulkChange = z.infer<typeof BulkChange>

/** What takes a change back, on the third parties that it changed. */
export function oppositeOf(change: BulkChange): BulkChange {
  switch (change.kind) {
    case 'add-relationship':
      return { ...change, kind: 'remove-relationship' }
    case 'remove-relationship':
      return { ...change, kind: 'add-relationship' }
    case 'add-tag':
      return { ...change, kind: 'remove-tag' }
    case 'remove-tag':
      return { ...change, kind: 'add-tag' }
    case 'archive':
      return { kind: 'restore' }
    case 'restore':
      return { kind: 'archive' }
  }
}
