// Procedures of the sample: a made-up firm with seven third parties, to look around in.
import { z } from 'zod'
import { procedure } from './procedure.ts'
import { vaultRefusals } from './vault.ts'

export const sampleProcedures = {
  /** Makes the sample vault at a place that was chosen for a new vault; it is opened like any other, with the passphrase that comes back. */
  'sample.create': procedure({
    side: 'engine',
    input: z.strictObject({ handle: z.uuid() }),
    output: z.strictObject({ passphrase: z.string() }),
    refusals: vaultRefusals,
  }),
} as const
