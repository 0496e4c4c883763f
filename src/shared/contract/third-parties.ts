// Procedures about third parties.
import { z } from 'zod'
import { ThirdPartyId } from '../domain/ids.ts'
import { ThirdParty, ThirdPartyDetails } from '../domain/third-party.ts'
import { BulkChange, ListedThirdParty, SavedView, ThirdPartyFilter, ThirdPartySort, ThirdPartyView } from '../domain/third-party-view.ts'
import { procedure } from './procedure.ts'

const Facet = z.strictObject({ value: z.string(), count: z.int() })

export const thirdPartyProcedures = {
  /**
   * A part of the list: at most `limit` rows (100 when absent) after the first `offset` that fit. `matchCount` is how many fit, `allCount` how
   * many there are that are not put aside, `archivedCount` how many are.
   */
  'thirdParties.list': procedure({
    side: 'engine',
    input: z.strictObject({
      filter: ThirdPartyFilter.optional(),
      sort: ThirdPartySort.optional(),
      offset: z.int().min(0).max(1_000_000).optional(),
      limit: z.int().min(1).max(500).optional(),
    }),
    output: z.strictObject({
      thirdParties: z.array(ListedThirdParty),
      matchCount: z.int(),
      allCount: z.int(),
      archivedCount: z.int(),
      /** How many outcomes are still being worked out; `outcomes.refresh` goes on with it. */
      staleCount: z.int(),
    }),
    refusals: ['vault-locked'],
  }),
  /** The ids of all that fit, for choosing them all. */
  'thirdParties.ids': procedure({
    side: 'engine',
    input: z.strictObject({ filter: ThirdPartyFilter }),
    output: z.strictObject({ ids: z.array(ThirdPartyId) }),
    refusals: ['vault-locked'],
  }),
  /** What filters offer: countries and tags that occur, with how many third parties have each, put aside or not, the most frequent first. */
  'thirdParties.facets': procedure({
    side: 'engine',
    input: z.strictObject({ isArchived: z.boolean().optional() }),
    output: z.strictObject({ countries: z.array(Facet), tags: z.array(Facet) }),
    refusals: ['vault-locked'],
  }),
  /**
   * Does one thing to many, all or nothing. `changedIds` are those it changed, so that the opposite on them takes it back. One that has it
   * already, has it not, or would be left without any relationship is not changed.
   */
  'thirdParties.changeMany': procedure({
    side: 'engine',
    input: z.strictObject({ ids: z.array(ThirdPartyId).min(1).max(100_000), change: BulkChange }),
    output: z.strictObject({ changedIds: z.array(ThirdPartyId) }),
    refusals: ['vault-locked', 'write-failed'],
  }),
  'thirdParties.views': procedure({
    side: 'engine',
    input: z.strictObject({}),
    output: z.strictObject({ views: z.array(SavedView) }),
    refusals: ['vault-locked'],
  }),
  /** Keeps a view under a name; one of the same name is replaced. */
  'thirdParties.saveView': procedure({
    side: 'engine',
    input: SavedView.omit({ id: true }),
    output: z.strictObject({ view: SavedView }),
    refusals: ['vault-locked', 'write-failed'],
  }),
  'thirdParties.removeView': procedure({
    side: 'engine',
    input: z.strictObject({ id: z.uuid() }),
    output: z.strictObject({}),
    refusals: ['vault-locked', 'write-failed'],
  }),
  'thirdParties.chooseExport': procedure({
    side: 'window',
    input: z.strictObject({}),
    output: z.strictObject({ handle: z.uuid().nullable(), label: z.string() }),
    refusals: [],
  }),
  /** Writes all that fit, in the order of the view, as a CSV file that no spreadsheet takes for formulas. */
  'thirdParties.export': procedure({
    side: 'engine',
    input: z.strictObject({ handle: z.uuid(), view: ThirdPartyView }),
    output: z.strictObject({ rowCount: z.int() }),
    refusals: ['vault-locked', 'place-unknown', 'place-not-writable', 'disk-full'],
  }),
  'thirdParties.read': procedure({
    side: 'engine',
    input: z.strictObject({ id: ThirdPartyId }),
    output: z.strictObject({ thirdParty: ThirdParty }),
    refusals: ['vault-locked', 'not-found'],
  }),
  'thirdParties.add': procedure({
    side: 'engine',
    input: ThirdPartyDetails,
    output: z.strictObject({ thirdParty: ThirdParty }),
    refusals: ['vault-locked', 'write-failed'],
  }),
  'thirdParties.change': procedure({
    side: 'engine',
    input: ThirdParty,
    output: z.strictObject({ thirdParty: ThirdParty }),
    refusals: ['vault-locked', 'write-failed', 'not-found'],
  }),
} as const
