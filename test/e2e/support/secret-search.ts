// Looks through files for a secret text in the forms in which a program might leave it behind.
import { spawnSync } from 'node:child_process'
import { readFileSync, realpathSync, statSync } from 'node:fs'
import { constants, inflateRawSync, unzipSync } from 'node:zlib'

/** How far one compressed stream is followed, in bytes. */
const inflatedLimitBytes = 64 * 1024 * 1024
/** For the list of files that were changed since the tour began. */
const listLimitBytes = 64 * 1024 * 1024
/** Larger files are not ours: everything the tour writes is smaller. */
const fileLimitBytes = 256 * 1024 * 1024

/** The part of a base64 text that does not depend on what stands before and after the secret. */
function base64Core(secret: Buffer, offset: number): Buffer {
  const whole = Buffer.concat([Buffer.alloc(offset), secret]).toString('base64')
  return Buffer.from(whole.slice(offset === 0 ? 0 : offset + 1, -4))
}

/** The secret as UTF-8, UTF-16 in both byte orders, hexadecimal and base64 in its three alignments, in the cases a program might change it to. */
export function formsOf(secret: string): Buffer[] {
  // A secret of small letters alone is the same in two of the three cases, and is looked for once.
  return [...new Set([secret, secret.toUpperCase(), secret.toLowerCase()])].flatMap((text) => {
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

/**
 * Files below a folder that were changed since, and what links made since lead to. Older links lead to nothing of the app's: to follow
 * them would walk through packages of others again and again. `find` looks at hundreds of thousands of files in the time Node.js takes for some.
 */
function filesBelow(folder: string, changedSinceMs: number, seen = new Set<string>()): string[] {
  // A folder of another program may vanish while it is listed, and then the exit code says so: what was found counts all the same.
  const { stdout, error } = spawnSync(
    'find',
    [folder, '-newermt', `@${changedSinceMs / 1_000}`, '(', '-type', 'f', '-o', '-type', 'l', ')', '-printf', '%y%p\\0'],
    { encoding: 'utf8', maxBuffer: listLimitBytes },
  )
  if (error !== undefined) throw error
  return stdout.split('\0').flatMap((line) => {
    const path = line.slice(1)
    return line.startsWith('l') ? filesBehind(path, changedSinceMs, seen) : line === '' ? [] : [path]
  })
}

function filesBehind(link: string, changedSinceMs: number, seen: Set<string>): string[] {
  try {
    const target = realpathSync(link)
    if (seen.has(target)) return []
    seen.add(target)
    return statSync(target).isDirectory() ? filesBelow(target, changedSinceMs, seen) : [target]
  } catch {
    // It leads nowhere, as the browser's own locks do.
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
  // A folder inside another one is looked through with it.
  const tops = [...new Set(folders)].filter((folder) => !folders.some((other) => folder.startsWith(`${other}/`)))
  const below = new Set(tops.flatMap((folder) => filesBelow(folder, bounds.changedSinceMs)))
  const paths = [...below].filter((path) => !(bounds.except ?? []).includes(path))
  const read = paths.flatMap((path) => {
    const bytes = bytesOf(path, bounds.changedSinceMs)
    return bytes === null ? [] : [{ path, bytes }]
  })
  return {
    found: read.filter(({ path, bytes }) => holdsSecret(Buffer.from(path), forms) || holdsSecret(bytes, forms)).map(({ path }) => path),
    searchedCount: read.length,
  }
}
