// Looks through files for a secret text in the forms in which a program might leave it behind.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { constants, inflateRawSync, unzipSync } from 'node:zlib'

/** How far one compressed stream is followed, in bytes. */
const inflatedLimitBytes = 64 * 1024 * 1024
/** Larger files are not ours: everything the tour writes is smaller. */
const fileLimitBytes = 256 * 1024 * 1024

/** The part of a base64 text that does not depend on what stands before and after the secret. */
function base64Core(secret: Buffer, offset: number): Buffer {
  const whole = Buffer.concat([Buffer.alloc(offset), secret]).toString('base64')
  return Buffer.from(whole.slice(offset === 0 ? 0 : offset + 1, -4))
}

/** The secret as UTF-8, UTF-16 in both byte orders, hexadecimal and base64 in its three alignments, in the cases a program might change it to. */
export function formsOf(secret: string): Buffer[] {
  return [secret, secret.toUpperCase(), secret.toLowerCase()].flatMap((text) => {
    const utf8 = Buffer.from(text)
    const utf16 = Buffer.from(text, 'utf16le')
    return [
      utf8,
      utf16,
      Buffer.from(utf16).swap16(),
      Buffer.from(utf8.toString('hex')),
      Buffer.from(utf8.toString('hex').toUpperCase()),
      ...[0, 1, 2].map((offset) => base64Core(utf8, offset)),
    ]
  })
}

function isStreamStart(bytes: Buffer, at: number): boolean {
  const [first, second] = [bytes[at], bytes[at + 1]]
  return (first === 0x1f && second === 0x8b) || (first === 0x78 && second !== undefined && (0x78 * 256 + second) % 31 === 0)
}

/** What the zlib or gzip stream at this place holds; nothing where there is none. */
function inflatedAt(bytes: Buffer, at: number): Buffer {
  const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: inflatedLimitBytes }
  try {
    return unzipSync(bytes.subarray(at), options)
  } catch {
    // Raw deflate stops at the first wrong block but needs no checksum at the end.
    try {
      return inflateRawSync(bytes.subarray(at + 2), options)
    } catch {
      return Buffer.alloc(0)
    }
  }
}

/** True if any form of a secret stands in these bytes or in a compressed stream within them. */
export function holdsSecret(bytes: Buffer, forms: readonly Buffer[]): boolean {
  if (forms.some((form) => bytes.includes(form))) return true
  for (let at = 0; at + 1 < bytes.length; at += 1) {
    if (!isStreamStart(bytes, at)) continue
    const inflated = inflatedAt(bytes, at)
    if (forms.some((form) => inflated.includes(form))) return true
  }
  return false
}

export interface Search {
  /** Files that hold a secret, and names that do. */
  readonly found: readonly string[]
  readonly searchedCount: number
}

interface Bounds {
  /** Files last changed before this moment are left out. */
  readonly changedSinceMs: number
  /** Paths that are meant to hold the text, such as an export the user asked for. */
  readonly except?: readonly string[]
}

function filesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
  } catch {
    // A folder of another program may vanish while it is listed.
    return []
  }
}

function bytesOf(path: string, changedSinceMs: number): Buffer | null {
  try {
    const { mtimeMs, size } = statSync(path)
    return mtimeMs < changedSinceMs || size > fileLimitBytes ? null : readFileSync(path)
  } catch {
    // Gone, or another user's: neither can be the app's.
    return null
  }
}

/** Searches every file below these folders. */
export function searchFolders(folders: readonly string[], forms: readonly Buffer[], bounds: Bounds): Search {
  const paths = [...new Set(folders.flatMap(filesBelow))].filter((path) => !(bounds.except ?? []).includes(path))
  const read = paths.flatMap((path) => {
    const bytes = bytesOf(path, bounds.changedSinceMs)
    return bytes === null ? [] : [{ path, bytes }]
  })
  return {
    found: read.filter(({ path, bytes }) => holdsSecret(Buffer.from(path), forms) || holdsSecret(bytes, forms)).map(({ path }) => path),
    searchedCount: read.length,
  }
}
