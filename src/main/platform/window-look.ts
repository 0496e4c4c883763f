// Makes the window look as the settings say: light or dark, and the size of its content.
import { type BrowserWindow, nativeTheme } from 'electron'
import type { SettingsKeeper } from './settings-keeper.ts'
import { stepZoom } from './zoom-step.ts'

export interface WindowLook {
  /** Before the first window, so that it never flashes in the other colours. */
  readonly begin: () => void
  /** A window was opened. */
  readonly dress: (window: BrowserWindow) => void
  readonly zoom: (step: 'in' | 'out' | 'reset') => void
}

export function createWindowLook(settings: SettingsKeeper): WindowLook {
  let window: BrowserWindow | null = null
  const apply = () => {
    const { appearance, zoomPercent } = settings.reading().settings
    nativeTheme.themeSource = appearance
    const factor = zoomPercent / 100
    if (window !== null && !window.isDestroyed() && Math.abs(window.webContents.getZoomFactor() - factor) > 0.001)
      window.webContents.setZoomFactor(factor)
  }
  settings.onChange(apply)
  const zoom: WindowLook['zoom'] = (step) => {
    const { settings: now } = settings.reading()
    // A disk that cannot be written keeps the size as it is; the settings screen says why when somebody changes it there.
    try {
      settings.save({ ...now, zoomPercent: stepZoom(now.zoomPercent, step) })
    } catch {
      apply()
    }
  }
  return {
    begin: apply,
    dress: (opened) => {
      window = opened
      // Chromium knows a page's size by its address, and only once it is there; 100 % it has by itself.
      opened.webContents.once('did-finish-load', () => {
        if (settings.reading().settings.zoomPercent !== 100) apply()
      })
      opened.webContents.on('zoom-changed', (_event, direction) => zoom(direction))
      opened.once('closed', () => {
        window = null
      })
    },
    zoom,
  }
}
