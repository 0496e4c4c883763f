// What the bench and the probe inside an Electron app say to each other, one JSON value a line.
import { z } from 'zod'

export const ProbeOrder = z.discriminatedUnion('do', [
  /** Runs a script in the page and answers with its value. */
  z.strictObject({ id: z.int(), do: z.literal('script'), script: z.string() }),
  /** Lets the next "open" dialogs answer with `path`. */
  z.strictObject({ id: z.int(), do: z.literal('answer-dialogs'), path: z.string() }),
  z.strictObject({ id: z.int(), do: z.literal('reload') }),
  /** When the engine's confirmation of the last save reached the main process. */
  z.strictObject({ id: z.int(), do: z.literal('confirmed-at') }),
  /** How far the page's clock is ahead of the main process's, in milliseconds. */
  z.strictObject({ id: z.int(), do: z.literal('page-clock') }),
  /** Presses and releases one key. */
  z.strictObject({ id: z.int(), do: z.literal('press'), key: z.string() }),
])
export type ProbeOrder = z.infer<typeof ProbeOrder>

/** Distributes over the union, which Omit alone does not. */
export type OrderWithoutId<Kind = ProbeOrder> = Kind extends ProbeOrder ? Omit<Kind, 'id'> : never

/** Instants are milliseconds since 1970, with fractions where the clock gives them. */
export const PaintReport = z.object({ shownAt: z.number(), paintedAt: z.number() })
export type PaintReport = z.infer<typeof PaintReport>

export const ProbeMessage = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('painted'), report: PaintReport }),
  z.strictObject({ kind: z.literal('answer'), id: z.int(), value: z.unknown() }),
  z.strictObject({ kind: z.literal('problem'), id: z.int(), sentence: z.string() }),
])
export type ProbeMessage = z.infer<typeof ProbeMessage>

/** What a line of the probe's begins with; other lines are the app's own. */
export const probeMark = 'GATEHOUSE-BENCH '
