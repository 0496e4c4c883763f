// The second place of an open vault: where it is, when the last copy went there, and whether the next one is due.
import type { Vault } from '#main/store/vault.ts'
import { type FeatureContext, requireVault } from '../feature-context.ts'
import { countChangesSince, type PlaceRow, readBackupPlace, readVaultAge, saveBackupPlace } from './queries.ts'

/** Until somebody says otherwise. */
const usual: PlaceRow = { path: null, remindAfterDays: 7, lastCopyAt: null }

export function placeOf(vault: Vault): PlaceRow {
  return vault.store.first(readBackupPlace) ?? usual
}

/** Changes what is given, with a line in the history. */
export function savePlace(context: FeatureContext, change: Partial<PlaceRow>, action: `backups.${string}`): void {
  const vault = requireVault(context)
  const row = { ...placeOf(vault), ...change }
  vault.store.write({ action, subject: change.lastCopyAt ?? '', payload: change }, (tx) => tx.run(saveBackupPlace, row))
}

const msInDay = 86_400_000

/** True when the last copy, or without one the vault itself, is older than the days after which one wants to be reminded, and something changed since. */
export function isCopyDue({ store }: Vault, now: string): boolean {
  const { remindAfterDays, lastCopyAt } = store.first(readBackupPlace) ?? usual
  if (remindAfterDays === null) return false
  const since = lastCopyAt ?? store.first(readVaultAge)?.createdAt ?? now
  if (Date.parse(now) - Date.parse(since) <= remindAfterDays * msInDay) return false
  return lastCopyAt === null || (store.first(countChangesSince, { at: lastCopyAt })?.changes ?? 0) > 0
}
