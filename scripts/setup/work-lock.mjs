// Lets only one set-up at a time change a folder; a lock left by a killed run is taken over.
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import path from 'node:path'
import { say } from './progress.mjs'
import { SetupFault } from './setup-fault.mjs'

const RETRY_MS = 250
const EMPTY_LOCK_GRACE_MS = 10_000
const PATIENCE_MS = 20 * 60_000

const isAlive = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

const readOwner = (lockFile) => {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8'))
  } catch {
    return null
  }
}

const ageMs = (file) => Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())

const isStale = (lockFile) => {
  const owner = readOwner(lockFile)
  if (owner === null) return ageMs(lockFile) > EMPTY_LOCK_GRACE_MS
  return owner.host === hostname() && !isAlive(owner.pid)
}

// Renaming first means that of two runs which both see a stale lock only one can take it away.
const removeStale = (lockFile) => {
  const aside = `${lockFile}.${process.pid}.stale`
  try {
    renameSync(lockFile, aside)
  } catch (error) {
    if (error.code === 'ENOENT') return
    throw error
  }
  if (isStale(aside)) rmSync(aside, { force: true })
  else renameSync(aside, lockFile)
}

const tryTake = (lockFile) => {
  try {
    writeFileSync(lockFile, JSON.stringify({ pid: process.pid, host: hostname() }), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    return false
  }
}

const takeOrTakeOver = (lockFile) => {
  if (tryTake(lockFile)) return true
  if (!isStale(lockFile)) return false
  removeStale(lockFile)
  return tryTake(lockFile)
}

const pause = () => new Promise((resolve) => setTimeout(resolve, RETRY_MS))

const take = async (lockFile) => {
  const startedAt = Date.now()
  let told = false
  while (!takeOrTakeOver(lockFile)) {
    if (!told) say(`another Gatehouse set-up (process ${readOwner(lockFile)?.pid ?? 'unknown'}) is at work here; waiting for it`)
    told = true
    if (Date.now() - startedAt > PATIENCE_MS)
      throw new SetupFault(
        `Another set-up has held ${lockFile} for 20 minutes; if none is running, delete that file and run the command again.`,
      )
    await pause()
  }
}

/** Runs `work` while holding `folder`'s lock; waits for another set-up that holds it. */
export const withLock = async (folder, work) => {
  mkdirSync(folder, { recursive: true })
  const lockFile = path.join(folder, 'setup.lock')
  await take(lockFile)
  const release = () => rmSync(lockFile, { force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    process.off('exit', release)
    release()
  }
}
