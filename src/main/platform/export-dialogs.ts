// The dialog that asks where a report in another format goes; the page gets a handle and a label, the engine the path.
import { randomUUID } from 'node:crypto'
import { basename, join } from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import type { ExportFormat } from '#shared/contract/exports.ts'
import type { Purpose } from '#shared/contract/vault.ts'
import type { WindowHandlers } from '../ipc/answer-call.ts'
import { windowWord } from './window-words.ts'

const fileKinds = (): Readonly<Record<ExportFormat, { readonly name: string; readonly extension: string }>> => ({
  docx: { name: windowWord((words) => words.kinds.word), extension: 'docx' },
  xlsx: { name: windowWord((words) => words.kinds.excel), extension: 'xlsx' },
  csv: { name: 'CSV', extension: 'csv' },
  json: { name: 'JSON', extension: 'json' },
  'oscal-results': { name: 'OSCAL JSON', extension: 'json' },
  'oscal-plan': { name: 'OSCAL JSON', extension: 'json' },
  'redacted-pdf': { name: 'PDF', extension: 'pdf' },
  'redacted-json': { name: 'JSON', extension: 'json' },
})

export function createExportDialogs(
  window: () => BrowserWindow,
  grant: (handle: string, path: string, purpose: Purpose) => void,
): Pick<WindowHandlers, 'exports.choose'> {
  return {
    'exports.choose': async ({ fileName, format }) => {
      const { name, extension } = fileKinds()[format]
      const { canceled, filePath } = await dialog.showSaveDialog(window(), {
        title: windowWord((words) => words.dialogs.otherFormat),
        defaultPath: join(app.getPath('documents'), `${basename(fileName)}.${extension}`),
        filters: [{ name, extensions: [extension] }],
      })
      if (canceled || filePath === '') return { handle: null, label: '' }
      const handle = randomUUID()
      grant(handle, filePath, 'copy')
      return { handle, label: basename(filePath) }
    },
  }
}
