// The operating system's store for secrets, through Electron: Keychain, DPAPI, or a keyring on Linux.
import { safeStorage } from 'electron'
import type { SystemStore } from './device-memory.ts'

/** Without a keyring, Electron on Linux seals with a password that stands in its source. */
const weakBackends: ReadonlySet<string> = new Set(['basic_text', 'unknown'])

export const systemStore: SystemStore = {
  state: () => {
    if (process.platform === 'linux' && weakBackends.has(safeStorage.getSelectedStorageBackend())) return 'weak-store'
    return safeStorage.isEncryptionAvailable() ? 'good' : 'no-store'
  },
  seal: (text) => safeStorage.encryptString(text),
  open: (sealed) => safeStorage.decryptString(sealed),
}
