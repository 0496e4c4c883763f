// What the page asks about settings, lock and clipboard, and what locks the vault without being asked: idleness, the screen lock, suspend.
import { clipboard, powerMonitor } from 'electron'
import type { LeftSession, NotedPlace } from '#shared/contract/settings.ts'
import type { WindowHandlers } from '../ipc/answer-call.ts'
import { createIdleClock } from './idle-clock.ts'
import { createLocker, type Locker } from './locker.ts'
import { clipboardSeconds, createSecretClipboard } from './secret-clipboard.ts'
import type { SettingsKeeper } from './settings-keeper.ts'

type LockHandlers = Pick<
  WindowHandlers,
  'settings.read' | 'settings.save' | 'app.nextWish' | 'app.lock' | 'app.notePlace' | 'app.lastSession' | 'app.copySecret'
>

export interface LockPlace {
  readonly settings: SettingsKeeper
  readonly isVaultOpen: () => boolean
  readonly isEngineBusy: () => boolean
  readonly endEngine: () => Promise<void>
  readonly showFreshPage: () => void
}

export interface Locking {
  readonly handlers: LockHandlers
  readonly locker: Locker
  /** Somebody did something in the window. */
  readonly touch: () => void
  /** Watches clock and system from now on; only once the app is ready. */
  readonly watch: () => void
  readonly clearClipboard: () => Promise<void>
}

const lookEveryMs = 500

function schedule(run: () => void, delayMs: number): () => void {
  const timer = setTimeout(run, delayMs)
  return () => clearTimeout(timer)
}

// Electron hears of the screen lock from macOS and Windows only.
const knowsScreenLock = process.platform === 'darwin' || process.platform === 'win32'

export function createLocking(place: LockPlace): Locking {
  let left: LeftSession | null = null
  let noted: NotedPlace | null = null
  const secrets = createSecretClipboard(clipboard, schedule)
  const locker = createLocker({ ...place, clearClipboard: secrets.clear, schedule })
  const clock = createIdleClock({
    nowMs: () => performance.now(),
    limitSeconds: () => place.settings.reading().settings.idleLockSeconds,
    isBusy: () => !place.isVaultOpen() || place.isEngineBusy(),
    onIdle: () => locker.wish('lock-idle'),
  })
  const describe = () => ({ ...place.settings.reading(), knowsScreenLock })
  return {
    locker,
    touch: clock.touch,
    clearClipboard: secrets.clear,
    watch: () => {
      setInterval(clock.look, lookEveryMs).unref()
      powerMonitor.on('lock-screen', () => locker.wish('lock-screen'))
      powerMonitor.on('suspend', () => locker.wish('lock-suspend'))
      // Where the warning before sleep was missed, the vault does not stay open after it.
      powerMonitor.on('resume', () => locker.wish('lock-suspend'))
    },
    handlers: {
      'settings.read': describe,
      'settings.save': (settings) => {
        place.settings.save(settings)
        return describe()
      },
      'app.nextWish': async () => ({ wish: await locker.nextWish() }),
      'app.lock': async (input) => {
        left = input.left
        noted = null
        await locker.lock(left === null)
        return {}
      },
      'app.notePlace': (place) => {
        noted = place
        return {}
      },
      'app.lastSession': () => ({ left, noted }),
      'app.copySecret': async ({ text }) => {
        await secrets.copy(text)
        return { seconds: clipboardSeconds }
      },
    },
  }
}
