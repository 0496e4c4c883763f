// Dialogs about backups: a folder with backups in it, a second place for them, and where a restored vault is to stand.
import { randomUUID } from 'node:crypto'
import { basename, join } from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import type { Purpose } from '#shared/contract/vault.ts'
import type { WindowHandlers } from '../ipc/answer-call.ts'
import { withVaultSuffix } from './vault-suffix.ts'
import { windowWord } from './window-words.ts'

type BackupDialogs = Pick<WindowHandlers, 'backups.chooseFolder' | 'backups.chooseNewVault' | 'backups.choosePlace'>

export function createBackupDialogs(
  window: () => BrowserWindow,
  grant: (handle: string, path: string, purpose: Purpose) => void,
): BackupDialogs {
  const give = (path: string | undefined, purpose: Purpose) => {
    if (path === undefined || path === '') return { place: null }
    const handle = randomUUID()
    grant(handle, path, purpose)
    return { place: { handle, label: basename(path) } }
  }
  const chooseFolder = async (purpose: Purpose, title: string, buttonLabel: string) => {
    const chosen = await dialog.showOpenDialog(window(), { title, buttonLabel, properties: ['openDirectory', 'createDirectory'] })
    return give(chosen.canceled ? undefined : chosen.filePaths[0], purpose)
  }
  return {
    'backups.chooseFolder': () =>
      chooseFolder(
        'backup',
        windowWord((words) => words.dialogs.backups),
        windowWord((words) => words.dialogs.backupsThere),
      ),
    'backups.choosePlace': () =>
      chooseFolder(
        'backup-place',
        windowWord((words) => words.dialogs.secondPlace),
        windowWord((words) => words.dialogs.secondPlaceThere),
      ),
    'backups.chooseNewVault': async ({ suggestedName }) => {
      const name = basename(withVaultSuffix(suggestedName === '' ? windowWord((words) => words.dialogs.restoredName) : suggestedName))
      const chosen = await dialog.showSaveDialog(window(), {
        title: windowWord((words) => words.dialogs.restored),
        buttonLabel: windowWord((words) => words.dialogs.restoredHere),
        defaultPath: join(app.getPath('documents'), name),
        properties: ['createDirectory'],
      })
      return give(chosen.canceled || chosen.filePath === '' ? undefined : withVaultSuffix(chosen.filePath), 'vault')
    },
  }
}
