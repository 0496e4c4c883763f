// Which backups stay: the newest ten, the newest of each of seven days and of each of four weeks.

export const recentCount = 10
export const dayCount = 7
export const weekCount = 4

/** What the choice looks at. `sequence` is the length of the history in the backup: it says what is newer even when a clock was wrong. */
export interface DatedBackup {
  readonly id: string
  /** Instant in UTC. */
  readonly madeAt: string
  readonly sequence: number
}

/** Newest first: by length of history, then by time, then by id. */
export function newestFirst(a: DatedBackup, b: DatedBackup): number {
  return b.sequence - a.sequence || b.madeAt.localeCompare(a.madeAt) || b.id.localeCompare(a.id)
}

const msInDay = 86_400_000

const dayOf = (backup: DatedBackup) => backup.madeAt.slice(0, 10)

/** The Monday of the week, in UTC. */
function weekOf(backup: DatedBackup): string {
  const day = Date.parse(`${dayOf(backup)}T00:00:00.000Z`)
  const sinceMonday = (new Date(day).getUTCDay() + 6) % 7
  return new Date(day - sinceMonday * msInDay).toISOString().slice(0, 10)
}

/** The newest of each of the `count` newest groups. `sorted` is newest first. */
function newestOfEach(sorted: readonly DatedBackup[], groupOf: (backup: DatedBackup) => string, count: number): DatedBackup[] {
  const groups = new Map<string, DatedBackup>()
  for (const backup of sorted) {
    if (!groups.has(groupOf(backup)) && groups.size < count) groups.set(groupOf(backup), backup)
  }
  return [...groups.values()]
}

/**
 * The ids of the backups to keep. Days and weeks count only when there is a backup in them, so nothing goes away because time passes;
 * at most 21 stay, and the newest always does.
 */
export function backupsToKeep(backups: readonly DatedBackup[]): ReadonlySet<string> {
  const sorted = backups.toSorted(newestFirst)
  const kept = [...sorted.slice(0, recentCount), ...newestOfEach(sorted, dayOf, dayCount), ...newestOfEach(sorted, weekOf, weekCount)]
  return new Set(kept.map(({ id }) => id))
}
