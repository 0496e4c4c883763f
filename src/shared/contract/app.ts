// Procedures about the program itself.
import { z } from 'zod'
import { line } from '../domain/text.ts'
import { procedure } from './procedure.ts'

export const appProcedures = {
  'app.about': procedure({
    side: 'window',
    input: z.strictObject({}),
    output: z.strictObject({
      version: z.string(),
      electron: z.string(),
      chromium: z.string(),
      isPackaged: z.boolean(),
      isSandboxed: z.boolean(),
    }),
    refusals: [],
  }),
  /** The page tells the log that something broke; the answer is the id under which it was logged. */
  'app.reportFault': procedure({
    side: 'window',
    input: z.strictObject({ where: line(200), kind: line(200) }),
    output: z.strictObject({ faultId: z.string() }),
    refusals: [],
  }),
} as const
