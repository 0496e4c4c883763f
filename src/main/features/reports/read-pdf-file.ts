// Reads a PDF that somebody chose: a plain file, of a size that fits in memory.
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { Refusal } from '#shared/contract/refusal.ts'

const pdfLimitBytes = 256 * 1024 * 1024

// Opening a named pipe for reading would wait for a writer, and the engine with it. Windows has neither.
const openFlags = process.platform === 'win32' ? constants.O_RDONLY : constants.O_RDONLY | constants.O_NONBLOCK

const unreadable = () =>
  new Refusal('file-not-readable', 'That file cannot be read. Check that it is still there and that you may read it.')

function readWhole(handle: number, sizeBytes: number): Uint8Array {
  const bytes = new Uint8Array(sizeBytes)
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

/** The file's bytes. Refuses with `file-not-readable` what is not a plain readable file and with `file-too-large` what is over 256 MiB. */
export function readPdfFile(path: string): Uint8Array {
  let handle: number
  try {
    handle = openSync(path, openFlags)
  } catch {
    throw unreadable()
  }
  try {
    const facts = fstatSync(handle)
    if (!facts.isFile()) throw new Refusal('file-not-readable', 'That is not a file. Choose a PDF.')
    if (facts.size > pdfLimitBytes)
      throw new Refusal('file-too-large', 'That file is over 256 MiB, larger than any Gatehouse report. Choose another.')
    return readWhole(handle, facts.size)
  } finally {
    closeSync(handle)
  }
}
