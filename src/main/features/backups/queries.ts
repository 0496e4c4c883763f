// SQL about the second place and about what changed since a backup.
import { z } from 'zod'
import { Instant } from '#shared/domain/time.ts'
import { command, query } from '#main/store/statement.ts'

const PlaceRow = z.strictObject({ path: z.string().nullable(), remindAfterDays: z.int().nullable(), lastCopyAt: Instant.nullable() })
export type PlaceRow = z.infer<typeof PlaceRow>

export const readBackupPlace = query(
  'SELECT path, remind_after_days AS remindAfterDays, last_copy_at AS lastCopyAt FROM backup_place',
  PlaceRow,
)
export const saveBackupPlace = command(
  `INSERT INTO backup_place (one, path, remind_after_days, last_copy_at) VALUES (1, :path, :remindAfterDays, :lastCopyAt)
   ON CONFLICT (one) DO UPDATE SET path = :path, remind_after_days = :remindAfterDays, last_copy_at = :lastCopyAt`,
)
/** What a backup is for; that backups were copied or a place chosen is no reason for another one. */
export const countChangesAfter = query(
  "SELECT count(*) AS changes FROM audit WHERE sequence > :sequence AND action NOT LIKE 'backups.%'",
  z.strictObject({ changes: z.int() }),
)
export const countChangesSince = query(
  "SELECT count(*) AS changes FROM audit WHERE at > :at AND action NOT LIKE 'backups.%'",
  z.strictObject({ changes: z.int() }),
)
export const readVaultAge = query('SELECT created_at AS createdAt FROM vault', z.strictObject({ createdAt: Instant }))
