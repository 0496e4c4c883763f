// Dialogs in which a person chooses a key file or a place for a new one.
import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import { type BrowserWindow, dialog } from 'electron'
import type { Purpose } from '#shared/contract/vault.ts'
import type { WindowHandlers } from '../ipc/answer-call.ts'
import { windowWord } from './window-words.ts'

type KeyFileHandlers = Pick<WindowHandlers, 'keys.chooseKeyFile' | 'keys.chooseNewKeyFile'>

export function createKeyFileDialogs(
  window: () => BrowserWindow,
  grant: (handle: string, path: string, purpose: Purpose) => void,
): KeyFileHandlers {
  const give = (path: string | undefined, purpose: Purpose) => {
    if (path === undefined || path === '') return { place: null }
    const handle = randomUUID()
    grant(handle, path, purpose)
    return { place: { handle, label: basename(path) } }
  }
  return {
    'keys.chooseKeyFile': async () => {
      const chosen = await dialog.showOpenDialog(window(), {
        title: windowWord((words) => words.dialogs.keyFile),
        buttonLabel: windowWord((words) => words.dialogs.keyFileThis),
        properties: ['openFile'],
      })
      return give(chosen.canceled ? undefined : chosen.filePaths[0], 'key-file')
    },
    'keys.chooseNewKeyFile': async () => {
      const chosen = await dialog.showSaveDialog(window(), {
        title: windowWord((words) => words.dialogs.newKeyFile),
        buttonLabel: windowWord((words) => words.dialogs.newKeyFileHere),
        defaultPath: 'Gatehouse.key',
      })
      return give(chosen.canceled ? undefined : chosen.filePath, 'new-key-file')
    },
  }
}
