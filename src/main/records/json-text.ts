// A column that holds JSON: read as text, parsed, and read by a schema.
import { z } from 'zod'

/** What the text holds, read by `schema`. Text that is no JSON is refused like JSON of another shape. */
export function jsonText<Content extends z.ZodType>(schema: Content) {
  return z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text)
      } catch {
        context.addIssue({ code: 'custom', message: 'is not JSON' })
        return z.NEVER
      }
    })
    .pipe(schema)
}
