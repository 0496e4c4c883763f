// Calendar days and instants as text, so that a record reads the same on every machine and in every time zone.
import { z } from 'zod'

/** A calendar day, `2026-11-22`, without a time zone. */
export const Day = z.iso.date('is not a date; write it as 2026-11-22')
export type Day = z.infer<typeof Day>

/** An instant in UTC, `2026-11-22T09:30:00.000Z`. */
export const Instant = z.iso.datetime('is not an instant in UTC; write it as 2026-11-22T09:30:00.000Z')
export type Instant = z.infer<typeof Instant>
