// Procedures about the reference data: what dated lists and laws say of a country, thresholds for counts, lists to screen names against.
import { z } from 'zod'
import { CountryCode } from '../domain/country.ts'
import { SourceBasis } from '../domain/pack.ts'
import { LawApproval, LawEffect, RuleStatus } from '../domain/rule-terms.ts'
import { Day } from '../domain/time.ts'
import { procedure } from './procedure.ts'

/** The day by which somebody should look again, and whether it has passed on the day asked. */
const freshness = { verifyBy: Day, isOverdue: z.boolean() }

/** A dated list that names the country. */
export const ListNotice = z.strictObject({
  id: z.string(),
  title: z.string(),
  instrument: z.string(),
  authority: z.string(),
  bearing: z.enum(['restricts', 'eases']),
  effect: z.string(),
  doesNotMean: z.string(),
  /** How the list words the entry. */
  as: z.string(),
  since: Day.nullable(),
  standing: RuleStatus,
  statusNote: z.string().nullable(),
  ...freshness,
})
export type ListNotice = z.infer<typeof ListNotice>

/** A law of the country that can compel an organization there, as far as it was read. */
export const LawNotice = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** A year, month or day, as exactly as it is known. */
  inForceSince: z.string().nullable(),
  standing: RuleStatus,
  statusNote: z.string().nullable(),
  effects: z.array(LawEffect),
  approval: LawApproval,
  provisions: z.array(z.strictObject({ article: z.string(), says: z.string() })),
  contested: z.string().nullable(),
  counterReading: z.string().nullable(),
  remedies: z.string(),
  basis: SourceBasis,
  ...freshness,
})
export type LawNotice = z.infer<typeof LawNotice>

/** What the reference data says of one country. No laws means that none was read, not that there is none. */
export const CountryNotice = z.strictObject({ code: CountryCode, lists: z.array(ListNotice), laws: z.array(LawNotice) })
export type CountryNotice = z.infer<typeof CountryNotice>

/** When a count of one kind of data is above: more than `moreThan`, or any at all when that is null. */
export const CountThreshold = z.strictObject({
  kind: z.string(),
  section: z.string(),
  unit: z.enum(['us-persons', 'us-devices']),
  moreThan: z.int().min(0).nullable(),
  note: z.string().nullable(),
})
export type CountThreshold = z.infer<typeof CountThreshold>

/** A list against which names can be compared. */
export const NameList = z.strictObject({ id: z.string(), title: z.string(), publisher: z.string(), updates: z.string() })
export type NameList = z.infer<typeof NameList>

export const referenceProcedures = {
  /** What is known of these countries on a day, in the order asked. It informs and changes no score. */
  'reference.countries': procedure({
    side: 'engine',
    input: z.strictObject({ codes: z.array(CountryCode).max(250), onDay: Day }),
    output: z.strictObject({ listsEdition: Day, lawsEdition: Day, countries: z.array(CountryNotice) }),
    refusals: [],
  }),
  'reference.thresholds': procedure({
    side: 'engine',
    input: z.strictObject({}),
    output: z.strictObject({ edition: Day, instrument: z.string(), windowMonths: z.int().min(1), kinds: z.array(CountThreshold) }),
    refusals: [],
  }),
  /** The lists of names: the joined list first, then those that stand outside it. */
  'reference.nameLists': procedure({
    side: 'engine',
    input: z.strictObject({}),
    output: z.strictObject({ edition: Day, staleAfterDays: z.int().min(1), lists: z.array(NameList) }),
    refusals: [],
  }),
} as const
