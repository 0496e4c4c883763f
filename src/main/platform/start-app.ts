// Starts the app: switches before ready, then the window, the door and an orderly end.
import { join } from 'node:path'
import { app, type BrowserWindow, type IpcMainInvokeEvent, net } from 'electron'
import type { ProcedureName } from '#shared/contract/contract.ts'
import type { Outcome } from '#shared/contract/fault.ts'
import { createTokenDesk } from '#main/tokens/token-desk.ts'
import { removeNodeNetwork } from '../engine/no-network.ts'
import type { Answering } from '../ipc/answer-call.ts'
import { openDoor, readyDoor } from '../ipc/door.ts'
import { createAboutHandlers } from './about-handlers.ts'
import { announceScheme } from './app-protocol.ts'
import { createDeviceHandlers } from './device-handlers.ts'
import { createDeviceMemory } from './device-memory.ts'
import { createBackupDialogs } from './backup-dialogs.ts'
import { createDialogs } from './dialogs.ts'
import { createExportDialogs } from './export-dialogs.ts'
import { createEngineClient, type EngineClient } from './engine-process.ts'
import { createEvidenceHandlers } from './evidence-handlers.ts'
import { logFault } from './fault-log.ts'
import { createFindingsDialog } from './findings-dialog.ts'
import { createPartiesDialog } from './parties-dialog.ts'
import { createKeyFileDialogs } from './key-file-dialogs.ts'
import { createLogoDialog } from './logo-dialog.ts'
import { createMakingHandlers } from './making-handlers.ts'
import { createLocking, type Locking } from './lock-handlers.ts'
import { confineAllPages, isOwnPage, openMainWindow, showFreshPage } from './main-window.ts'
import { setApplicationMenu } from './menu.ts'
import { stopDrawing } from './preview-window.ts'
import { silenceSessions } from './silent-session.ts'
import { rememberVaults } from './remember-vaults.ts'
import { createSettingsKeeper, type SettingsKeeper } from './settings-keeper.ts'
import { createSignerDialogs } from './signer-dialogs.ts'
import { setSwitches } from './switches.ts'
import { systemStore } from './system-store.ts'
import { createWindowLook } from './window-look.ts'
import { createTokenModules, type TokenModules } from './token-modules.ts'
import { tokenChildAt } from './token-process.ts'
import { createWindowMemory } from './window-memory.ts'
import { setWindowLanguage } from './window-words.ts'

export interface AppFiles {
  readonly enginePath: string
  /** The process that loads the module of a card or token. */
  readonly tokenPath: string
  readonly preloadPath: string
  readonly pageDirectory: string
  readonly resourcesDirectory: string
  /** The bill of materials that the build made. */
  readonly sbomPath: string
  /** Only for runtimes that cannot load the shipped SQLite addon. */
  readonly sqliteBinding: string | undefined
}

/** Sets the switches. False after a refusal, and where the app runs already; then it ends. */
function mayStart(): boolean {
  const refused = setSwitches(app.commandLine, { isPackaged: app.isPackaged })
  if (refused === null && app.requestSingleInstanceLock()) return true
  if (refused !== null) {
    const why = 'because it would run without its sandbox. Start it without that switch.'
    process.stderr.write(`Gatehouse does not start with --${refused}, ${why}\n`)
  }
  app.exit(refused === null ? 0 : 1)
  return false
}

/** What the engine is asked, with what its answers tell the rest of the app: whether a vault is open. */
function watchEngine(engine: EngineClient, onOpened: (handle: string) => void) {
  let isOpen = false
  const end = () => {
    isOpen = false
    return engine.end()
  }
  const call = async (name: ProcedureName, input: unknown): Promise<Outcome<unknown>> => {
    // The page asks this before anything else. Without a process there is no open vault, and asking would start one that holds 100 MB.
    if (name === 'vault.state' && !engine.isRunning()) return { ok: true, value: { vault: null } }
    const outcome = await engine.call(name, input)
    if (outcome.ok && (name === 'vault.open' || name === 'vault.create' || name === 'vault.openWithDevice')) {
      isOpen = true
      onOpened(handleIn(input) ?? '')
    }
    if (!outcome.ok && (outcome.fault.code === 'vault-locked' || outcome.fault.code === 'engine-stopped')) isOpen = false
    if (name === 'vault.lock') await end()
    return outcome
  }
  return { call, end, isRunning: engine.isRunning, isVaultOpen: () => isOpen && engine.isRunning() }
}

