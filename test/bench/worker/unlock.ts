// Unlocking with the key derivation taken off, beside opening the bare database and reading its first row.
import { openVault } from '#main/store/vault.ts'
import { inTurn, type Samples } from '../samples.ts'
import { databaseKeyOf, databasePathIn, openBare } from './bare-database.ts'
import { passphrase, vaultPathIn } from './bench-vault.ts'
import { sqliteBinding } from './places.ts'
import { takeDerivationMs } from './timed-derivation.ts'

export function measureUnlock(folder: string, runs: number): Promise<Samples> {
  const environment = { now: () => new Date().toISOString(), sqliteBinding }
  const product = async () => {
    takeDerivationMs()
    const startedAt = performance.now()
    const vault = await openVault(vaultPathIn(folder), passphrase, environment)
    const tookMs = performance.now() - startedAt
    const derivationMs = takeDerivationMs()
    vault.close()
    if (derivationMs === 0) throw new Error('The key derivation was not seen.')
    return tookMs - derivationMs
  }
  const bare = async () => {
    // Argon2id fills 64 MiB, which empties the processor's caches; the baseline follows one, too, but does not count it.
    const key = await databaseKeyOf(folder)
    const startedAt = performance.now()
    const database = openBare(databasePathIn(folder), key)
    database.prepare('SELECT vault_id, created_at FROM vault').get()
    const tookMs = performance.now() - startedAt
    database.close()
    return tookMs
  }
  return inTurn(runs, product, bare)
}
