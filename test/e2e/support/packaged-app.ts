// Lays the built app and its runtime out as an installed program, owned by nobody special, and starts it as an ordinary user.
import { chmodSync, chownSync, copyFileSync, cpSync, existsSync, linkSync, mkdirSync, readdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { electronPath, type Place } from './app.ts'
import { type Started, startPlainly } from './plain-start.ts'

const root = resolve(import.meta.dirname, '../../..')

/** The number of the user "nobody" on every Linux. */
const nobodyId = 65_534

export interface PackagedApp {
  /** Starts it with these arguments, as an ordinary user even where the tests run as root. */
  readonly start: (words: readonly string[]) => Started
}

/** Links are at once; only another file system makes a copy of some 230 MB necessary. */
function placeFile(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch {
    copyFileSync(from, to)
  }
}

function placeFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) placeFolder(source, target)
    else placeFile(source, target)
  }
}

/** The program's folder. What is not called "electron" is a packaged app to Electron. */
function layOut(place: Place): string {
  const folder = join(place.folder, 'installed')
  const runtime = dirname(electronPath())
  for (const name of readdirSync(runtime).filter((entry) => entry !== 'electron' && entry !== 'chrome-sandbox')) {
    const source = join(runtime, name)
    if (readdirOrNull(source) === null) {
      mkdirSync(folder, { recursive: true })
      placeFile(source, join(folder, name))
    } else placeFolder(source, join(folder, name))
  }
  placeFile(electronPath(), join(folder, 'gatehouse'))
  const app = join(folder, 'resources', 'app')
  for (const name of ['out/main', 'out/preload', 'out/renderer', 'package.json'])
    cpSync(join(root, name), join(app, name), { recursive: true })
  return folder
}

function readdirOrNull(path: string): string[] | null {
  try {
    return readdirSync(path)
  } catch {
    return null
  }
}

/** Where user namespaces are forbidden, Chromium's helper has to be root's, as a package installs it. */
function installSandboxHelper(folder: string): void {
  const source = join(dirname(electronPath()), 'chrome-sandbox')
  if (!existsSync(source)) return
  const helper = join(folder, 'chrome-sandbox')
  copyFileSync(source, helper)
  chmodSync(helper, 0o4755)
}

/** Lets an ordinary user in: to the folder, and to the display the tests use. */
function letIn(place: Place, userId: number): NodeJS.ProcessEnv {
  chmodSync(place.folder, 0o755)
  const home = join(place.folder, 'home')
  mkdirSync(home)
  const given = process.env['XAUTHORITY']
  const authority = join(home, 'Xauthority')
  if (given !== undefined && existsSync(given)) {
    copyFileSync(given, authority)
    chownSync(authority, userId, userId)
  }
  for (const path of [home, place.temporary]) chownSync(path, userId, userId)
  return { HOME: home, XAUTHORITY: authority, XDG_RUNTIME_DIR: home }
}

export function makePackagedApp(place: Place): PackagedApp {
  const isRoot = process.getuid?.() === 0
  const folder = layOut(place)
  if (isRoot) installSandboxHelper(folder)
  const own = isRoot ? letIn(place, nobodyId) : {}
  const { ELECTRON_RUN_AS_NODE: _, ...environment } = process.env
  const env = { ...environment, ...own, TMPDIR: place.temporary }
  return {
    start: (words) => startPlainly([join(folder, 'gatehouse'), ...words], { env, cwd: folder, ...(isRoot ? { userId: nobodyId } : {}) }),
  }
}
