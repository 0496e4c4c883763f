// A vault with a history as long as years of work, written in one go: what is measured is reading it.
import { join } from 'node:path'
import type { VaultId } from '#shared/domain/ids.ts'
import { appendAuditEntry } from '#main/store/audit.ts'
import { openConnection } from '#main/store/connection.ts'
import { wrapConnection } from '#main/store/database.ts'
import { openDataKey } from '#main/store/keys/open-keys.ts'
import { readKeyListOf } from '#main/store/keys/key-store.ts'
import { deriveSubKeys } from '#main/store/keys/sub-keys.ts'

/** Adds `count` entries to the history of a locked vault. */
export async function addMany(
  directory: string,
  order: { readonly count: number; readonly passphrase: string; readonly vaultId: VaultId },
): Promise<void> {
  const keys = deriveSubKeys(await openDataKey(readKeyListOf(directory), order.passphrase), order.vaultId)
  const path = join(directory, 'vault.db')
  const connection = openConnection({ path, key: keys.database, mustExist: true, isReadOnly: false, sqliteBinding: undefined })
  const db = wrapConnection(connection)
  const start = Date.parse('2020-01-01T00:00:00.000Z')
  connection
    .transaction(() => {
      for (let index = 0; index < order.count; index += 1) {
        const at = new Date(start + index * 60_000).toISOString()
        appendAuditEntry(db, { action: 'answer.save', subject: `${index % 500}`, payload: { index } }, { at, key: keys.auditMac })
      }
    })
    .immediate()
  connection.close()
}
