// Starts the built app in a real Electron window, with folders of its own, and answers its dialogs.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'

const root = resolve(import.meta.dirname, '../../..')

export interface Place {
  /** Everything the test may look through afterwards. */
  readonly folder: string
  readonly userData: string
  readonly temporary: string
  readonly vault: string
  readonly remove: () => void
}

/** A folder with room for a vault, the app's own data and its temporary files. */
export function makePlace(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-e2e-'))
  const temporary = mkdtempSync(join(folder, 'temporary-'))
  return {
    folder,
    userData: join(folder, 'user-data'),
    temporary,
    vault: join(folder, 'Example.gatehouse'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

export interface RunningApp {
  readonly app: ElectronApplication
  readonly page: Page
  /** What the app wrote to standard error. */
  readonly errors: () => string
}

/** The runtime under test; the test script provides it. */
export function electronPath(): string {
  const path = process.env['GATEHOUSE_ELECTRON_PATH']
  if (path === undefined) throw new Error('GATEHOUSE_ELECTRON_PATH is not set. Run the tests with "npm test".')
  return path
}

/** Goes before a program's own arguments: it begins to open windows once Playwright is there to see them. */
export const holdUntilAttached = ['-r', resolve(import.meta.dirname, 'hold-ready.cjs')]

/** The same, on what the engine takes for a slow machine: see slow-machine.cjs. */
const onSlowMachine = ['-r', resolve(import.meta.dirname, 'slow-machine.cjs')]

/** The app's arguments: its own user data, and no sandbox where root cannot have one. */
export function appArguments(place: Place): string[] {
  const isRoot = process.getuid?.() === 0
  return [...(isRoot ? ['--no-sandbox'] : []), `--user-data-dir=${place.userData}`, root]
}

export async function startApp(place: Place, executablePath = electronPath(), before = holdUntilAttached): Promise<RunningApp> {
  const { ELECTRON_RUN_AS_NODE: _, ...environment } = process.env
  const env = Object.fromEntries(
    Object.entries({ ...environment, TMPDIR: place.temporary }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
  const args = [...before, ...appArguments(place)]
  const app = await _electron.launch({ executablePath, args, env, cwd: root, timeout: 30_000 })
  let errors = ''
  app.process().stderr?.on('data', (chunk: Buffer) => {
    errors += chunk.toString()
  })
  const page = await app.firstWindow()
  await page.waitForLoadState()
  return { app, page, errors: () => errors }
}

/** Starts it on what it takes for a slow machine: for tests that are not about the keys of a vault, and would wait for them at every opening. */
export function startOnSlowMachine(place: Place): Promise<RunningApp> {
  return startApp(place, electronPath(), onSlowMachine)
}

/** Lets the next "save" dialogs answer with `path`. */
export async function answerSaveDialog({ app }: RunningApp, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, path)
}

/** Lets the next "open" dialogs answer with `path`. */
export async function answerOpenDialog({ app }: RunningApp, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
  }, path)
}
