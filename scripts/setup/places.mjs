// Where set-up keeps things: the repository, its node_modules, and the per-user cache outside the repository.
import { homedir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { SetupFault } from './setup-fault.mjs'

/** The repository's root folder; GATEHOUSE_ROOT moves it, which only set-up's own tests use. */
const repoRoot = process.env.GATEHOUSE_ROOT ?? fileURLToPath(new URL('../..', import.meta.url))

/** A path inside the repository. */
export const inRepo = (...parts) => path.join(repoRoot, ...parts)

/** Node 24 as installed by npm; every build, test and command-line run uses it. */
export const projectNode = () => inRepo('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

const userCache = (env) => {
  if (env.XDG_CACHE_HOME !== undefined && path.isAbsolute(env.XDG_CACHE_HOME)) return env.XDG_CACHE_HOME
  if (process.platform === 'win32' && env.LOCALAPPDATA !== undefined) return env.LOCALAPPDATA
  const home = env.HOME ?? homedir()
  if (home === '') throw new SetupFault('HOME is not set; set XDG_CACHE_HOME to a folder you can write, then run the command again.')
  return path.join(home, '.cache')
}

/** The per-user cache folder ($XDG_CACHE_HOME/gatehouse or ~/.cache/gatehouse). */
const cacheFolder = (env = process.env) => path.join(userCache(env), 'gatehouse')

/** A path inside the per-user cache folder. */
export const inCache = (...parts) => path.join(cacheFolder(), ...parts)
