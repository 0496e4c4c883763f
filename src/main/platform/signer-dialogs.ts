// Dialogs about signing: certificates and time-stamps to read, and what is written out for clients and authorities.
import { randomUUID } from 'node:crypto'
import { basename, join } from 'node:path'
import { app, type BrowserWindow, dialog, type OpenDialogOptions } from 'electron'
import type { InputOf } from '#shared/contract/contract.ts'
import type { Purpose } from '#shared/contract/vault.ts'
import type { WindowHandlers } from '../ipc/answer-call.ts'

type SignerDialogs = Pick<WindowHandlers, 'signers.chooseFile' | 'signers.chooseCopy'>
type Wish = Required<Pick<OpenDialogOptions, 'title' | 'filters'>>

const files: Readonly<Record<InputOf<'signers.chooseFile'>['kind'], Wish>> = {
  'key-file': { title: 'Choose a certificate file with its key', filters: [{ name: 'Certificate with key', extensions: ['p12', 'pfx'] }] },
  certificate: { title: 'Choose a certificate', filters: [{ name: 'Certificate', extensions: ['pem', 'cer', 'crt', 'der'] }] },
  'revocation-list': { title: 'Choose a revocation list', filters: [{ name: 'Revocation list', extensions: ['crl', 'pem', 'der'] }] },
  'stamp-response': {
    title: 'Choose the answer of the time-stamp authority',
    filters: [{ name: 'Time-stamp response', extensions: ['tsr'] }],
  },
}

const copies: Readonly<Record<InputOf<'signers.chooseCopy'>['kind'], Wish>> = {
  certificate: { title: 'Save the certificate', filters: [{ name: 'Certificate', extensions: ['pem'] }] },
  guide: { title: 'Save the page for clients', filters: [{ name: 'Text', extensions: ['txt'] }] },
  'stamp-request': { title: 'Save the time-stamp request', filters: [{ name: 'Time-stamp request', extensions: ['tsq'] }] },
  countersigned: { title: 'Save the countersigned report', filters: [{ name: 'PDF', extensions: ['pdf'] }] },
}

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
      const chosen = await dialog.showOpenDialog(window(), { ...files[kind], buttonLabel: 'Choose', properties: ['openFile'] })
      return give(chosen.canceled ? undefined : chosen.filePaths[0], 'signer-file')
    },
    'signers.chooseCopy': async ({ kind, fileName }) => {
      const defaultPath = join(app.getPath('documents'), basename(fileName))
      const chosen = await dialog.showSaveDialog(window(), { ...copies[kind], defaultPath })
      return give(chosen.canceled ? undefined : chosen.filePath, 'copy')
    },
  }
}
