// Procedures about screening: lists that somebody brought, names compared with them, and what people say of what was found.
import { z } from 'zod'
import { Screening } from '../domain/assessment-screening.ts'
import { AssessmentId, Sha256Hex, ThirdPartyId } from '../domain/ids.ts'
import {
  AskedName,
  EditionDetails,
  EditionId,
  HitContent,
  HitDecision,
  HitState,
  HitVerdict,
  KeptEntry,
  KeptHitDecision,
  ListEdition,
  ListHole,
  ListId,
  ListSource,
  RunContent,
} from '../domain/screening-hit.ts'
import { Day, Instant } from '../domain/time.ts'
import { Result } from '../scoring/result.ts'
import { procedure } from './procedure.ts'

const count = z.int().min(0)

export const ListFileId = z.uuid().brand<'ListFileId'>()
export type ListFileId = z.infer<typeof ListFileId>

const ListFile = z.strictObject({ fileId: ListFileId, fileName: z.string(), sizeBytes: count, sha256: Sha256Hex })

/** A file as it was read, before anything of it is kept. */
export const ReadList = z.strictObject({
  entryCount: count,
  nameCount: count,
  rowCount: count,
  /** Entries by what the list says they are. */
  typeCounts: z.strictObject({ organization: count, individual: count, vessel: count, aircraft: count, 'not-stated': count }),
  sources: z.array(ListSource),
  holes: z.array(ListHole),
  /** The list in the vault that this looks like another edition of; null when none does. */
  knownAs: z.strictObject({ listId: ListId, title: z.string(), publisher: z.string() }).nullable(),
})
export type ReadList = z.infer<typeof ReadList>

/** An edition beside the one before it: which entries came, changed and went. */
const ListChanges = z.strictObject({
  /** Null when there is no earlier edition in the vault. */
  before: z.strictObject({ editionId: EditionId, editionOn: Day }).nullable(),
  counts: z.strictObject({ added: count, changed: count, gone: count, same: count }),
  /** At most some hundred of each kind. */
  entries: z.array(
    z.strictObject({ kind: z.enum(['added', 'changed', 'gone']), name: z.string(), source: z.string(), line: z.int().min(1) }),
  ),
})

export const ScreeningWork = z.strictObject({
  /** Changes with every run, so that the page knows one from the next. */
  number: count,
  isRunning: z.boolean(),
  done: count,
  total: count,
  hits: count,
  /** How the last one ended; null while none has. */
  ending: z.enum(['done', 'stopped', 'failed']).nullable(),
  sentence: z.string().nullable(),
})
export type ScreeningWork = z.infer<typeof ScreeningWork>

export const HitLine = z.strictObject({
  thirdPartyId: ThirdPartyId,
  partyName: z.string(),
  key: Sha256Hex,
  state: HitState,
  scoreMille: z.int().min(0).max(1_000),
  asked: AskedName,
  listedName: z.string(),
  source: z.string(),
  editionOn: Day,
})
export type HitLine = z.infer<typeof HitLine>

export const HitDetail = z.strictObject({
  ...HitLine.shape,
  content: HitContent,
  /** What was said of this name and this entry, the last word first. */
  history: z.array(KeptHitDecision),
  /** What was said of the same entry when it, or the name, read otherwise; null when nothing was. */
  earlier: z
    .strictObject({
      verdict: HitVerdict,
      reason: z.string(),
      decidedBy: z.string(),
      decidedAt: Instant,
      name: z.string(),
      entry: KeptEntry,
    })
    .nullable(),
})
export type HitDetail = z.infer<typeof HitDetail>

/** What stands in the way of saying anything about a third party. */
export const OpenReason = z.enum([
  'could-not-screen',
  'name-not-compared',
  'too-many-alike',
  'name-not-comparable',
  'never-screened',
  'older-edition',
  'missing-list',
])

const OpenWork = z.strictObject({
  thirdPartyId: ThirdPartyId,
  partyName: z.string(),
  why: OpenReason,
  names: z.array(z.string()),
})

const page = { offset: count.max(10_000_000), limit: z.int().min(1).max(100) }
const reading = ['vault-locked', 'list-gone', 'list-not-readable'] as const

