// A question pack: a versioned file of domains, questions, sources and combination floors.
import { z } from 'zod'
import { Condition } from './condition.ts'
import { DomainId } from './ids.ts'
import { FlagLevel, Question } from './question.ts'
import { requiredLine } from './text.ts'
import { Day } from './time.ts'

/** How well a source was read. A floor or STOP never rests on `unverified` alone. */
export const SourceBasis = z.enum(['primary', 'secondary', 'unverified'])

export const Source = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9-]{2,40}$/),
  title: requiredLine(300),
  publisher: requiredLine(200),
  publishedOn: z
    .string()
    .regex(/^(\d{4}(-\d{2}(-\d{2})?)?|undated)$/, 'is not a year, month or day such as 2026, 2026-11 or 2026-11-22, nor the word undated'),
  basis: SourceBasis,
  verifyBy: Day,
  note: requiredLine(600).optional(),
})

/** `gap` domains are averaged; `check` domains (screening and regulation) only pass, stay open or stop; `facts` only feed the inherent tier. */
const DomainKind = z.enum(['gap', 'check', 'facts'])

export const Domain = z.strictObject({
  id: DomainId,
  /** Step of the three: 1 crown jewels, 2 standards for third parties, 3 insider programme. 0 is scoping. */
  step: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  kind: DomainKind,
  title: requiredLine(120),
  purpose: requiredLine(400),
})
export type Domain = z.infer<typeof Domain>

export const Combination = z.strictObject({
  id: z.string().regex(/^C-\d{2}$/),
  level: FlagLevel,
  when: Condition,
  reason: requiredLine(400),
  sources: z.array(z.string()).min(1),
})

/** Names a pack through all its versions, such as `three-steps` or `acme.three-steps`. */
export const PackId = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, 'is not a pack id such as acme-three-steps')
export const PackVersion = z.string().regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/, 'is not a version such as 1.0.0')
export const PackLanguage = z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/, 'is not a language such as en or pt-BR')

/** Which pack an assessment was made with: its id, version and the SHA-256 of its canonical JSON. */
export const PackReference = z.strictObject({ id: z.string(), version: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })
export type PackReference = z.infer<typeof PackReference>

export const Pack = z.strictObject({
  format: z.literal(1),
  id: PackId,
  version: PackVersion,
  publishedOn: Day,
  language: PackLanguage,
  title: requiredLine(200),
  description: requiredLine(1_000),
  sources: z.array(Source).min(1).max(500),
  domains: z.array(Domain).min(1).max(40),
  questions: z.array(Question).min(1).max(2_000),
  combinations: z.array(Combination).max(100).default([]),
  /** The pack that an overlay was applied to; absent for a pack that stands on its own. */
  basedOn: PackReference.optional(),
})
export type Pack = z.infer<typeof Pack>
