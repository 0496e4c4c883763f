// Sessions that ask nobody for anything: no spelling dictionaries, no permissions, no request but for our own page.
import { app, type Session } from 'electron'

const ownScheme = 'app:'

function silence(session: Session): void {
  // Both are needed: the address is what Electron would fetch when a window opens, before the checker can be turned off.
  session.setSpellCheckerDictionaryDownloadURL('app://none/')
  session.setSpellCheckerEnabled(false)
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, decide) => decide({}))
  session.webRequest.onBeforeRequest((details, decide) => {
    const isOwn =
      details.url.startsWith(`${ownScheme}//vault/`) || details.url.startsWith('blob:app://vault/') || details.url.startsWith('data:')
    const isDevTools = !app.isPackaged && details.url.startsWith('devtools:')
    decide({ cancel: !(isOwn || isDevTools) })
  })
  void session.setProxy({ mode: 'direct' })
}

/** Silences every session from the moment it exists; must run before `ready`. */
export function silenceSessions(): void {
  app.on('session-created', silence)
}
