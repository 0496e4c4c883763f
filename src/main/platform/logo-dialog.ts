// The dialog in which a person chooses the logo for the reports.
import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import { type BrowserWindow, dialog } from 'electron'
import type { Purpose } from '#shared/contract/vault.ts'
import type { WindowHandlers } from '../ipc/answer-call.ts'
import { windowWord } from './window-words.ts'

export function createLogoDialog(
  window: () => BrowserWindow,
  grant: (handle: string, path: string, purpose: Purpose) => void,
): Pick<WindowHandlers, 'reports.chooseLogo'> {
  return {
    'reports.chooseLogo': async () => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window(), {
        title: windowWord((words) => words.dialogs.logo),
        buttonLabel: windowWord((words) => words.dialogs.logoThis),
        filters: [{ name: windowWord((words) => words.kinds.picture), extensions: ['png', 'jpg', 'jpeg'] }],
        properties: ['openFile'],
      })
      const [path] = filePaths
      if (canceled || path === undefined) return { handle: null, label: '' }
      const handle = randomUUID()
      grant(handle, path, 'logo')
      return { handle, label: basename(path) }
    },
  }
}
