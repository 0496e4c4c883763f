// The one window: sandboxed, isolated, showing our page and nothing else.
import { app, BrowserWindow, session, type IpcMainInvokeEvent, type WebContents } from 'electron'
import type { Language } from '#shared/contract/settings.ts'
import { servePageIn } from './app-protocol.ts'
import { logFault } from './fault-log.ts'
import { pageAddress, pageRoot } from './page-files.ts'
import type { WindowMemory } from './window-memory.ts'
import { smallest } from './window-place.ts'

/** The preferences every web page of the app runs with; a test reads them back from the running window. */
const pagePreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  plugins: false,
  spellcheck: false,
  enableWebSQL: false,
  safeDialogs: true,
} as const

/** Nothing is there, and nothing may be asked of it. */
const elsewhere = 'app://closed/'
/** The page as it is loaded after a lock; it then asks what the page before it left. */
const lockedPageAddress = `${pageAddress}#locked`
const ownAddresses: ReadonlySet<string> = new Set([pageAddress, lockedPageAddress, elsewhere])

function confine(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

/** Confines every page that will ever exist; must run before the first window. */
export function confineAllPages(): void {
  app.on('web-contents-created', (_event, contents) => confine(contents))
}

/** Opens the window and loads the page; it is shown once there is something to see. */
export function openMainWindow(
  files: { readonly pageDirectory: string; readonly preloadPath: string; readonly language: () => Language },
  memory: WindowMemory,
): BrowserWindow {
  const ownSession = session.fromPartition('vault', { cache: false })
  servePageIn(ownSession, files.pageDirectory, files.language)
  const { isMaximized, ...bounds } = memory.recall()
  const window = new BrowserWindow({
    ...bounds,
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title: 'Gatehouse',
    webPreferences: { ...pagePreferences, session: ownSession, preload: files.preloadPath, devTools: !app.isPackaged },
  })
  if (isMaximized) window.maximize()
  memory.watch(window)
  window.once('ready-to-show', () => window.show())
  // An empty page is the one place to which a script can lead the window without anybody being asked.
  window.webContents.on('did-navigate', (_event, url) => {
    if (!ownAddresses.has(url)) void window.loadURL(pageAddress)
  })
  // A page that died is brought back: the vault is still open in the engine, and what was shown as saved is there.
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return
    logFault(`page process ${details.reason}`, null)
    void window.loadURL(pageAddress)
  })
  void window.loadURL(pageAddress)
  return window
}

/**
 * Replaces the page and its process by fresh ones; what was typed in the old page is gone with it.
 * The way leads over an address that is refused: its error page takes another process, so that ours ends.
 */
export function showFreshPage(window: BrowserWindow): void {
  const lead = async () => {
    await window.loadURL(elsewhere).catch(() => undefined)
    await window.loadURL(lockedPageAddress)
    window.webContents.navigationHistory.clear()
  }
  lead().catch((error: unknown) => logFault('fresh page', error))
}

/** True for a call from the top frame of this window while it shows our page. */
export function isOwnPage(window: BrowserWindow, event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame
  return frame !== null && frame.parent === null && event.sender.id === window.webContents.id && frame.url.startsWith(pageRoot)
}
