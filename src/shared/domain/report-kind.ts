// The kinds of report that are signed.
import { z } from 'zod'

/** On one third party · on all of them · on the organization itself. */
export const reportKinds = ['assessment', 'portfolio', 'programme'] as const
export const ReportKind = z.enum(reportKinds)
export type ReportKind = z.infer<typeof ReportKind>
