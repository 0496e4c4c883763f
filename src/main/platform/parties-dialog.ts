// Asks where the list of third parties is to be saved; the page gets a handle and a label, the engine the path.
import { randomUUID } from 'node:crypto'
import { basename, join } from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import type { Purpose } from '#shared/contract/vault.ts'
import type { WindowHandlers } from '../ipc/answer-call.ts'
import { windowWord } from './window-words.ts'

export function createPartiesDialog(
  window: () => BrowserWindow,
  grant: (handle: string, path: string, purpose: Purpose) => void,
): Pick<WindowHandlers, 'thirdParties.chooseExport'> {
  return {
    'thirdParties.chooseExport': async () => {
      const chosen = await dialog.showSaveDialog(window(), {
        title: windowWord((words) => words.dialogs.thirdParties),
        defaultPath: join(app.getPath('documents'), 'third-parties.csv'),
        filters: [{ name: 'CSV', extensions: ['csv'] }],
      })
      if (chosen.canceled || chosen.filePath === '') return { handle: null, label: '' }
      const handle = randomUUID()
      grant(handle, chosen.filePath, 'copy')
      return { handle, label: basename(chosen.filePath) }
    },
  }
}
