// The method in words, as Annex B prints it: made from docs/method.md, read from the resources with a schema.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { originalLanguage, wordsFile } from './languages.ts'

const Span = z.strictObject({ text: z.string().min(1), style: z.enum(['plain', 'strong', 'emphasis', 'code']) })
const Spans = z.array(Span).min(1)
export type MethodSpan = z.infer<typeof Span>

/** Tables that a report prints in its own form: of the code, of the assessment's pack, or of the assessment. */
export const MethodFigure = z.enum(['inherent', 'bands', 'residual', 'ranks'])

const Block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('paragraph'), spans: Spans }),
  z.strictObject({ kind: z.literal('list'), isOrdered: z.boolean(), items: z.array(Spans).min(1) }),
  z.strictObject({ kind: z.literal('code'), lines: z.array(z.string().min(1)).min(1) }),
  z.strictObject({ kind: z.literal('figure'), name: MethodFigure }),
])
export type MethodBlock = z.infer<typeof Block>

const Section = z.strictObject({
  /** As on the page, such as `3`, so that `§3` in the text is found; empty for what stands before the first section. */
  number: z.string(),
  title: z.string(),
  blocks: z.array(Block).min(1),
})
export type MethodSection = z.infer<typeof Section>

export const MethodText = z.strictObject({ madeFrom: z.literal('docs/method.md'), sections: z.array(Section).min(1) })
export type MethodText = z.infer<typeof MethodText>

/** The method in `language`, English when absent or not translated. Throws when the file is missing or is not what the schema says. */
export function loadMethodText(resourcesDirectory: string, language: string = originalLanguage): MethodText {
  return MethodText.parse(JSON.parse(readFileSync(wordsFile(resourcesDirectory, 'method', language), 'utf8')))
}