export const screeningProcedures = {
  'screening.chooseList': procedure({
    side: 'window',
    input: z.strictObject({}),
    output: z.strictObject({ handle: z.uuid().nullable(), label: z.string() }),
    refusals: [],
  }),
  /** Takes a chosen file into the engine's memory. One is open at a time. */
  'screening.openFile': procedure({
    side: 'engine',
    input: z.strictObject({ handle: z.uuid() }),
    output: ListFile,
    refusals: ['vault-locked', 'place-unknown', 'file-not-readable', 'list-not-readable', 'list-too-long'],
  }),
  /** The same with a file that was dropped onto the window. */
  'screening.takeFile': procedure({
    side: 'engine',
    input: z.strictObject({ fileName: z.string().max(4_000), bytes: z.instanceof(Uint8Array, { error: 'is not the content of a file' }) }),
    output: ListFile,
    refusals: ['vault-locked', 'list-not-readable', 'list-too-long'],
  }),
  /** Reads on for some tenths of a second. `read` comes with the last step. */
  'screening.readFile': procedure({
    side: 'engine',
    input: z.strictObject({ fileId: ListFileId }),
    output: z.strictObject({ done: count, total: count, read: ReadList.nullable() }),
    refusals: reading,
  }),
  /** Forgets an open file. */
  'screening.closeFile': procedure({
    side: 'engine',
    input: z.strictObject({}),
    output: z.strictObject({}),
    refusals: ['vault-locked'],
  }),
  /** Keeps what was read as an edition of a list. */
  'screening.keepList': procedure({
    side: 'engine',
    input: z.strictObject({ fileId: ListFileId, details: EditionDetails }),
    output: z.strictObject({ edition: ListEdition }),
    refusals: ['vault-locked', 'write-failed', 'list-gone', 'list-kept-already', 'edition-in-future'],
  }),
  /** Those kept, by title and the newest edition first, and the lists that are known by name. */
  'screening.lists': procedure({
    side: 'engine',
    input: z.strictObject({}),
    output: z.strictObject({ editions: z.array(ListEdition), today: Day, staleAfterDays: z.int().min(1) }),
    refusals: ['vault-locked'],
  }),
  /** Removes an edition. What was found in it and what was said of that stays. */
  'screening.removeList': procedure({
    side: 'engine',
    input: z.strictObject({ editionId: EditionId }),
    output: z.strictObject({}),
    refusals: ['vault-locked', 'write-failed', 'not-found'],
  }),
  'screening.changes': procedure({
    side: 'engine',
    input: z.strictObject({ editionId: EditionId }),
    output: ListChanges,
    refusals: ['vault-locked', 'not-found'],
  }),
  /** Begins to compare names with these editions, between other calls. */
  'screening.begin': procedure({
    side: 'engine',
    input: z.strictObject({
      editionIds: z.array(EditionId).min(1, 'names no list; choose at least one').max(20),
      /** Null for everybody. */
      thirdPartyIds: z.array(ThirdPartyId).min(1, 'names nobody; choose at least one third party').max(10_000).nullable(),
      withContacts: z.boolean(),
    }),
    output: ScreeningWork,
    refusals: ['vault-locked', 'write-failed', 'not-found', 'screening-running', 'list-twice'],
  }),
  'screening.progress': procedure({
    side: 'engine',
    input: z.strictObject({}),
    output: ScreeningWork,
    refusals: ['vault-locked'],
  }),
  /** What was compared until then stays. */
  'screening.stop': procedure({
    side: 'engine',
    input: z.strictObject({}),
    output: ScreeningWork,
    refusals: ['vault-locked'],
  }),
  'screening.overview': procedure({
    side: 'engine',
    input: z.strictObject({}),
    output: z.strictObject({
      partyCount: count,
      screenedCount: count,
      hitCounts: z.record(HitState, count),
      openWorkCount: count,
      /** Newest first, at most ten. */
      runs: z.array(z.strictObject({ id: z.uuid(), startedAt: Instant, endedAt: Instant.nullable(), content: RunContent })),
    }),
    refusals: ['vault-locked'],
  }),
  /** The likest first. */
  'screening.hits': procedure({
    side: 'engine',
    input: z.strictObject({ state: HitState, thirdPartyId: ThirdPartyId.nullable(), ...page }),
    output: z.strictObject({ hits: z.array(HitLine), total: count }),
    refusals: ['vault-locked'],
  }),
  'screening.hit': procedure({
    side: 'engine',
    input: z.strictObject({ thirdPartyId: ThirdPartyId, key: Sha256Hex }),
    output: HitDetail,
    refusals: ['vault-locked', 'not-found'],
  }),
  'screening.openWork': procedure({
    side: 'engine',
    input: z.strictObject(page),
    output: z.strictObject({ work: z.array(OpenWork), total: count }),
    refusals: ['vault-locked'],
  }),
  'screening.decide': procedure({
    side: 'engine',
    input: z.strictObject({ thirdPartyId: ThirdPartyId, key: Sha256Hex, decision: HitDecision }),
    output: HitDetail,
    refusals: ['vault-locked', 'write-failed', 'not-found'],
  }),
  /** Takes the decision that stands back: the hit is open again. Both stay in its history. */
  /** What the last comparisons of a third party come to, as an assessment takes it; null when there was none. */
  'screening.ofParty': procedure({
    side: 'engine',
    input: z.strictObject({ thirdPartyId: ThirdPartyId }),
    output: z.strictObject({ screening: Screening.nullable() }),
    refusals: ['vault-locked'],
  }),
  /** Takes it over into a draft, which follows every later comparison and decision from then on, until something is entered by hand. */
  'screening.takeOver': procedure({
    side: 'engine',
    input: z.strictObject({ assessmentId: AssessmentId }),
    output: z.strictObject({ screening: Screening, savedAt: Instant, result: Result }),
    refusals: ['vault-locked', 'write-failed', 'not-found', 'frozen', 'never-screened'],
  }),
  'screening.withdraw': procedure({
    side: 'engine',
    input: z.strictObject({ thirdPartyId: ThirdPartyId, key: Sha256Hex, decidedBy: HitDecision.shape.decidedBy }),
    output: HitDetail,
    refusals: ['vault-locked', 'write-failed', 'not-found', 'nothing-to-withdraw'],
  }),
} as const
