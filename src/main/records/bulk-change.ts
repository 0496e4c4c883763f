// Which third parties a change to many at once changed, so that each of them has it in its own history.
import type { ThirdPartyId } from '#shared/domain/ids.ts'
import type { WriteDb } from '#main/store/database.ts'
import { command } from '#main/store/statement.ts'

export const addBulkChange = command('INSERT INTO bulk_change (third_party_id, change_id, about) VALUES (:thirdPartyId, :changeId, :about)')

/** Notes the third parties that the change with the id `changeId`, with which its entry in the history begins, has changed. */
export function noteBulkChange(
  tx: WriteDb,
  { changeId, about = '' }: { readonly changeId: string; readonly about?: string },
  thirdPartyIds: Iterable<ThirdPartyId>,
): void {
  for (const thirdPartyId of new Set(thirdPartyIds)) tx.run(addBulkChange, { thirdPartyId, changeId, about })
}
