// Dialogs in which a person chooses a place; the page gets a handle and a label, the engine the path.
import { randomUUID } from 'node:crypto'
import { basename, join } from 'node:path'
import { app, type BrowserWindow, dialog, type OpenDialogOptions } from 'electron'
import type { Place, Purpose } from '#shared/contract/vault.ts'
import type { WindowHandlers } from '../ipc/answer-call.ts'
import { vaultSuffix as suffix, withVaultSuffix } from './vault-suffix.ts'
import { windowWord } from './window-words.ts'

type DialogHandlers = Pick<
  WindowHandlers,
  | 'vault.chooseNew'
  | 'vault.chooseExisting'
  | 'reports.chooseCopy'
  | 'verify.choose'
  | 'imports.choose'
  | 'screening.chooseList'
  | 'packs.choose'
>

function createVaultDialogs(
  window: () => BrowserWindow,
  give: (path: string) => Place,
): Pick<WindowHandlers, 'vault.chooseNew' | 'vault.chooseExisting'> {
  return {
    'vault.chooseNew': async ({ isSample = false }) => {
      const chosen = await dialog.showSaveDialog(window(), {
        title: windowWord((words) => words.dialogs.newVault),
        buttonLabel: windowWord((words) => words.dialogs.newVaultHere),
        defaultPath: join(
          app.getPath('documents'),
          `${windowWord(({ dialogs }) => (isSample ? dialogs.newSampleName : dialogs.newVaultName))}${suffix}`,
        ),
        properties: ['createDirectory'],
      })
      return { place: chosen.canceled || chosen.filePath === '' ? null : give(withVaultSuffix(chosen.filePath)) }
    },
    'vault.chooseExisting': async () => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window(), {
        title: windowWord((words) => words.dialogs.openVault).replace('{{ending}}', suffix),
        buttonLabel: windowWord((words) => words.dialogs.openVaultThere),
        defaultPath: app.getPath('documents'),
        properties: ['openDirectory'],
      })
      return { place: canceled || filePaths[0] === undefined ? null : give(filePaths[0]) }
    },
  }
}

export function createDialogs(
  window: () => BrowserWindow,
  grant: (handle: string, path: string, purpose: Purpose) => void,
): DialogHandlers {
  const give = (path: string, purpose: Purpose) => {
    const handle = randomUUID()
    grant(handle, path, purpose)
    return { handle, label: basename(path) }
  }
  const nothing = { handle: null, label: '' }
  const openFile = async (purpose: Purpose, options: Pick<OpenDialogOptions, 'title' | 'filters'>) => {
    const chosen = await dialog.showOpenDialog(window(), {
      ...options,
      buttonLabel: windowWord((words) => words.dialogs.check),
      properties: ['openFile'],
    })
    const [path] = chosen.filePaths
    return chosen.canceled || path === undefined ? nothing : give(path, purpose)
  }
  return {
    ...createVaultDialogs(window, (path) => give(path, 'vault')),
    'reports.chooseCopy': async ({ fileName }) => {
      const chosen = await dialog.showSaveDialog(window(), {
        title: windowWord((words) => words.dialogs.reportCopy),
        defaultPath: join(app.getPath('documents'), basename(fileName)),
        filters: [{ name: 'PDF', extensions: ['pdf'] }],
      })
      return chosen.canceled || chosen.filePath === '' ? nothing : give(chosen.filePath, 'copy')
    },
    'imports.choose': () =>
      openFile('import', {
        title: windowWord((words) => words.dialogs.partyList),
        filters: [{ name: windowWord((words) => words.kinds.list), extensions: ['csv', 'xlsx', 'xlsm', 'txt', 'tsv'] }],
      }),
    'screening.chooseList': () =>
      openFile('screening-list', {
        title: windowWord((words) => words.dialogs.restrictedList),
        filters: [{ name: 'CSV', extensions: ['csv', 'tsv', 'txt'] }],
      }),
    'packs.choose': () =>
      openFile('pack', {
        title: windowWord((words) => words.dialogs.pack),
        filters: [{ name: windowWord((words) => words.kinds.pack), extensions: ['yaml', 'yml', 'json', 'jsonc'] }],
      }),
    'verify.choose': () =>
      openFile('check', { title: windowWord((words) => words.dialogs.checkReport), filters: [{ name: 'PDF', extensions: ['pdf'] }] }),
  }
}
