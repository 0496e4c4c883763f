// Reads a file that somebody chose: a plain file, of a bounded size. Shared by every feature that takes one in whole.
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { Refusal } from '#shared/contract/refusal.ts'
import { isVaultDatabase } from '#main/store/is-vault-database.ts'

// Opening a named pipe for reading would wait for a writer, and the engine with it. Windows has neither.
const openFlags = process.platform === 'win32' ? constants.O_RDONLY : constants.O_RDONLY | constants.O_NONBLOCK

const unreadable = () =>
  new Refusal('file-not-readable', 'That file cannot be read. Check that it is still there and that you may read it.')

function readWhole(handle: number, sizeBytes: number): Buffer {
  const bytes = Buffer.alloc(sizeBytes)
  let length = 0
  try {
    while (length < bytes.length) {
      const count = readSync(handle, bytes, length, bytes.length - length, null)
      if (count === 0) break
      length += count
    }
  } catch {
    throw unreadable()
  }
  return bytes.subarray(0, length)
}

export interface FileLimit {
  readonly limitBytes: number
  /** What to say of a file that is larger. */
  readonly tooLarge: string
}

/** The file's bytes. Refuses with `file-not-readable` what is not a plain readable file and with `file-too-large` what is over the limit. */
export function readChosenFile(path: string, { limitBytes, tooLarge }: FileLimit): Buffer {
  let handle: number
  try {
    if (isVaultDatabase(path)) throw unreadable()
    handle = openSync(path, openFlags)
  } catch {
    throw unreadable()
  }
  try {
    const facts = fstatSync(handle)
    if (!facts.isFile()) throw new Refusal('file-not-readable', 'That is not a file. Choose another.')
    if (facts.size > limitBytes) throw new Refusal('file-too-large', tooLarge)
    return readWhole(handle, facts.size)
  } finally {
    closeSync(handle)
  }
}
