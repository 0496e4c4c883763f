// A folder of its own for each test, and the environment a vault needs.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
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
  return { now: steppingClock(), sqliteBinding: undefined }
}

export const passphrase = 'correct horse battery staple'
