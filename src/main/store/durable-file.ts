// Writes a file so that after a crash it is either the old one or the new one, never half.
import { randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Makes a rename inside `directory` survive a power cut. Windows cannot open folders and needs no such step. */
export function syncDirectory(directory: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(directory, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Brings a finished file to the disk. */
export function syncFile(path: string): void {
  const handle = openSync(path, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Writes everything to an open file, brings it to the disk and closes it. */
function writeAll(handle: number, bytes: Uint8Array): void {
  try {
    let written = 0
    while (written < bytes.length) written += writeSync(handle, bytes, written)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Writes `content` to `path` through a temporary neighbour, fsync and rename. Throws the file system's own error and leaves no remains. */
export function writeFileDurably(path: string, content: string | Uint8Array): void {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  // A short name of its own: a long one of the file's must not be too long only because of this.
  const temporary = join(dirname(path), `.gatehouse-${randomUUID()}.tmp`)
  try {
    writeAll(openSync(temporary, 'wx', 0o600), bytes)
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
  syncDirectory(dirname(path))
}

/** Writes a new file at `path`, never over anything. Throws the file system's own error, `EEXIST` when something stands there. */
export function createFileDurably(path: string, content: string): void {
  const handle = openSync(path, 'wx', 0o600)
  try {
    writeAll(handle, Buffer.from(content))
  } catch (error) {
    rmSync(path, { force: true })
    throw error
  }
  syncDirectory(dirname(path))
}
