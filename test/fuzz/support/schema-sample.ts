// Sound inputs made from a schema, so that a fuzzer gets past its first check.
import { z } from 'zod'
import { pick, type Random } from './hostile.ts'

const Schema = z.looseObject({
  type: z.string().optional(),
  const: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  allOf: z.array(z.unknown()).optional(),
  $ref: z.string().optional(),
  $defs: z.record(z.string(), z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  items: z.unknown().optional(),
  format: z.string().optional(),
  pattern: z.string().optional(),
  minLength: z.int().optional(),
  minItems: z.int().optional(),
  minimum: z.number().optional(),
})

interface Making {
  readonly random: Random
  /** Texts worth trying where a text is wanted, such as ids that exist. */
  readonly texts: readonly string[]
  readonly defs: Readonly<Record<string, unknown>>
  readonly depth: number
}

const wellFormed = ['2026-11-22', '2026-11-22T09:00:00.000Z', 'US', 'IE', 'AA-01', 'supplier', '0'.repeat(64), 'four words are enough']

function text(schema: z.infer<typeof Schema>, making: Making): string {
  const { minLength = 0, pattern, format } = schema
  const fits = [...making.texts, ...wellFormed].filter(
    (one) => one.length >= minLength && (pattern === undefined || new RegExp(pattern, 'u').test(one)),
  )
  if (format === 'uuid')
    return (
      pick(
        making.random,
        making.texts.filter((one) => z.uuid().safeParse(one).success),
      ) ?? ''
    )
  return pick(making.random, fits) ?? 'x'.repeat(minLength)
}

function object(schema: z.infer<typeof Schema>, making: Making): object {
  const required = new Set(schema.required)
  const wanted = Object.entries(schema.properties ?? {}).filter(([name]) => required.has(name) || making.random() < 0.5)
  return Object.fromEntries(wanted.map(([name, part]) => [name, make(part, making)]))
}

function make(part: unknown, given: Making): unknown {
  const schema = Schema.safeParse(part).data ?? {}
  const making = { ...given, depth: given.depth + 1 }
  if (making.depth > 12) return null
  if ('const' in schema) return schema.const
  if (schema.enum !== undefined) return pick(making.random, schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices !== undefined) return make(pick(making.random, choices), making)
  if (schema.$ref !== undefined) return make(making.defs[schema.$ref.replace('#/$defs/', '')], making)
  if (schema.allOf !== undefined) return Object.assign({}, ...schema.allOf.map((one) => Object(make(one, making))))
  if (schema.type === 'object') return object(schema, making)
  if (schema.type === 'array')
    return Array.from({ length: (schema.minItems ?? 0) + Math.floor(making.random() * 2) }, () => make(schema.items, making))
  if (schema.type === 'string') return text(schema, making)
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(schema.minimum ?? 0, 0) + Math.floor(making.random() * 3)
  return schema.type === 'boolean' ? making.random() < 0.5 : null
}

/** `count` inputs that this schema describes, as far as its JSON Schema tells. */
export function soundInputs(schema: z.ZodType, count: number, given: Pick<Making, 'random' | 'texts'>): unknown[] {
  const json = Schema.parse(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }))
  return Array.from({ length: count }, () => make(json, { ...given, defs: json.$defs ?? {}, depth: 0 }))
}
