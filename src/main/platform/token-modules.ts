// Which PKCS#11 modules this computer may load: those that a person chose here, and those where their makers put them. A vault that
// comes from elsewhere may name any file; it is not loaded for that.
import { randomUUID } from 'node:crypto'
import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { type BrowserWindow, dialog } from 'electron'
import { z } from 'zod'
import type { Purpose } from '#shared/contract/vault.ts'
import type { TokenDesk } from '#main/tokens/token-desk.ts'
import type { WindowHandlers } from '../ipc/answer-call.ts'
import { readAppData, writeAppData } from './app-data-file.ts'
import { logFault } from './fault-log.ts'
import { knownModules } from './token-places.ts'

const most = 20

const ModulesFile = z.strictObject({
  format: z.literal('gatehouse.token-modules'),
  formatVersion: z.literal(1),
  paths: z.array(z.string().min(1).max(4_096)).max(most),
})

interface PermittedModules {
  readonly has: (path: string) => boolean
  readonly add: (path: string) => void
}

function permittedIn(filePath: string): PermittedModules {
  const read = () => {
    const file = readAppData(filePath, ModulesFile)
    return typeof file === 'string' ? [] : file.paths
  }
  let paths = read()
  return {
    has: (path) => paths.includes(path) || knownModules.some((known) => known.path === path),
    add: (path) => {
      paths = [path, ...paths.filter((one) => one !== path)].slice(0, most)
      try {
        writeAppData(filePath, { format: 'gatehouse.token-modules', formatVersion: 1, paths })
      } catch (error) {
        // It counts for this run; after the next start the person is asked again.
        logFault('token modules', error)
      }
    },
  }
}

export interface TokenModules {
  /** The same desk, for modules only that this computer may load. */
  readonly desk: TokenDesk
  readonly handlers: (
    window: () => BrowserWindow,
    grant: (handle: string, path: string, purpose: Purpose) => void,
  ) => Pick<WindowHandlers, 'tokens.places' | 'tokens.chooseModule' | 'tokens.cancel'>
}

/** Guards `desk`; what was chosen is kept in the file at `filePath`. */
export function createTokenModules(filePath: string, desk: TokenDesk): TokenModules {
  const permitted = permittedIn(filePath)
  return {
    desk: {
      run: (job) => (permitted.has(job.modulePath) ? desk.run(job) : Promise.resolve({ kind: 'fault', code: 'token-module-unknown' })),
      cancel: desk.cancel,
    },
    handlers: (window, grant) => {
      const give = (path: string) => {
        const handle = randomUUID()
        grant(handle, path, 'token-module')
        return handle
      }
      return {
        'tokens.places': () => ({
          modules: knownModules
            .filter(({ path }) => statSync(path, { throwIfNoEntry: false })?.isFile() === true)
            .map(({ name, path }) => ({ handle: give(path), name, fileName: basename(path) })),
        }),
        'tokens.chooseModule': async () => {
          const chosen = await dialog.showOpenDialog(window(), {
            title: 'Choose the PKCS#11 module of the card or token',
            buttonLabel: 'Choose and load',
            filters: [
              { name: 'PKCS#11 module', extensions: process.platform === 'win32' ? ['dll'] : ['so', 'dylib'] },
              { name: 'All files', extensions: ['*'] },
            ],
            properties: ['openFile'],
          })
          const [path] = chosen.filePaths
          if (chosen.canceled || path === undefined) return { handle: null, label: '' }
          permitted.add(path)
          return { handle: give(path), label: basename(path) }
        },
        'tokens.cancel': () => {
          desk.cancel()
          return {}
        },
      }
    },
  }
}
