// Downloads the official Electron that package.json pins, and remembers for a day that a download failed.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { inCache, inRepo, projectNode } from './places.mjs'
import { say, step } from './progress.mjs'
import { readStamp, writeStamp } from './stamp-file.mjs'
import { withLock } from './work-lock.mjs'

const RETRY_AFTER_MS = 24 * 60 * 60_000
const STALLED_AFTER_MS = 20_000
const LOOK_EVERY_MS = 500

const electronPackage = (...parts) => inRepo('node_modules', 'electron', ...parts)

const failureFile = () => inCache('official-download-failed.json')

/** The version that package.json pins. */
export const officialVersion = () => JSON.parse(readFileSync(electronPackage('package.json'), 'utf8')).version

/** Path of the official binary when it is completely there, otherwise null. */
const findOfficialElectron = () => {
  const pathFile = electronPackage('path.txt')
  const versionFile = electronPackage('dist', 'version')
  if (!existsSync(pathFile) || !existsSync(versionFile)) return null
  if (readFileSync(versionFile, 'utf8').trim().replace(/^v/u, '') !== officialVersion()) return null
  const binary = electronPackage('dist', readFileSync(pathFile, 'utf8'))
  return existsSync(binary) ? binary : null
}

const failedLately = () => {
  const failure = readStamp(failureFile())
  return failure !== null && failure.version === officialVersion() && Date.now() - Date.parse(failure.failedAt) < RETRY_AFTER_MS
}

const bytesUnder = (folder) => {
  let sizeBytes = 0
  for (const item of readdirSync(folder, { recursive: true }))
    sizeBytes += statSync(path.join(folder, item), { throwIfNoEntry: false })?.size ?? 0
  return sizeBytes
}

const unpackedYet = () => existsSync(electronPackage('dist', 'version')) || existsSync(electronPackage('dist', 'locales'))

// A blocked network often swallows packets instead of refusing, so the download is stopped when no byte arrives for a while.
const stopWhenStalled = (child, folder) => {
  let seenBytes = 0
  let movedAt = Date.now()
  const timer = setInterval(() => {
    const sizeBytes = bytesUnder(folder)
    if (sizeBytes !== seenBytes || unpackedYet()) movedAt = Date.now()
    seenBytes = sizeBytes
    if (Date.now() - movedAt > STALLED_AFTER_MS) child.kill('SIGKILL')
  }, LOOK_EVERY_MS)
  return () => clearInterval(timer)
}

const runInstaller = (folder) =>
  new Promise((resolve) => {
    const env = { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder }
    delete env.ELECTRON_OVERRIDE_DIST_PATH
    const child = spawn(projectNode(), [electronPackage('install.js')], { env, stdio: 'ignore' })
    const stopWatching = stopWhenStalled(child, folder)
    child.on('error', () => resolve(false))
    child.on('close', (code) => {
      stopWatching()
      resolve(code === 0)
    })
  })

const download = async () => {
  mkdirSync(inCache(), { recursive: true })
  const folder = mkdtempSync(inCache('official-'))
  try {
    return await step(
      { title: `trying to download Electron ${officialVersion()} from GitHub`, cost: 'about 110 MB; given up after 20 s without data' },
      () => runInstaller(folder),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Returns the path of the official Electron, downloading it when needed, or null when the download does not work.
 * A failure is remembered for a day; `insist` tries again at once.
 */
export const ensureOfficialElectron = async ({ insist }) => {
  const present = findOfficialElectron()
  if (present !== null) return present
  if (failedLately() && !insist) return null
  await withLock(inRepo('.cache'), async () => {
    if (findOfficialElectron() === null) await download()
  })
  const binary = findOfficialElectron()
  if (binary !== null) {
    rmSync(failureFile(), { force: true })
    return binary
  }
  writeStamp(failureFile(), { version: officialVersion(), failedAt: new Date().toISOString() })
  say('the official download does not work here; it is tried again tomorrow, or at once with GATEHOUSE_ELECTRON=official')
  return null
}
