// When automatic backups are made: once nobody has typed for a while, after opening and then hourly, and later again after one that failed.
import type { BackupReason, BackupWork } from '#shared/contract/backups.ts'
import type { Vault } from '#main/store/vault.ts'
import { databaseSize } from './own-backups.ts'

/** All in milliseconds on a clock that only goes forward. */
export interface BackupTimes {
  readonly clockMs: () => number
  /** No call for this long: nobody is typing. */
  readonly quietMs: number
  /** The same for a database of more than `largeBytes`, whose copying is felt. */
  readonly quietLargeMs: number
  readonly largeBytes: number
  /** Between two automatic backups of one session. */
  readonly everyMs: number
  /** After one that failed. */
  readonly retryMs: number
}

/** Copying takes about 10 ms for each megabyte, so 16 MB hold up a key press by a sixth of a second at most. */
export const usualTimes = {
  quietMs: 5_000,
  quietLargeMs: 120_000,
  largeBytes: 16 * 1024 * 1024,
  everyMs: 3_600_000,
  retryMs: 600_000,
} as const

export interface BackupSchedule {
  /** Notes that somebody is at work. */
  touch(): void
  /** The reason for which a backup may be made now; null when it may not. */
  reasonNow(vault: Vault): Promise<BackupReason | null>
  /** Notes how the last one ended. */
  ended(vault: Vault, ending: BackupWork['ending']): void
}

export function createBackupSchedule(times: BackupTimes): BackupSchedule {
  let lastCallAt = times.clockMs()
  let next: { readonly vault: Vault; readonly atMs: number; readonly reason: BackupReason } | null = null
  const isQuiet = async (vault: Vault) => {
    const quietMs = times.clockMs() - lastCallAt
    if (quietMs < times.quietMs) return false
    return quietMs >= times.quietLargeMs || (await databaseSize(vault)) <= times.largeBytes
  }
  return {
    touch: () => {
      lastCallAt = times.clockMs()
    },
    reasonNow: async (vault) => {
      const due = next?.vault === vault ? next : { vault, atMs: 0, reason: 'opened' as const }
      next = due
      if (times.clockMs() < due.atMs) return null
      return (await isQuiet(vault).catch(() => false)) ? due.reason : null
    },
    ended: (vault, ending) => {
      const isDone = ending === 'done'
      next = {
        vault,
        atMs: times.clockMs() + (isDone ? times.everyMs : times.retryMs),
        reason: isDone ? 'hourly' : (next?.reason ?? 'opened'),
      }
    },
  }
}
