// An overlay: a consultant's file that adds to a pack, explains it better or translates it, and never changes how it scores.
import { z } from 'zod'
import { DomainId, QuestionId, Sha256Hex } from '../domain/ids.ts'
import { Combination, Domain, Pack, PackId, PackLanguage, PackVersion, Source } from '../domain/pack.ts'
import { Help, Mappings, Question } from '../domain/question.ts'
import { requiredLine } from '../domain/text.ts'
import { Day } from '../domain/time.ts'

/** Texts of an existing question, and further controls it is mapped to. */
const QuestionChange = z.strictObject({
  text: requiredLine(400).optional(),
  help: Help.partial().optional(),
  /** Option or role id → label. */
  labels: z.record(z.string().max(60), requiredLine(300)).optional(),
  unit: requiredLine(60).optional(),
  /** Reasons of the question's flags, all of them, in their order. */
  reasons: z.array(requiredLine(400)).max(20).optional(),
  /** Controls added to those the question has. */
  mappings: Mappings.partial().optional(),
  /** Says that the new wording still asks the same; needed for `text` and `labels` in the language of the pack. */
  sameMeaning: z.literal(true).optional(),
})
export type QuestionChange = z.infer<typeof QuestionChange>

const DomainChange = z.strictObject({ title: requiredLine(120).optional(), purpose: requiredLine(400).optional() })
const CombinationChange = z.strictObject({ reason: requiredLine(400) })

const Additions = z.strictObject({
  sources: z.array(Source).max(500).default([]),
  domains: z.array(Domain).max(40).default([]),
  /** Each stands after the last question of its domain, or after the one that `after` names. */
  questions: z
    .array(Question.extend({ after: QuestionId.optional() }))
    .max(1_000)
    .default([]),
  combinations: z.array(Combination).max(30).default([]),
})

const Changes = z.strictObject({
  questions: z.record(QuestionId, QuestionChange).default({}),
  domains: z.record(DomainId, DomainChange).default({}),
  combinations: z.record(Combination.shape.id, CombinationChange).default({}),
})

/** Published as resources/schemas/pack-overlay.schema.json. */
export const Overlay = z.strictObject({
  $schema: z.string().max(500).optional(),
  kind: z.literal('overlay'),
  format: z.literal(1),
  /** Id and version of the pack that comes out. */
  id: PackId,
  version: PackVersion,
  publishedOn: Day,
  basedOn: z.strictObject({ id: PackId, version: PackVersion, sha256: Sha256Hex.optional() }),
  /** That of the pack it is based on when absent; another one makes it a translation. */
  language: PackLanguage.optional(),
  title: Pack.shape.title,
  description: Pack.shape.description,
  add: Additions.prefault({}),
  change: Changes.prefault({}),
})
export type Overlay = z.infer<typeof Overlay>

/** True for a file that means to be an overlay, whatever else is wrong with it. */
export function isOverlay(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'overlay'
}
