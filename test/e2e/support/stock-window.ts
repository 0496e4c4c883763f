// A window as Electron opens it when nobody hardens it: what the app's tests forbid has to happen here.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { electronPath, holdUntilAttached, type Place } from './app.ts'

/** Counts every navigation that begins and every page that is made, and prevents none. Drops lead away once that is asked for. */
const mainScript = `
const { app, BrowserWindow } = require('electron')
globalThis.departures = 0
const count = () => { globalThis.departures += 1 }
app.on('web-contents-created', (_event, contents) => { count(); contents.on('did-start-navigation', count) })
void app.whenReady().then(() => new BrowserWindow({ webPreferences: { navigateOnDragDrop: true } }).loadFile('page.html'))
`

/** Writes the stock app into the place and returns its folder. */
export function layOutStockApp(place: Place): string {
  const folder = join(place.folder, 'stock')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "name": "stock", "main": "main.cjs" }')
  writeFileSync(join(folder, 'page.html'), '<!doctype html><title>Stock</title><p>Stock</p>')
  writeFileSync(join(folder, 'main.cjs'), mainScript)
  return folder
}

interface StockWindow {
  readonly app: ElectronApplication
  readonly page: Page
  /** How often it has set out for another page so far. */
  readonly departures: () => Promise<number>
}

/** A stock window of its own: what one way out opened is never there for the next. */
export async function startStockWindow(place: Place): Promise<StockWindow> {
  const folder = layOutStockApp(place)
  const noNames = '--host-resolver-rules=MAP * ~NOTFOUND'
  const args = [...holdUntilAttached, '--no-sandbox', noNames, `--user-data-dir=${join(folder, 'user-data')}`, folder]
  const app = await _electron.launch({ executablePath: electronPath(), args, cwd: folder })
  const page = await app.firstWindow()
  await page.waitForLoadState()
  return { app, page, departures: () => app.evaluate(() => Number(Reflect.get(globalThis, 'departures'))) }
}
