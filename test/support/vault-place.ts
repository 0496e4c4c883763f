// A folder of its own for each test, and the environment a vault needs.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { floorCost } from '#main/store/keys/key-cost.ts'
import { type Migration, migrations, readMigrations } from '#main/store/migrations.ts'
import type { VaultEnvironment } from '#main/store/vault.ts'

/** A new empty folder, removed when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A clock that goes on one second at each look, so that times differ and tests repeat. */
export function steppingClock(start = '2026-11-22T09:00:00.000Z'): () => string {
  let at = Date.parse(start)
  return () => {
    const now = new Date(at).toISOString()
    at += 1_000
    return now
  }
}

export function vaultEnvironment(): VaultEnvironment {
  return { now: steppingClock(), sqliteBinding: undefined, keyCost: floorCost }
}

export const passphrase = 'correct horse battery staple'

/** The product's schema steps and one more, as a later release would have. */
export function withNextStep(sql: string): readonly Migration[] {
  const named = (number: number, name: string) => `/${String(number).padStart(4, '0')}-${name}.sql`
  const present = migrations.map((step) => [named(step.number, step.name), step.sql])
  return readMigrations({ ...Object.fromEntries(present), [named(migrations.length + 1, 'next')]: sql })
}
