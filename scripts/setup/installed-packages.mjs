// Installs the npm packages when node_modules is not what package-lock.json asks for.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { lastWords } from './child.mjs'
import { runNpm } from './npm-command.mjs'
import { inRepo, projectNode } from './places.mjs'
import { step } from './progress.mjs'
import { SetupFault } from './setup-fault.mjs'
import { readStamp, writeStamp } from './stamp-file.mjs'
import { checkNpm } from './tool-versions.mjs'
import { withLock } from './work-lock.mjs'

const stampFile = () => inRepo('node_modules', '.gatehouse', 'packages.json')

const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(inRepo('package-lock.json')))
    .digest('hex')

// Packages for other platforms are optional and rightly absent.
const neededPackages = () => {
  const packages = readStamp(inRepo('package-lock.json'))?.packages ?? {}
  return Object.entries(packages).filter(([place, entry]) => place !== '' && entry.optional !== true)
}

const areThere = (needed) => needed.every(([place]) => existsSync(inRepo(place, 'package.json')))

const areSameReleases = (needed) => {
  const found = readStamp(inRepo('node_modules', '.package-lock.json'))?.packages
  return (
    found !== undefined &&
    needed.every(([place, entry]) => found[place]?.version === entry.version && found[place]?.integrity === entry.integrity)
  )
}

const isStamped = () => readStamp(stampFile())?.lockHash === lockHash() && existsSync(inRepo('node_modules', '.package-lock.json'))

const isReady = () => {
  const needed = neededPackages()
  if (!existsSync(projectNode()) || !areThere(needed)) return false
  if (isStamped()) return true
  if (!areSameReleases(needed)) return false
  writeStamp(stampFile(), { lockHash: lockHash() })
  return true
}

const NETWORK_SIGNS = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network|socket/iu

const explain = (result) => {
  const words = `${result.stdout}\n${result.stderr}`
  if (words.includes('ENOSPC')) return 'the disk is full; free about 1 GB and run the command again'
  if (/EACCES|EPERM|EROFS/u.test(words))
    return 'npm may not write in this folder or in its own cache; change the owner of the folder or run the command as its owner'
  if (/EUSAGE|npm ci.*can only install/su.test(words))
    return 'package.json and package-lock.json disagree; run `npm install` once and commit package-lock.json'
  if (NETWORK_SIGNS.test(words))
    return 'the npm registry cannot be reached; check the network, or the proxy in `npm config get proxy`, and run the command again'
  return `npm said: ${lastWords(result)}; correct that and run the command again`
}

const install = async () => {
  await checkNpm()
  rmSync(stampFile(), { force: true })
  const result = await runNpm(['ci', '--no-audit', '--no-fund', '--prefer-offline'], { cwd: inRepo() })
  if (result.code !== 0) throw new SetupFault(`The packages could not be installed: ${explain(result)}.`)
  if (!existsSync(projectNode()))
    throw new SetupFault('npm installed the packages but not Node 24; run `npm rebuild node` and then the command again.')
  writeStamp(stampFile(), { lockHash: lockHash() })
}

/** Makes node_modules match package-lock.json; does nothing when it already does. */
export const ensurePackages = async () => {
  if (!existsSync(inRepo('package-lock.json')))
    throw new SetupFault('package-lock.json is missing; restore it with `git checkout package-lock.json` and run the command again.')
  if (isReady()) return
  await withLock(inRepo('.cache'), async () => {
    if (isReady()) return
    await step({ title: 'installing the npm packages', cost: 'about 300 MB, 20 s to 2 min' }, install)
  })
}
