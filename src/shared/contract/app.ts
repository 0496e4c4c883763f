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
  /** Puts text that is no secret on the clipboard, such as versions or the number of a fault. */
  'app.copyText': procedure({
    side: 'window',
    input: z.strictObject({ text: z.string().min(1).max(2_000) }),
    output: z.strictObject({}),
    refusals: [],
  }),
  /** Saves the bill of materials where a person chooses; `label` is the file's name, empty when nothing was chosen. */
  'app.saveSbom': procedure({
    side: 'window',
    input: z.strictObject({}),
    output: z.strictObject({ label: z.string() }),
    refusals: ['place-not-writable', 'disk-full'],
  }),
  /** The page tells the log that something broke; the answer is the id under which it was logged. */
  'app.reportFault': procedure({
    side: 'window',
    input: z.strictObject({ where: line(200), kind: line(200) }),
    output: z.strictObject({ faultId: z.string() }),
    refusals: [],
  }),
} as const
