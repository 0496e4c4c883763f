// What this program is: its versions, its bill of materials as a file, and text for the clipboard that is no secret.
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { app, type BrowserWindow, clipboard, dialog } from 'electron'
import { Refusal } from '#shared/contract/refusal.ts'
import { writeFileDurably } from '#main/store/durable-file.ts'
import type { WindowHandlers } from '../ipc/answer-call.ts'
import { windowWord } from './window-words.ts'

type AboutHandlers = Pick<WindowHandlers, 'app.about' | 'app.copyText' | 'app.saveSbom'>

function writeCopy(path: string, content: Uint8Array): void {
  try {
    writeFileDurably(path, content)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'ENOSPC' || code === 'EDQUOT')
      throw new Refusal('disk-full', 'That disk is full. Free some space or choose another place.')
    throw new Refusal('place-not-writable', 'The file could not be written there. Choose another folder.')
  }
}

export function createAboutHandlers(window: () => BrowserWindow, sbomPath: string): AboutHandlers {
  return {
    'app.about': () => ({
      version: app.getVersion(),
      electron: process.versions.electron,
      chromium: process.versions.chrome,
      isPackaged: app.isPackaged,
      isSandboxed: !app.commandLine.hasSwitch('no-sandbox'),
    }),
    'app.copyText': async ({ text }) => {
      await clipboard.writeText(text)
      return {}
    },
    'app.saveSbom': async () => {
      const chosen = await dialog.showSaveDialog(window(), {
        title: windowWord((words) => words.dialogs.billOfMaterials),
        defaultPath: join(app.getPath('documents'), `Gatehouse ${app.getVersion()}.cdx.json`),
        filters: [{ name: 'CycloneDX', extensions: ['json'] }],
      })
      if (chosen.canceled || chosen.filePath === '') return { label: '' }
      writeCopy(chosen.filePath, await readFile(sbomPath))
      return { label: basename(chosen.filePath) }
    },
  }
}
