// Hands the page's files to Electron's sessions over app://vault/.
import { protocol, type Session } from 'electron'
import type { Language } from '#shared/contract/settings.ts'
import { listPageFiles, servePage } from './page-files.ts'

/** Must run before `ready`. */
export function announceScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }])
}

/** Serves the built page of `directory` in this session. */
export function servePageIn(session: Session, directory: string, language: () => Language): void {
  const files = listPageFiles(directory)
  session.protocol.handle('app', (request) => servePage(files, request, language()))
}
