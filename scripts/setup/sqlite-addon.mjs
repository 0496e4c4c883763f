// Rebuilds the encrypted SQLite addon for the fallback Electron, whose Node-API is older than the shipped binary needs.
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { lastWords, runQuietly } from './child.mjs'
import { makeInDraft } from './draft-folder.mjs'
import { FALLBACK_VERSION } from './electron-fallback.mjs'
import { isSealed, sealFolder } from './folder-seal.mjs'
import { findNodeGyp, findNodeHeaders } from './node-gyp.mjs'
import { inCache, inRepo } from './places.mjs'
import { say, step } from './progress.mjs'
import { SetupFault } from './setup-fault.mjs'
import { smokeTestSqlite } from './sqlite-smoke.mjs'
import { ensureCompilers } from './system-packages.mjs'
import { withLock } from './work-lock.mjs'

const FLAGS = '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'
const SOURCES = ['binding.gyp', 'package.json', 'deps', 'lib', 'src']
const BUILD_PATIENCE_MS = 20 * 60_000

const sqlitePackage = () => inRepo('node_modules', 'better-sqlite3')

const recipeKey = () => {
  const { version } = JSON.parse(readFileSync(path.join(sqlitePackage(), 'package.json'), 'utf8'))
  const hash = createHash('sha256').update(FLAGS).update(FALLBACK_VERSION)
  for (const file of ['binding.gyp', 'src/better_sqlite3.cpp', 'deps/defines.gypi'])
    hash.update(readFileSync(path.join(sqlitePackage(), file)))
  return `${version}-electron-${FALLBACK_VERSION}-${hash.digest('hex').slice(0, 12)}`
}

const addonFolder = () => inCache('sqlite', recipeKey())

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
    throw new SetupFault(
      "Node's C headers were not found; install them (Debian, Ubuntu: apt-get install libnode-dev) or set npm_config_nodedir to a Node folder that holds include/node, then run the command again.",
    )
  throw new SetupFault(
    `The SQLite addon could not be compiled: ${lastWords(result)} Run the command again with GATEHOUSE_DEBUG=1 for the compiler's output.`,
    { cause: words },
  )
}

const build = ({ electronPath, target }) =>
  makeInDraft(target, async (draft) => {
    copySources(draft)
    await compile(draft)
    const made = path.join(draft, 'made')
    mkdirSync(made)
    const addon = path.join(made, 'better_sqlite3.node')
    cpSync(path.join(draft, 'build', 'Release', 'better_sqlite3.node'), addon)
    const smoke = await smokeTestSqlite({ electronPath, addon })
    if (smoke.code !== 0)
      throw new SetupFault(
        `The compiled SQLite addon does not work on this Electron (${lastWords(smoke)}); try another compiler (CC, CXX) and run the command again.`,
      )
    sealFolder(made, path.basename(target))
    return made
  })

/** Returns the path of the addon rebuilt for the fallback Electron, building it once into the cache. */
export const ensureSqliteAddon = async (electronPath) => {
  const target = addonFolder()
  if (!isSealed(target, path.basename(target))) {
    await withLock(inCache(), async () => {
      if (isSealed(target, path.basename(target))) return
      if (existsSync(target)) say('the stored SQLite addon is damaged; it is built again')
      await ensureCompilers()
      await step({ title: 'compiling the SQLite addon for the fallback Electron, once', cost: '1 to 3 min' }, () =>
        build({ electronPath, target }),
      )
    })
  }
  return path.join(target, 'better_sqlite3.node')
}
