// Lists of restricted parties as a vault keeps them, the entries that a name is like, and what people say of these.
import { z } from 'zod'
import { Sha256Hex } from './ids.ts'
import { line, prose, requiredLine } from './text.ts'
import { Day, Instant } from './time.ts'

/** The stable id of a list, the same for all its editions, such as `us-csl`. */
export const ListId = z
  .string()
  .regex(/^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$/, 'is not a list id such as us-csl')
  .max(80)
export type ListId = z.infer<typeof ListId>

export const EditionId = z.uuid().brand<'EditionId'>()
export type EditionId = z.infer<typeof EditionId>

const listedTypes = ['organization', 'individual', 'vessel', 'aircraft', 'not-stated'] as const
const ListedType = z.enum(listedTypes)

/** An entry as it is kept: its row in the file, the name it goes by and then the others. Nationality, birth and papers are never read. */
export const KeptEntry = z.strictObject({
  id: z.string(),
  line: z.int().min(1),
  source: z.string(),
  type: ListedType,
  names: z.array(z.string()).min(1),
  programs: z.string(),
  addressCountries: z.array(z.string().regex(/^[A-Z]{2}$/)),
})
export type KeptEntry = z.infer<typeof KeptEntry>

/** A row of the file that is not among the entries, and why. */
export const ListHole = z.strictObject({ line: z.int().min(1), reason: z.enum(['not-csv', 'other-length', 'no-name']) })
export type ListHole = z.infer<typeof ListHole>

export const ListSource = z.strictObject({ source: z.string(), rowCount: z.int().min(0) })

/** What a person says about an edition when it is taken in. */
export const EditionDetails = z.strictObject({
  listId: ListId,
  title: requiredLine(200),
  publisher: line(200),
  editionOn: Day,
  importedBy: line(200),
})
export type EditionDetails = z.infer<typeof EditionDetails>

/** One edition of a list in the vault. */
export const ListEdition = z.strictObject({
  id: EditionId,
  ...EditionDetails.shape,
  fileName: z.string(),
  sha256: Sha256Hex,
  sizeBytes: z.int().min(1),
  entryCount: z.int().min(1),
  nameCount: z.int().min(1),
  rowCount: z.int().min(1),
  holes: z.array(ListHole),
  sources: z.array(ListSource),
  importedAt: Instant,
})
export type ListEdition = z.infer<typeof ListEdition>

/** Where a name of a third party comes from. */
const nameRoles = ['legal', 'native', 'former', 'trading', 'owner', 'contact'] as const
export const NameRole = z.enum(nameRoles)

export const AskedName = z.strictObject({ name: z.string(), role: NameRole })
export type AskedName = z.infer<typeof AskedName>

const mille = z.int().min(0).max(1_000)

/** One step of the arithmetic: a word of the party's name, the listed word it pairs with, and what the pair counts. */
const ScorePart = z.strictObject({
  kind: z.enum(['same', 'synonym', 'joined', 'similar', 'initial', 'left-over']),
  asked: z.string(),
  listed: z.string(),
  edits: z.int().min(0),
  weight: z.int().min(0),
  scoreMille: mille,
})

const ScoreDeduction = z.strictObject({
  code: z.enum(['other-legal-form', 'other-number', 'other-order', 'short-name', 'everyday-words']),
  factorMille: mille,
})

/** The edition a hit stands in, as it was called; it may have been removed since. */
const HitEdition = z.strictObject({ editionId: EditionId, title: z.string(), editionOn: Day, sha256: Sha256Hex })

/** A name of a party beside the entry it is like, with the whole arithmetic. */
export const HitContent = z.strictObject({
  asked: AskedName,
  listedName: z.string(),
  listedKind: z.enum(['primary', 'alias']),
  entry: KeptEntry,
  edition: HitEdition,
  parts: z.array(ScorePart),
  deductions: z.array(ScoreDeduction),
})
export type HitContent = z.infer<typeof HitContent>

export const verdicts = ['same', 'not-same', 'cannot-tell'] as const
/** What a person says of a hit: the party is the listed one, it is not, or nobody can tell yet. */
export const HitVerdict = z.enum(verdicts)
export type HitVerdict = z.infer<typeof HitVerdict>

export const HitState = z.enum(['open', ...verdicts])
export type HitState = z.infer<typeof HitState>

export const HitDecision = z.strictObject({
  verdict: HitVerdict,
  reason: prose(2_000).refine((text) => text.trim() !== '', 'is empty; say how you know'),
  decidedBy: requiredLine(200),
})
export type HitDecision = z.infer<typeof HitDecision>

/** A decision as it stands in the history; `withdrawn` takes back the one before it. */
export const KeptHitDecision = z.strictObject({
  number: z.int().min(1),
  verdict: z.enum([...verdicts, 'withdrawn']),
  reason: z.string(),
  decidedBy: z.string(),
  decidedAt: Instant,
})
export type KeptHitDecision = z.infer<typeof KeptHitDecision>

/** What a decision was about, as it was seen. */
export const DecidedHit = z.strictObject({ asked: AskedName, listedName: z.string(), entry: KeptEntry, title: z.string(), editionOn: Day })
export type DecidedHit = z.infer<typeof DecidedHit>

/** What a comparison of a third party with one list was made with. */
export const ResultContent = z.strictObject({
  edition: HitEdition,
  entryCount: z.int().min(0),
  holeCount: z.int().min(0),
  /** Entries without a name that can be compared. */
  blindCount: z.int().min(0),
  /** `withPeople` where the people on the list were asked, too; nothing was noted of that at first. */
  names: z.array(AskedName.extend({ withPeople: z.boolean().optional() })),
  /** Those that compare with the same letters only, or not at all. */
  notComparable: z.array(z.string()),
  /** Entries that a name is like and that are not among the hits, because there are too many of them. */
  moreHits: z.int().min(1).optional(),
})
export type ResultContent = z.infer<typeof ResultContent>

/** True when this name was among those compared, and with people if it may be a person's. */
export function wasCompared(
  { names }: Pick<ResultContent, 'names'>,
  { name, mayBePerson }: { name: string; mayBePerson: boolean },
): boolean {
  return names.some((one) => one.name === name && (!mayBePerson || one.withPeople === true))
}

/** What a run was asked to do, and what came out. */
export const RunContent = z.strictObject({
  lists: z.array(z.strictObject({ listId: ListId, title: z.string(), editionOn: Day })),
  isEverybody: z.boolean(),
  withContacts: z.boolean(),
  total: z.int().min(0),
  done: z.int().min(0),
  nameCount: z.int().min(0),
  /** Entries a name is like that nobody was shown before; those that stand as before; those that are not found any more. */
  newHits: z.int().min(0),
  keptHits: z.int().min(0),
  goneHits: z.int().min(0),
  unscreened: z.int().min(0),
})
export type RunContent = z.infer<typeof RunContent>
