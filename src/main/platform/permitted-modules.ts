// Which PKCS#11 modules this computer may load: those that a person chose here, and those where their makers put them. A vault that
// comes from elsewhere may name any file; it is not loaded for that.
import { z } from 'zod'
import type { TokenDesk } from '#main/tokens/token-desk.ts'
import { readAppData, writeAppData } from './app-data-file.ts'
import { logFault } from './fault-log.ts'

const most = 20

const ModulesFile = z.strictObject({
  format: z.literal('gatehouse.token-modules'),
  formatVersion: z.literal(1),
  paths: z.array(z.string().min(1).max(4_096)).max(most),
})

export interface PermittedModules {
  readonly has: (path: string) => boolean
  /** A person chose it. */
  readonly add: (path: string) => void
}

/** What was chosen is kept in the file at `filePath`, the newest first; `usual` paths need no choice. */
export function permittedModules(filePath: string, usual: readonly string[]): PermittedModules {
  const file = readAppData(filePath, ModulesFile)
  let paths = typeof file === 'string' ? [] : file.paths
  return {
    has: (path) => paths.includes(path) || usual.includes(path),
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

/** The same desk, for modules only that this computer may load. */
export function guardDesk(desk: TokenDesk, permitted: Pick<PermittedModules, 'has'>): TokenDesk {
  return {
    run: (job) => (permitted.has(job.modulePath) ? desk.run(job) : Promise.resolve({ kind: 'fault', code: 'token-module-unknown' })),
    cancel: desk.cancel,
  }
}
