// Looks for secrets in the writable memory of a running process, on Linux.
import { closeSync, openSync, readFileSync, readSync } from 'node:fs'

const chunkBytes = 16 * 1024 * 1024

/** The writable memory of a process, range by range. */
function writableRanges(pid: number): { readonly from: number; readonly to: number }[] {
  return readFileSync(`/proc/${pid}/maps`, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, from, to] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? []
      return from === undefined || to === undefined ? [] : [{ from: Number.parseInt(from, 16), to: Number.parseInt(to, 16) }]
    })
}

const hasEnded = (error: unknown) => error instanceof Error && 'code' in error && (error.code === 'ESRCH' || error.code === 'ENOENT')

function openMemory(pid: number) {
  try {
    return { ranges: writableRanges(pid), memory: openSync(`/proc/${pid}/mem`, 'r') }
  } catch (error) {
    if (hasEnded(error)) return null
    throw error
  }
}

/** Those of these byte strings that stand in the memory of a process; null for one that has ended, whose memory is gone. */
export function secretsInMemory(pid: number, secrets: readonly Buffer[]): ReadonlySet<Buffer> | null {
  const opened = openMemory(pid)
  if (opened === null) return null
  const { ranges, memory } = opened
  const found = new Set<Buffer>()
  try {
    for (const { from, to } of ranges) {
      for (let at = from; at < to; at += chunkBytes - 64) {
        const chunk = Buffer.alloc(Math.min(chunkBytes, to - at))
        let length = 0
        try {
          length = readSync(memory, chunk, 0, chunk.length, at)
        } catch {
          // A range that cannot be read, such as a guard page.
          break
        }
        for (const secret of secrets) if (chunk.subarray(0, length).includes(secret)) found.add(secret)
      }
    }
  } finally {
    closeSync(memory)
  }
  return found
}
