// What this device remembers of vaults: for each one a secret, sealed by the operating system's own store, useless without the vault's folder.
import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { VaultId } from '#shared/domain/ids.ts'
import { writeFileDurably } from '#main/store/durable-file.ts'

/** The operating system's store. `weak-store` is one that any program can read, as where Linux has no keyring. */
export interface SystemStore {
  state(): 'good' | 'no-store' | 'weak-store'
  seal(text: string): Buffer
  /** Throws when another user, another computer or nobody sealed it. */
  open(sealed: Buffer): string
}

const Remembered = z.strictObject({ vaultId: VaultId, wayId: z.uuid(), secret: z.string().regex(/^[0-9a-f]{64}$/) })
/** Which way of which vault this device can open, and the secret for it as hexadecimal. */
type Remembered = z.infer<typeof Remembered>

const RememberedFile = z.strictObject({
  format: z.literal('gatehouse.remembered'),
  formatVersion: z.literal(1),
  sealed: z.string().max(8_192),
})
const sizeLimitBytes = 16_384

export interface DeviceMemory {
  /** Throws the file system's own error, and when the store cannot seal. */
  remember(what: Remembered): void
  /** What is remembered of this vault; null when nothing is, when it cannot be opened here, or when the store is no good one any more. */
  recall(vaultId: VaultId): Remembered | null
  forget(vaultId: VaultId): void
}

/** The memory in the folder `directory` of the app's own data. */
export function createDeviceMemory(directory: string, store: SystemStore): DeviceMemory {
  const pathOf = (vaultId: VaultId) => join(directory, `${vaultId}.json`)
  const read = (path: string): unknown => {
    const facts = statSync(path)
    return facts.isFile() && facts.size <= sizeLimitBytes ? JSON.parse(readFileSync(path, 'utf8')) : undefined
  }
  return {
    remember: (what) => {
      mkdirSync(directory, { recursive: true, mode: 0o700 })
      const sealed = store.seal(JSON.stringify(what)).toString('base64')
      writeFileDurably(pathOf(what.vaultId), `${JSON.stringify({ format: 'gatehouse.remembered', formatVersion: 1, sealed })}\n`)
    },
    recall: (vaultId) => {
      if (store.state() !== 'good') return null
      try {
        const { sealed } = RememberedFile.parse(read(pathOf(vaultId)))
        const what = Remembered.parse(JSON.parse(store.open(Buffer.from(sealed, 'base64'))))
        return what.vaultId === vaultId ? what : null
      } catch {
        return null
      }
    },
    forget: (vaultId) => rmSync(pathOf(vaultId), { force: true }),
  }
}
