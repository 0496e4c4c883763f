// Writes changed slots of an open vault: key list and history in one step, so that neither knows of a change the other does not.
import { lastKeyGeneration, generationSubject } from './key-history.ts'
import { type KeyList, type KeySlot, sealKeyList } from './keys/key-list.ts'
import { readKeyLists, restoreKeyLists, writeKeyLists } from './keys/key-store.ts'
import { tryTo } from './try-to.ts'
import type { Vault } from './vault.ts'

interface ChangedKeys {
  /** The list in force, as it was read. */
  readonly list: KeyList
  readonly dataKey: Buffer
  readonly slots: readonly KeySlot[]
  /** What the history calls the change; begins with `keys.`. */
  readonly action: string
}

/** Throws `VaultProblem` `write-failed` or `disk-full`, leaving the list as it was. */
export function writeChangedKeys(vault: Vault, { list, dataKey, slots, action }: ChangedKeys): void {
  const { seal: _, ...body } = list
  const generation = Math.max(list.generation, lastKeyGeneration(vault.store)) + 1
  const before = readKeyLists(vault.directory).at(0)?.text
  const text = sealKeyList({ ...body, generation, slots: [...slots] }, dataKey)
  const ways = slots.map(({ id, kind, madeAt }) => ({ id, kind, madeAt }))
  try {
    vault.store.write({ action, subject: generationSubject(generation), payload: { generation, ways } }, () =>
      writeKeyLists(vault.directory, text),
    )
  } catch (error) {
    if (before !== undefined) tryTo(() => restoreKeyLists(vault.directory, before))
    throw error
  }
}
