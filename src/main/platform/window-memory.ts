// Puts the window where it stood last and notes where it stands.
import { type BrowserWindow, screen } from 'electron'
import { logFault } from './fault-log.ts'
import { placeOnDisplays, readWindowPlace, writeWindowPlace } from './window-place.ts'

/** Moving a window makes hundreds of events; so long after the last one it is noted, in milliseconds. */
const settleMs = 600

export interface WindowMemory {
  /** Size and place for a new window; only once the app is ready. */
  readonly recall: () => ReturnType<typeof placeOnDisplays> & { readonly isMaximized: boolean }
  readonly watch: (window: BrowserWindow) => void
}

export function createWindowMemory(path: string): WindowMemory {
  const note = (window: BrowserWindow) => {
    if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return
    try {
      writeWindowPlace(path, { bounds: window.getNormalBounds(), isMaximized: window.isMaximized() })
    } catch (error) {
      logFault('window place', error)
    }
  }
  return {
    recall: () => {
      const last = readWindowPlace(path)
      const areas = screen.getAllDisplays().map(({ workArea }) => workArea)
      return { ...placeOnDisplays(last, areas), isMaximized: last?.isMaximized ?? false }
    },
    watch: (window) => {
      let timer: NodeJS.Timeout | undefined
      const later = () => {
        clearTimeout(timer)
        timer = setTimeout(() => note(window), settleMs)
      }
      window.on('resize', later)
      window.on('move', later)
      window.on('maximize', later)
      window.on('unmaximize', later)
      window.on('close', () => note(window))
      window.on('closed', () => clearTimeout(timer))
    },
  }
}
