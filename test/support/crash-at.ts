// Ends a process with SIGKILL at a chosen call into the file system, so that a crash can be tried at every one of them.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

/** What changes something on the disk or brings it there. */
const changing = ['openSync', 'writeSync', 'fsyncSync', 'renameSync', 'rmSync', 'writeFileSync'] as const

/** How many calls were made so far. Counts only between `start` and the end of the process. */
export interface CrashPoint {
  start(): void
  count(): number
}

/** The process dies just before its call number `at`, counted from 1; never when `at` is 0. */
export function crashAt(at: number): CrashPoint {
  let isCounting = false
  let count = 0
  for (const name of changing) {
    const original = fs[name] as (...given: unknown[]) => unknown
    const counted = (...given: unknown[]) => {
      if (isCounting) count += 1
      if (isCounting && count === at) process.kill(process.pid, 'SIGKILL')
      return original(...given)
    }
    Object.defineProperty(fs, name, { value: counted })
  }
  syncBuiltinESMExports()
  return {
    start: () => {
      isCounting = true
    },
    count: () => count,
  }
}
