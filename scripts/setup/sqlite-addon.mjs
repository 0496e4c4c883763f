// Rebuilds the encrypted SQLite addon for the fallback Electron, whose Node-API is older than the shipped binary needs.
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { lastWords, runQuietly } from './child.mjs'
import { FALLBACK_VERSION } from './electron-fallback.mjs'
import { findNodeGyp, findNodeHeaders } from './node-gyp.mjs'
import { inCache, inRepo, projectNode } from './places.mjs'
import { say, step } from './progress.mjs'
import { SetupFault } from './setup-fault.mjs'
import { readStamp, writeStamp } from './stamp-file.mjs'
import { ensureCompilers } from './system-packages.mjs'
import { withLock } from './work-lock.mjs'

const FLAGS = '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'
const SOURCES = ['binding.gyp', 'package.json', 'deps', 'lib', 'src']
const SMOKE = fileURLToPath(new URL('sqlite-smoke.cjs', import.meta.url))
const BUILD_PATIENCE_MS = 20 * 60_000

const sqlitePackage = () => inRepo('node_modules', 'better-sqlite3')

const recipeKey = () => {
  const { version } = JSON.parse(readFileSync(path.join(sqlitePackage(), 'package.json'), 'utf8'))
  const hash = createHash('sha256').update(FLAGS).update(FALLBACK_VERSION)
  for (const file of ['binding.gyp', 'src/better_sqlite3.cpp', 'deps/defines.gypi']) hash.update(readFileSync(path.join(sqlitePackage(), file)))
  return `${version}-electron-${FALLBACK_VERSION}-${hash.digest('hex').slice(0, 12)}`
}

const addonFolder = () => inCache('sqlite', recipeKey())

const hashOf = (file) => createHash('sha256').update(readFileSync(file)).digest('hex')

const isComplete = (folder) => {
  const stamp = readStamp(path.join(folder, 'complete.json'))
  const addon = path.join(folder, 'better_sqlite3.node')
  return stamp !== null && existsSync(addon) && hashOf(addon) === stamp.sha256
}

const copySources = (folder) => {
  for (const source of SOURCES) cpSync(path.join(sqlitePackage(), source), path.join(folder, source), { recursive: true })
  cpSync(inRepo('node_modules', 'node-addon-api'), path.join(folder, 'node_modules', 'node-addon-api'), { recursive: true })
}

const compile = async (folder) => {
  const nodeGyp = await findNodeGyp()
  const headers = findNodeHeaders()
  const args = [nodeGyp, 'rebuild', '--release', '--force_build=1', '--jobs=max']
  if (headers !== null) args.push(`--nodedir=${headers}`)
  const env = { ...process.env, CXXFLAGS: FLAGS, PATH: `${inRepo('node_modules', '.bin')}${path.delimiter}${process.env.PATH}` }
  const result = await runQuietly(process.execPath, args, { cwd: folder, env, timeoutMs: BUILD_PATIENCE_MS })
  if (result.code === 0) return
  const words = `${result.stdout}\n${result.stderr}`
  if (/No space left|ENOSPC/u.test(words)) throw Object.assign(new Error('disk full'), { code: 'ENOSPC', path: folder })
  if (/node_api\.h|getaddrinfo|ENOTFOUND/u.test(words))
    throw new SetupFault('Node\'s C headers were not found; install them (Debian, Ubuntu: apt-get install libnode-dev) or set npm_config_nodedir to a Node folder that holds include/node, then run the command again.')
  throw new SetupFault(`The SQLite addon could not be compiled: ${lastWords(result)} Run the command again with GATEHOUSE_DEBUG=1 for the compiler's output.`, { cause: words })
}

/** Opens an encrypted database on the given Electron; throws unless that works. */
export const smokeTestSqlite = async ({ electronPath, addon }) => {
  const args = [SMOKE, sqlitePackage(), ...(addon === null ? [] : [addon])]
  const result = await runQuietly(electronPath, args, { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' }, timeoutMs: 60_000 })
  if (result.code !== 0)
    throw new SetupFault(`The encrypted database does not open on this Electron (${lastWords(result)}); delete ${inCache('sqlite')} and run the command again.`)
}

const build = async ({ electronPath, target }) => {
  mkdirSync(inCache('sqlite'), { recursive: true })
  const draft = mkdtempSync(inCache('sqlite', 'unfinished-'))
  try {
    copySources(draft)
    await compile(draft)
    const made = path.join(draft, 'made')
    mkdirSync(made)
    const addon = path.join(made, 'better_sqlite3.node')
    cpSync(path.join(draft, 'build', 'Release', 'better_sqlite3.node'), addon)
    await smokeTestSqlite({ electronPath, addon })
    writeStamp(path.join(made, 'complete.json'), { sha256: hashOf(addon), electron: FALLBACK_VERSION })
    rmSync(target, { recursive: true, force: true })
    renameSync(made, target)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

/** Returns the path of the addon rebuilt for the fallback Electron, building it once into the cache. */
export const ensureSqliteAddon = async (electronPath) => {
  const target = addonFolder()
  if (!isComplete(target)) {
    await withLock(inCache(), async () => {
      if (isComplete(target)) return
      if (existsSync(target)) say('the stored SQLite addon is damaged; it is built again')
      await ensureCompilers()
      await step(['compiling the SQLite addon for the fallback Electron, once', '1 to 3 min'], () => build({ electronPath, target }))
    })
  }
  return path.join(target, 'better_sqlite3.node')
}
