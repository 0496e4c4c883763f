// What the page asks about PKCS#11 modules: where they are, and to stop what they do.
import { randomUUID } from 'node:crypto'
import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { type BrowserWindow, dialog } from 'electron'
import type { Purpose } from '#shared/contract/vault.ts'
import type { TokenDesk } from '#main/tokens/token-desk.ts'
import type { WindowHandlers } from '../ipc/answer-call.ts'
import { guardDesk, permittedModules } from './permitted-modules.ts'
import { knownModules } from './token-places.ts'
import { windowWord } from './window-words.ts'

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
  const permitted = permittedModules(
    filePath,
    knownModules.map(({ path }) => path),
  )
  return {
    desk: guardDesk(desk, permitted),
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
            title: windowWord((words) => words.dialogs.tokenModule),
            buttonLabel: windowWord((words) => words.dialogs.tokenModuleThis),
            filters: [
              { name: windowWord((words) => words.kinds.module), extensions: process.platform === 'win32' ? ['dll'] : ['so', 'dylib'] },
              { name: windowWord((words) => words.kinds.all), extensions: ['*'] },
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
