// The keys of a vault, for tests that look into its file or for traces of them in memory.
import { openDataKey } from '#main/store/keys/open-keys.ts'
import { readKeyListOf } from '#main/store/keys/key-store.ts'
import { deriveSubKeys, type SubKeys } from '#main/store/keys/sub-keys.ts'

/** The data key of the vault in `directory` and what is derived from it. */
export async function keysOf(directory: string, secret: string): Promise<SubKeys & { readonly dataKey: Buffer }> {
  const list = readKeyListOf(directory)
  const dataKey = await openDataKey(list, secret)
  return { dataKey, ...deriveSubKeys(dataKey, list.vaultId) }
}
