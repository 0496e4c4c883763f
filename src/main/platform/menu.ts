// The application menu: every place and the main actions with their shortcuts, and nothing that reaches outside.
import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { MenuWish } from '#shared/contract/settings.ts'
import { windowWord } from './window-words.ts'

/** What the menu asks for in our own words. */
export interface MenuActions {
  readonly lock: () => void
  /** Leads to a screen or opens the palette; does nothing while the vault is locked. */
  readonly go: (wish: MenuWish) => void
  readonly zoom: (step: 'in' | 'out' | 'reset') => void
}

const isMac = process.platform === 'darwin'
const line: MenuItemConstructorOptions = { type: 'separator' }

type Label = Parameters<Parameters<typeof windowWord>[0]>[0]['menu']

const say = (name: keyof Label) => windowWord(({ menu }) => menu[name])

/** Wish and shortcut of each place, in the order of the list in the window. */
const places: readonly (readonly [MenuWish & keyof Label, string?])[] = [
  ['home', 'CommandOrControl+1'],
  ['third-parties', 'CommandOrControl+2'],
  ['findings', 'CommandOrControl+3'],
  ['screening'],
  ['portfolio', 'CommandOrControl+4'],
  ['crown-jewels', 'CommandOrControl+5'],
  ['organization', 'CommandOrControl+6'],
  ['reports', 'CommandOrControl+7'],
  ['verify', 'CommandOrControl+8'],
  ['packs', 'CommandOrControl+9'],
  ['history'],
]

function goItems(go: MenuActions['go']): MenuItemConstructorOptions[] {
  const search: MenuItemConstructorOptions = {
    id: 'palette',
    label: say('search'),
    accelerator: 'CommandOrControl+K',
    click: () => go('palette'),
  }
  const items = places.map(([wish, accelerator]): MenuItemConstructorOptions => ({
    id: wish,
    label: say(wish),
    click: () => go(wish),
    ...(accelerator === undefined ? {} : { accelerator }),
  }))
  return [search, line, ...items]
}

function fileItems({ go, lock }: MenuActions): MenuItemConstructorOptions[] {
  return [
    { id: 'new-third-party', label: say('addThirdParty'), accelerator: 'CommandOrControl+N', click: () => go('new-third-party') },
    line,
    { id: 'lock', label: say('lock'), accelerator: 'CommandOrControl+L', click: lock },
    { id: 'settings', label: say('settings'), accelerator: 'CommandOrControl+,', click: () => go('settings') },
    line,
    isMac ? { role: 'close', label: say('close') } : { role: 'quit', label: say('quit') },
  ]
}

function viewItems({ zoom }: MenuActions): MenuItemConstructorOptions[] {
  const items: MenuItemConstructorOptions[] = [
    { id: 'zoom-reset', label: say('actualSize'), accelerator: 'CommandOrControl+0', click: () => zoom('reset') },
    { id: 'zoom-in', label: say('zoomIn'), accelerator: 'CommandOrControl+Plus', click: () => zoom('in') },
    { id: 'zoom-out', label: say('zoomOut'), accelerator: 'CommandOrControl+-', click: () => zoom('out') },
    line,
    { role: 'togglefullscreen', label: say('fullScreen') },
  ]
  return app.isPackaged ? items : [...items, line, { role: 'toggleDevTools' }]
}

/** The system's own entries, which mind the text field with the focus, and those for answers. */
function editItems({ go }: MenuActions): MenuItemConstructorOptions[] {
  return [
    { role: 'undo', label: say('undo') },
    { role: 'redo', label: say('redo') },
    line,
    { role: 'cut', label: say('cut') },
    { role: 'copy', label: say('copy') },
    { role: 'paste', label: say('paste') },
    { role: 'selectAll', label: say('selectAll') },
    line,
    { id: 'undo-answer', label: say('undoAnswer'), click: () => go('undo-answer') },
    { id: 'redo-answer', label: say('redoAnswer'), click: () => go('redo-answer') },
  ]
}

export function setApplicationMenu(actions: MenuActions): void {
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [{ role: 'appMenu' as const }] : []),
    { label: say('file'), submenu: fileItems(actions) },
    { role: 'editMenu', label: say('edit'), submenu: editItems(actions) },
    { label: say('go'), submenu: goItems(actions.go) },
    { label: say('view'), submenu: viewItems(actions) },
    {
      role: 'windowMenu',
      label: say('window'),
      submenu: [
        { role: 'minimize', label: say('minimize') },
        { role: 'close', label: say('close') },
      ],
    },
    {
      role: 'help',
      label: say('help'),
      submenu: [
        { id: 'help', label: say('manual'), accelerator: 'F1', click: () => actions.go('help') },
        { id: 'about', label: say('about'), click: () => actions.go('about') },
      ],
    },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
