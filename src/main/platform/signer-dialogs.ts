// Dialogs about signing: certificates and time-stamps to read, and what is written out for clients and authorities.
import { randomUUID } from 'node:crypto'
import { basename, join } from 'node:path'
import { app, type BrowserWindow, dialog, type OpenDialogOptions } from 'electron'
import type { InputOf } from '#shared/contract/contract.ts'
import type { Purpose } from '#shared/contract/vault.ts'
import type { WindowHandlers } from '../ipc/answer-call.ts'
import { windowWord } from './window-words.ts'

type SignerDialogs = Pick<WindowHandlers, 'signers.chooseFile' | 'signers.chooseCopy'>
type Wish = Required<Pick<OpenDialogOptions, 'title' | 'filters'>>

const files = (): Readonly<Record<InputOf<'signers.chooseFile'>['kind'], Wish>> => ({
  'key-file': {
    title: windowWord((words) => words.dialogs.certificateWithKey),
    filters: [{ name: windowWord((words) => words.kinds.certificateWithKey), extensions: ['p12', 'pfx'] }],
  },
  certificate: {
    title: windowWord((words) => words.dialogs.certificate),
    filters: [{ name: windowWord((words) => words.kinds.certificate), extensions: ['pem', 'cer', 'crt', 'der'] }],
  },
  'revocation-list': {
    title: windowWord((words) => words.dialogs.revocationList),
    filters: [{ name: windowWord((words) => words.kinds.revocationList), extensions: ['crl', 'pem', 'der'] }],
  },
  'stamp-response': {
    title: windowWord((words) => words.dialogs.stampResponse),
    filters: [{ name: windowWord((words) => words.kinds.stampResponse), extensions: ['tsr'] }],
  },
})

const copies = (): Readonly<Record<InputOf<'signers.chooseCopy'>['kind'], Wish>> => ({
  certificate: {
    title: windowWord((words) => words.dialogs.certificateCopy),
    filters: [{ name: windowWord((words) => words.kinds.certificate), extensions: ['pem'] }],
  },
  guide: {
    title: windowWord((words) => words.dialogs.clientGuide),
    filters: [{ name: windowWord((words) => words.kinds.text), extensions: ['txt'] }],
  },
  'stamp-request': {
    title: windowWord((words) => words.dialogs.stampRequest),
    filters: [{ name: windowWord((words) => words.kinds.stampRequest), extensions: ['tsq'] }],
  },
  countersigned: { title: windowWord((words) => words.dialogs.countersigned), filters: [{ name: 'PDF', extensions: ['pdf'] }] },
})

export function createSignerDialogs(
  window: () => BrowserWindow,
  grant: (handle: string, path: string, purpose: Purpose) => void,
): SignerDialogs {
  const give = (path: string | undefined, purpose: Purpose) => {
    if (path === undefined || path === '') return { handle: null, label: '' }
    const handle = randomUUID()
    grant(handle, path, purpose)
    return { handle, label: basename(path) }
  }
  return {
    'signers.chooseFile': async ({ kind }) => {
      const chosen = await dialog.showOpenDialog(window(), {
        ...files()[kind],
        buttonLabel: windowWord((words) => words.dialogs.choose),
        properties: ['openFile'],
      })
      return give(chosen.canceled ? undefined : chosen.filePaths[0], 'signer-file')
    },
    'signers.chooseCopy': async ({ kind, fileName }) => {
      const defaultPath = join(app.getPath('documents'), basename(fileName))
      const chosen = await dialog.showSaveDialog(window(), { ...copies()[kind], defaultPath })
      return give(chosen.canceled ? undefined : chosen.filePath, 'copy')
    },
  }
}
