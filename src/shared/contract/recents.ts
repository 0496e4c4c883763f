// Procedures about the vaults that were opened on this computer last. They live outside the vaults: names and places, never content.
import { z } from 'zod'
import { Instant } from '../domain/time.ts'
import { procedure } from './procedure.ts'
import { Place } from './vault.ts'

const RecentVault = z.strictObject({
  /** Stands for the vault in this run of the program. */
  id: z.uuid(),
  label: z.string(),
  /** The name of the folder it is in, without the way there. */
  folder: z.string(),
  openedAt: Instant,
  /** Nothing is there now: moved, removed, or on a medium that is not connected. */
  isMissing: z.boolean(),
})
export type RecentVault = z.infer<typeof RecentVault>

export const recentProcedures = {
  /** The newest first; none where a person does not want them kept. */
  'recents.list': procedure({
    side: 'window',
    input: z.strictObject({}),
    output: z.strictObject({ isKept: z.boolean(), vaults: z.array(RecentVault) }),
    refusals: [],
  }),
  'recents.choose': procedure({
    side: 'window',
    input: z.strictObject({ id: z.uuid() }),
    output: z.strictObject({ place: Place }),
    refusals: ['vault-not-found'],
  }),
  /** Forgets one of them, or with `null` all. The vaults stay as they are. */
  'recents.forget': procedure({
    side: 'window',
    input: z.strictObject({ id: z.uuid().nullable() }),
    output: z.strictObject({}),
    refusals: ['settings-not-saved'],
  }),
} as const
