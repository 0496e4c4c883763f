// A holder as it is typed, and the tree that comes of it.
import { z } from 'zod'
import { CountryCode } from '#shared/domain/country.ts'
import { type Holder, HolderId, HolderKind, OwnerTree } from '#shared/domain/owner-tree.ts'
import { line, requiredLine } from '#shared/domain/text.ts'
import { readPercent, writePercent } from './percent.ts'

export const HolderDraft = z.strictObject({
  name: requiredLine(300),
  kind: HolderKind,
  country: CountryCode.or(z.literal('')),
  share: z.string().refine((typed) => readPercent(typed) !== null, 'is not a share; type a number from 0 to 100 with two decimals at most'),
  /** The id of the holder whose shares these are; empty for the third party's own. */
  holds: HolderId.or(z.literal('')),
  note: line(500),
})
export type HolderDraft = z.infer<typeof HolderDraft>

export function blankDraft(holds: HolderId | null): HolderDraft {
  return { name: '', kind: 'company', country: '', share: '', holds: holds ?? '', note: '' }
}

export function draftOf({ name, kind, country, shareBp, holds, note }: Holder): HolderDraft {
  return { name, kind, country, share: writePercent(shareBp), holds: holds ?? '', note }
}

/** The holders with the typed one in its place, or at the end when it is new; with a sentence when that makes no tree. */
export function withDraft(
  tree: OwnerTree,
  draft: HolderDraft,
  id: HolderId,
): { readonly ok: true; readonly tree: OwnerTree } | { readonly ok: false; readonly sentence: string } {
  const { name, kind, note } = draft
  // What counts of a person is the name and the share, and nothing else is kept.
  const country = kind === 'person' ? '' : draft.country
  const holder: Holder = {
    id,
    name,
    kind,
    country,
    shareBp: readPercent(draft.share) ?? 0,
    holds: draft.holds === '' ? null : draft.holds,
    note,
  }
  const isThere = tree.holders.some((one) => one.id === id)
  const holders = isThere ? tree.holders.map((one) => (one.id === id ? holder : one)) : [...tree.holders, holder]
  const read = OwnerTree.safeParse({ ...tree, holders })
  return read.success ? { ok: true, tree: read.data } : { ok: false, sentence: read.error.issues[0]?.message ?? '' }
}
