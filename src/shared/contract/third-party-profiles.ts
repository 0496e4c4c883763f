// Procedures about what is known of a third party besides its name: profile, owners, and what happened with it.
import { z } from 'zod'
import { AssessmentId, ThirdPartyId } from '../domain/ids.ts'
import { OwnerTree } from '../domain/owner-tree.ts'
import { RelationshipKind } from '../domain/relationship.ts'
import { ThirdPartyProfile } from '../domain/third-party-profile.ts'
import { Instant } from '../domain/time.ts'
import { procedure } from './procedure.ts'

const revision = z.int().min(0)

/** A profile as it stands in the vault; revision 0 and everything empty when nothing was written down yet. */
const StoredProfile = z.strictObject({ profile: ThirdPartyProfile, revision })
const StoredOwners = z.strictObject({ owners: OwnerTree, revision })

/** One thing that happened with a third party. Saves of the same thing that follow each other are one item, such as the answers of one assessment. */
export const TimelineItem = z.strictObject({
  /** Of its newest entry in the history; items are ordered by it, never by the clock. */
  sequence: z.int().min(1),
  at: Instant,
  /** As in the history; with `/` and what was done behind it for `thirdParties.changeMany`. */
  action: z.string(),
  /** The assessment it was done in, with what it is about. */
  assessment: z.strictObject({ id: AssessmentId, relationship: RelationshipKind }).nullable(),
  /** What else it was done to: a report's or a list's file name, a tag, a kind of relationship; empty when there is nothing to name. */
  about: z.string(),
  /** How many entries of the history it stands for, how many questions they are about, and when the first was written. */
  entryCount: z.int().min(1),
  questionCount: z.int().min(0),
  firstAt: Instant,
  /** The clock stood earlier than at the item before it: the times cannot both be right. */
  isClockBehind: z.boolean(),
})
export type TimelineItem = z.infer<typeof TimelineItem>

export const thirdPartyProfileProcedures = {
  'thirdParties.readProfile': procedure({
    side: 'engine',
    input: z.strictObject({ id: ThirdPartyId }),
    output: StoredProfile,
    refusals: ['vault-locked', 'not-found'],
  }),
  /** `baseRevision` is the revision the page had; another one in the vault is refused, so that two windows never overwrite each other. */
  'thirdParties.saveProfile': procedure({
    side: 'engine',
    input: z.strictObject({ id: ThirdPartyId, baseRevision: revision, profile: ThirdPartyProfile }),
    output: StoredProfile,
    refusals: ['vault-locked', 'write-failed', 'not-found', 'profile-changed'],
  }),
  'thirdParties.readOwners': procedure({
    side: 'engine',
    input: z.strictObject({ id: ThirdPartyId }),
    output: StoredOwners,
    refusals: ['vault-locked', 'not-found'],
  }),
  'thirdParties.saveOwners': procedure({
    side: 'engine',
    input: z.strictObject({ id: ThirdPartyId, baseRevision: revision, owners: OwnerTree }),
    output: StoredOwners,
    refusals: ['vault-locked', 'write-failed', 'not-found', 'profile-changed'],
  }),
  /** Newest first, all of it older than `before`. */
  'thirdParties.timeline': procedure({
    side: 'engine',
    input: z.strictObject({ id: ThirdPartyId, before: z.int().min(1).nullable() }),
    output: z.strictObject({ items: z.array(TimelineItem), before: z.int().min(1).nullable() }),
    refusals: ['vault-locked', 'not-found'],
  }),
} as const