/** Runs the whole app. Returns at once; Electron's own loop goes on. */
export function startApp(files: AppFiles): void {
  removeNodeNetwork([[net, ['request', 'fetch', 'resolveHost']]])
  process.umask(0o077)
  if (!mayStart()) return
  // Root cannot start Chromium's sandbox; a developer's run as root says --no-sandbox, a packaged app refuses it above.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  announceScheme()
  silenceSessions()
  confineAllPages()
  const { enginePath } = files
  const tokens = createTokenModules(join(app.getPath('userData'), 'token-modules.json'), createTokenDesk(tokenChildAt(files.tokenPath)))
  const settings = createSettingsKeeper(join(app.getPath('userData'), 'settings.json'))
  const language = () => settings.reading().settings.language
  const engine = createEngineClient(enginePath, engineStart(files, language()), tokens.desk)
  let window: BrowserWindow | null = null
  const requireWindow = () => {
    if (!window) throw new Error('There is no window.')
    return window
  }
  const look = createWindowLook(settings)
  const isOwn = (event: IpcMainInvokeEvent) => window !== null && isOwnPage(window, event)
  const locking = answerAndLock(engine, settings, { window: requireWindow, isOwn, tokens, ...files })
  endInOrder(async () => {
    await locking.clearClipboard()
    await engine.end()
  })
  app.on('second-instance', () => {
    // Whoever starts it again looks for the window that is there: also one that is minimized.
    if (window?.isMinimized() === true) window.restore()
    window?.show()
    window?.focus()
  })
  app.on('window-all-closed', () => app.quit())
  void app.whenReady().then(() => {
    const { wish } = locking.locker
    setWindowLanguage(language())
    const showMenu = () => setApplicationMenu({ lock: () => wish('lock'), go: wish, zoom: look.zoom })
    showMenu()
    settings.onChange((now) => (setWindowLanguage(now.language) ? showMenu() : undefined))
    look.begin()
    window = openMainWindow({ ...files, language }, createWindowMemory(join(app.getPath('userData'), 'window.json')))
    look.dress(window)
    void readyDoor()
    window.webContents.on('input-event', locking.touch)
    locking.watch()
    window.on('closed', () => {
      window = null
    })
  })
}

function engineStart({ resourcesDirectory, sqliteBinding }: Pick<AppFiles, 'resourcesDirectory' | 'sqliteBinding'>, language: string) {
  return { resourcesDirectory, language, applicationVersion: app.getVersion(), ...(sqliteBinding === undefined ? {} : { sqliteBinding }) }
}

function handleIn(input: unknown): string | null {
  return typeof input === 'object' && input !== null && 'handle' in input && typeof input.handle === 'string' ? input.handle : null
}

interface OwnWindow {
  readonly window: () => BrowserWindow
  readonly isOwn: (event: IpcMainInvokeEvent) => boolean
  readonly tokens: TokenModules
  readonly pageDirectory: string
  readonly sbomPath: string
}

/** Opens the door: the engine answers what concerns the vault, this process what concerns the window, the lock and this device. */
function answerAndLock(
  engine: EngineClient,
  settings: SettingsKeeper,
  { window, isOwn, tokens, pageDirectory, sbomPath }: OwnWindow,
): Locking {
  const userData = app.getPath('userData')
  const recents = rememberVaults(join(userData, 'recent-vaults.json'), settings, engine.grant)
  const watched = watchEngine(engine, recents.noteOpened)
  const grant: EngineClient['grant'] = (handle, path, purpose) => {
    recents.noteGrant(handle, path, purpose)
    engine.grant(handle, path, purpose)
  }
  const locking = createLocking({
    settings,
    isVaultOpen: watched.isVaultOpen,
    isEngineBusy: engine.isBusy,
    endEngine: () => {
      stopDrawing()
      return watched.end()
    },
    showFreshPage: () => showFreshPage(window()),
  })
  const memory = createDeviceMemory(join(userData, 'remembered'), systemStore)
  const answering: Answering = {
    callEngine: watched.call,
    windowHandlers: {
      ...createDialogs(window, grant),
      ...createKeyFileDialogs(window, engine.grant),
      ...createBackupDialogs(window, grant),
      ...createExportDialogs(window, grant),
      ...createSignerDialogs(window, grant),
      ...tokens.handlers(window, engine.grant),
      ...createLogoDialog(window, engine.grant),
      ...createFindingsDialog(window, engine.grant),
      ...createPartiesDialog(window, engine.grant),
      ...createEvidenceHandlers({ window, grant: engine.grant, callEngine: watched.call, pageDirectory }),
      ...createDeviceHandlers(watched, memory, systemStore),
      ...locking.handlers,
      ...recents.handlers,
      'keys.progress': () => ({ progress: engine.progress() }),
      ...createMakingHandlers(engine),
      ...createAboutHandlers(window, sbomPath),
      'app.reportFault': ({ where, kind }) => ({ faultId: logFault(`page ${where} ${kind}`, null) }),
    },
    log: logFault,
  }
  openDoor(answering, isOwn)
  return locking
}

/** Quits only after the engine has saved what it was given and closed the vault. */
function endInOrder(endEngine: () => Promise<void>): void {
  let isEnded = false
  app.on('will-quit', (event) => {
    if (isEnded) return
    event.preventDefault()
    void endEngine().finally(() => {
      isEnded = true
      // Electron ignores a quit asked for while it still hands out "will-quit", as happens when no engine runs.
      setImmediate(() => app.quit())
    })
  })
}
