// The application menu: every place and the main actions with their shortcuts, and nothing that reaches outside.
import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { MenuWish } from '#shared/contract/settings.ts'

/** What the menu asks for in our own words. */
export interface MenuActions {
  readonly lock: () => void
  /** Leads to a screen or opens the palette; does nothing while the vault is locked. */
  readonly go: (wish: MenuWish) => void
  readonly zoom: (step: 'in' | 'out' | 'reset') => void
}

const isMac = process.platform === 'darwin'
const line: MenuItemConstructorOptions = { type: 'separator' }

/** Label, wish and shortcut of each place, in the order of the list in the window. */
const places: readonly (readonly [string, MenuWish, string?])[] = [
  ['&Home', 'home', 'CommandOrControl+1'],
  ['&Third parties', 'third-parties', 'CommandOrControl+2'],
  ['&Findings', 'findings', 'CommandOrControl+3'],
  ['&Screening', 'screening'],
  ['&Portfolio', 'portfolio', 'CommandOrControl+4'],
  ['&Crown jewels', 'crown-jewels', 'CommandOrControl+5'],
  ['&Organization', 'organization', 'CommandOrControl+6'],
  ['&Reports', 'reports', 'CommandOrControl+7'],
  ['Chec&k a report', 'verify', 'CommandOrControl+8'],
  ['&Question packs', 'packs', 'CommandOrControl+9'],
  ['Histor&y', 'history'],
]

function goItems(go: MenuActions['go']): MenuItemConstructorOptions[] {
  const search: MenuItemConstructorOptions = {
    id: 'palette',
    label: '&Search or go to…',
    accelerator: 'CommandOrControl+K',
    click: () => go('palette'),
  }
  const items = places.map(([label, wish, accelerator]): MenuItemConstructorOptions => ({
    id: wish,
    label,
    click: () => go(wish),
    ...(accelerator === undefined ? {} : { accelerator }),
  }))
  return [search, line, ...items]
}

function fileItems({ go, lock }: MenuActions): MenuItemConstructorOptions[] {
  return [
    { id: 'new-third-party', label: '&Add a third party', accelerator: 'CommandOrControl+N', click: () => go('new-third-party') },
    line,
    { id: 'lock', label: '&Lock now', accelerator: 'CommandOrControl+L', click: lock },
    { id: 'settings', label: '&Settings', accelerator: 'CommandOrControl+,', click: () => go('settings') },
    line,
    isMac ? { role: 'close' } : { role: 'quit' },
  ]
}

function viewItems({ zoom }: MenuActions): MenuItemConstructorOptions[] {
  const items: MenuItemConstructorOptions[] = [
    { id: 'zoom-reset', label: '&Actual size', accelerator: 'CommandOrControl+0', click: () => zoom('reset') },
    { id: 'zoom-in', label: 'Zoom &in', accelerator: 'CommandOrControl+Plus', click: () => zoom('in') },
    { id: 'zoom-out', label: 'Zoom &out', accelerator: 'CommandOrControl+-', click: () => zoom('out') },
    line,
    { role: 'togglefullscreen' },
  ]
  return app.isPackaged ? items : [...items, line, { role: 'toggleDevTools' }]
}

/** The system's own entries, which mind the text field with the focus, and those for answers. */
function editItems({ go }: MenuActions): MenuItemConstructorOptions[] {
  return [
    { role: 'undo' },
    { role: 'redo' },
    line,
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'selectAll' },
    line,
    { id: 'undo-answer', label: '&Take the last change of an answer back', click: () => go('undo-answer') },
    { id: 'redo-answer', label: '&Do it again', click: () => go('redo-answer') },
  ]
}

export function setApplicationMenu(actions: MenuActions): void {
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [{ role: 'appMenu' as const }] : []),
    { label: '&File', submenu: fileItems(actions) },
    { role: 'editMenu', submenu: editItems(actions) },
    { label: '&Go', submenu: goItems(actions.go) },
    { label: '&View', submenu: viewItems(actions) },
    { role: 'windowMenu' },
    {
      role: 'help',
      submenu: [
        { id: 'help', label: '&Manual', accelerator: 'F1', click: () => actions.go('help') },
        { id: 'about', label: '&About Gatehouse', click: () => actions.go('about') },
      ],
    },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
