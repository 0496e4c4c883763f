// Dialogs in which a person chooses a place; the page gets a handle and a label, the engine the path.
import { randomUUID } from 'node:crypto'
import { basename, join } from 'node:path'
import { app, type BrowserWindow, dialog, type OpenDialogOptions } from 'electron'
import type { Place, Purpose } from '#shared/contract/vault.ts'
import type { WindowHandlers } from '../ipc/answer-call.ts'
import { vaultSuffix as suffix, withVaultSuffix } from './vault-suffix.ts'

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
        title: 'Name the new vault',
        buttonLabel: 'Create here',
        defaultPath: join(app.getPath('documents'), `${isSample ? 'Sample' : 'My firm'}${suffix}`),
        properties: ['createDirectory'],
      })
      return { place: chosen.canceled || chosen.filePath === '' ? null : give(withVaultSuffix(chosen.filePath)) }
    },
    'vault.chooseExisting': async () => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window(), {
        title: `Open a vault (a folder ending in ${suffix})`,
        buttonLabel: 'Open vault',
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
    const chosen = await dialog.showOpenDialog(window(), { ...options, buttonLabel: 'Check', properties: ['openFile'] })
    const [path] = chosen.filePaths
    return chosen.canceled || path === undefined ? nothing : give(path, purpose)
  }
  return {
    ...createVaultDialogs(window, (path) => give(path, 'vault')),
    'reports.chooseCopy': async ({ fileName }) => {
      const chosen = await dialog.showSaveDialog(window(), {
        title: 'Save a copy of the signed report',
        defaultPath: join(app.getPath('documents'), basename(fileName)),
        filters: [{ name: 'PDF', extensions: ['pdf'] }],
      })
      return chosen.canceled || chosen.filePath === '' ? nothing : give(chosen.filePath, 'copy')
    },
    'imports.choose': () =>
      openFile('import', {
        title: 'Choose a list of third parties',
        filters: [{ name: 'CSV or XLSX', extensions: ['csv', 'xlsx', 'xlsm', 'txt', 'tsv'] }],
      }),
    'screening.chooseList': () =>
      openFile('screening-list', {
        title: 'Choose a list of restricted parties',
        filters: [{ name: 'CSV', extensions: ['csv', 'tsv', 'txt'] }],
      }),
    'packs.choose': () =>
      openFile('pack', {
        title: 'Choose a question pack or an overlay',
        filters: [{ name: 'Question pack', extensions: ['yaml', 'yml', 'json', 'jsonc'] }],
      }),
    'verify.choose': () => openFile('check', { title: 'Check a signed report', filters: [{ name: 'PDF', extensions: ['pdf'] }] }),
  }
}
