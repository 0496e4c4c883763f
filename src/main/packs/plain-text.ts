// Reads a text file that somebody chose: a plain file, of a bounded size, in UTF-8.
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { isVaultDatabase } from '#main/store/is-vault-database.ts'

/** 30 times the shipped pack; a thousand questions with all their help fit in. */
const packLimitBytes = 4 * 1024 * 1024

export type PlainText = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly sentence: string }

// Opening a named pipe for reading would wait for a writer. Windows has no such flag and no such pipes.
const openFlags = process.platform === 'win32' ? constants.O_RDONLY : constants.O_RDONLY | constants.O_NONBLOCK

const refuse = (sentence: string): PlainText => ({ ok: false, sentence })

function decode(bytes: Uint8Array): PlainText {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return refuse('The file is not UTF-8 text. Save it as UTF-8 in your editor, and check that it is the right file.')
  }
  if (text.includes('\0'))
    return refuse('The file holds binary data or UTF-16 text. Save it as UTF-8 text, and check that it is the right file.')
  return text.trim() === '' ? refuse('The file is empty. Check that it is the right file and that it was saved.') : { ok: true, text }
}

function readBytes(handle: number): Uint8Array | PlainText {
  const facts = fstatSync(handle)
  if (!facts.isFile()) return refuse('That is not a file. Give the path of a YAML or JSON file.')
  if (facts.size > packLimitBytes) return refuse('The file is over 4 MiB, larger than any question pack. Check that it is the right file.')
  // One byte more than it should be, so that a file that grows meanwhile is noticed.
  const bytes = new Uint8Array(packLimitBytes + 1)
  let length = 0
  for (;;) {
    const count = readSync(handle, bytes, length, bytes.length - length, null)
    if (count === 0) return bytes.subarray(0, length)
    length += count
    if (length > packLimitBytes) return refuse('The file is over 4 MiB, larger than any question pack. Check that it is the right file.')
  }
}

/** The text of the file at `path`, without a byte order mark, or one sentence that says why there is none. */
export function readPlainText(path: string): PlainText {
  let handle: number
  try {
    if (isVaultDatabase(path)) return refuse('That is the database of a vault. Choose a YAML or JSON file.')
    handle = openSync(path, openFlags)
  } catch {
    return refuse('The file cannot be opened. Check the path and that you may read it.')
  }
  try {
    const bytes = readBytes(handle)
    return bytes instanceof Uint8Array ? decode(bytes) : bytes
  } catch {
    return refuse('The file cannot be read. Check that it is still there and that its disk is sound.')
  } finally {
    closeSync(handle)
  }
}
