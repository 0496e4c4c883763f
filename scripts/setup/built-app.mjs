// Builds the app into out/ when its sources, resources or tools have changed since the last complete build.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { lastWords, runQuietly } from './child.mjs'
import { inRepo, projectNode } from './places.mjs'
import { step } from './progress.mjs'
import { toolEnv, toolFile } from './project-tool.mjs'
import { SetupFault } from './setup-fault.mjs'
import { readStamp, writeStamp } from './stamp-file.mjs'
import { withLock } from './work-lock.mjs'

const INPUTS = ['src', 'resources', 'electron.vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.base.json']
const RESULTS = ['out/main/index.js', 'out/main/cli.js']

// The build must run on the oldest Electron in use, whichever one this machine has.
const OLDEST_ELECTRON_MAJOR = '33'

const isTest = (file) => /\.test\.tsx?$/u.test(file)

const filesUnder = (place) => {
  if (!existsSync(inRepo(place))) return []
  const items = readdirSync(inRepo(place), { recursive: true, withFileTypes: true }).filter((item) => item.isFile())
  return items.map((item) => path.join(item.parentPath, item.name))
}

const inputFiles = () =>
  INPUTS.flatMap((place) => (/\.\w+$/u.test(place) ? [inRepo(place)].filter((file) => existsSync(file)) : filesUnder(place)))

const hashSources = () => {
  const hash = createHash('sha256')
  const files = inputFiles()
    .filter((file) => !isTest(file))
    .toSorted()
  for (const file of files)
    hash
      .update(`${path.relative(inRepo(), file)}\0`)
      .update(readFileSync(file))
      .update('\0')
  return hash.digest('hex')
}

const stampFile = () => inRepo('out', 'build.json')

const isCurrent = (sources) => readStamp(stampFile())?.sources === sources && RESULTS.every((file) => existsSync(inRepo(file)))

const build = async (sources) => {
  rmSync(stampFile(), { force: true })
  const env = { ...toolEnv(), ELECTRON_MAJOR_VER: OLDEST_ELECTRON_MAJOR }
  const result = await runQuietly(projectNode(), [toolFile('electron-vite', 'electron-vite'), 'build', '--logLevel', 'warn'], {
    cwd: inRepo(),
    env,
  })
  if (result.code !== 0) {
    process.stderr.write(`\n${result.stdout}${result.stderr}\n`)
    if (/ENOSPC|No space left/u.test(result.stderr)) throw Object.assign(new Error('disk full'), { code: 'ENOSPC', path: inRepo('out') })
    throw new SetupFault(`The app could not be built (${lastWords(result)}); correct the error shown above and run the command again.`)
  }
  const absent = RESULTS.filter((file) => !existsSync(inRepo(file)))
  if (absent.length > 0)
    throw new SetupFault(`The build ended without ${absent.join(' and ')}; check the entries in electron.vite.config.ts.`)
  writeStamp(stampFile(), { sources })
}

/** Makes out/ match the sources; does nothing when it already does. */
export const ensureBuilt = async () => {
  if (isCurrent(hashSources())) return
  await withLock(inRepo('.cache'), async () => {
    // Hashed again inside the lock: another run may have built meanwhile, or the sources may have moved on.
    const sources = hashSources()
    if (!isCurrent(sources)) await step({ title: 'building the app', cost: 'about 5 s' }, () => build(sources))
  })
}
