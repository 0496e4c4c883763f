// The application menu: what every desktop program has, and nothing that reaches outside.
import { app, Menu, type MenuItemConstructorOptions } from 'electron'

/** What the menu asks for in our own words. */
export interface MenuActions {
  readonly lock: () => void
  readonly openSettings: () => void
}

export function setApplicationMenu(actions: MenuActions): void {
  const view: MenuItemConstructorOptions[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
  ]
  if (!app.isPackaged) view.push({ type: 'separator' }, { role: 'toggleDevTools' })
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' as const }] : []),
    {
      label: '&File',
      submenu: [
        { id: 'lock', label: 'Lock now', accelerator: 'CommandOrControl+L', click: actions.lock },
        { id: 'settings', label: 'Settings', accelerator: 'CommandOrControl+,', click: actions.openSettings },
        { type: 'separator' },
        process.platform === 'darwin' ? { role: 'close' } : { role: 'quit' },
      ],
    },
    { role: 'editMenu' },
    { label: '&View', submenu: view },
    { role: 'windowMenu' },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
