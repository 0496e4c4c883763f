// What the bench asks of its worker, and what comes back.
import { z } from 'zod'
import { ReportToMake } from './report-cases.ts'

const Folder = z.string().min(1)
const Runs = z.int().min(1)

export const Order = z.discriminatedUnion('do', [
  /** Makes a vault with an answered example in `folder`. */
  z.strictObject({ do: z.literal('make-vault'), folder: Folder }),
  /** Makes a vault of so many third parties, or finds the one that was made before. */
  z.strictObject({ do: z.literal('fill-vault'), partyCount: Runs, answersEach: Runs }),
  z.strictObject({ do: z.literal('measure-unlock'), folder: Folder, runs: Runs }),
  z.strictObject({ do: z.literal('measure-engine-save'), folder: Folder, runs: Runs }),
  /** Opens a copy of the folder's database for bare commits, which must not be open elsewhere. */
  z.strictObject({ do: z.literal('open-bare'), folder: Folder }),
  z.strictObject({ do: z.literal('commit-bare') }),
  z.strictObject({ do: z.literal('measure-report'), report: ReportToMake, runs: Runs }),
  z.strictObject({ do: z.literal('measure-report-growth'), runs: Runs }),
  /** Makes the report so many times on one side only; wants a worker of its own. */
  z.strictObject({ do: z.literal('measure-report-memory'), report: ReportToMake, side: z.enum(['product', 'bare']), times: Runs }),
  z.strictObject({ do: z.literal('measure-verification'), what: z.enum(['signature', 'whole']), runs: Runs }),
  z.strictObject({ do: z.literal('measure-score'), runs: Runs }),
  z.strictObject({ do: z.literal('measure-score-growth'), runs: Runs }),
  z.strictObject({ do: z.literal('measure-rescoring'), runs: Runs }),
  z.strictObject({ do: z.literal('measure-single-scores'), runs: Runs }),
  z.strictObject({ do: z.literal('measure-lint'), runs: Runs }),
])
export type Order = z.infer<typeof Order>

export const MadeVault = z.strictObject({ vaultPath: z.string(), passphrase: z.string(), assessmentId: z.string(), questionId: z.string() })
export type MadeVault = z.infer<typeof MadeVault>

export const FilledVault = MadeVault.extend({ thirdPartyId: z.string() })
export type FilledVault = z.infer<typeof FilledVault>

export const SamplesReply = z.strictObject({ product: z.array(z.number()), bare: z.array(z.number()) })
/** In MiB. */
export const MemoryReply = z.strictObject({ peakMb: z.number(), afterFirstMb: z.number(), afterLastMb: z.number() })
/** Milliseconds. */
export const TimeReply = z.number()

export const Reply = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), sentence: z.string() }),
])
export type Reply = z.infer<typeof Reply>
