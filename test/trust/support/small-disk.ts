// A small disk in memory that can be filled, write-protected and pulled out. Only root may mount one.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface SmallDisk {
  readonly path: string
  /** Fills it up so that about this many bytes are left, in steps of a page. */
  leaveFree(bytes: number): void
  /** Takes the filling away again. */
  makeRoom(): void
  protect(): void
  /** Pulls it out although files on it are open. */
  pull(): void
  remove(): void
}

function mount(...words: readonly string[]): string {
  const run = spawnSync('mount', words, { encoding: 'utf8' })
  return run.status === 0 ? '' : (run.error?.message ?? run.stderr.trim())
}

/** Why there can be no small disk here; empty when there can. */
export function whyNoSmallDisk(): string {
  if (process.platform !== 'linux') return 'a disk in memory can be mounted on Linux only'
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-disk-'))
  const problem = mount('-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder)
  if (problem === '') spawnSync('umount', [folder])
  rmdirSync(folder)
  return problem === '' ? '' : `a disk in memory cannot be mounted (${problem}); run the tests as root`
}

export function mountSmallDisk(sizeMiB: number): SmallDisk {
  const path = mkdtempSync(join(tmpdir(), 'gatehouse-disk-'))
  const problem = mount('-t', 'tmpfs', '-o', `size=${sizeMiB}m,mode=700`, 'tmpfs', path)
  if (problem !== '') throw new Error(problem)
  const filling = join(path, 'filling')
  const makeRoom = () => rmSync(filling, { force: true })
  const pull = () => {
    spawnSync('umount', ['-l', path])
  }
  return {
    path,
    leaveFree: (bytes) => {
      makeRoom()
      const { bavail, bsize } = statfsSync(path)
      writeFileSync(filling, Buffer.alloc(Math.max(0, bavail * bsize - bytes)))
    },
    makeRoom,
    protect: () => {
      const refused = mount('-o', 'remount,ro', path)
      if (refused !== '') throw new Error(refused)
    },
    pull,
    remove: () => {
      pull()
      rmdirSync(path)
    },
  }
}
