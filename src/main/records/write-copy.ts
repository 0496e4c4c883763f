// Writes a copy of something the vault keeps to a place outside it, never over anything but a plain file.
import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Refusal } from '#shared/contract/refusal.ts'
import { writeFileDurably } from '#main/store/durable-file.ts'
import { keyFileName } from '#main/store/keys/key-store.ts'

/** Why nothing may be written to `path`, in one sentence; null when it may. A plain file there may be replaced. */
export function whyNoCopyAt(path: string): string | null {
  try {
    const present = statSync(path, { throwIfNoEntry: false })
    if (present && !present.isFile()) return 'What stands at that place is not a file. Give the copy another name.'
  } catch {
    return 'Nothing can be written at that place. Choose another name or folder.'
  }
  if (existsSync(join(dirname(path), keyFileName)))
    return 'That place is inside a vault, whose own files must not be replaced. Choose a folder outside it.'
  return null
}

/** Replaces `path` with the copy in one step. Refuses with `disk-full` or `place-not-writable`, leaving what was there. */
export function writeCopy(path: string, content: Uint8Array): void {
  const reason = whyNoCopyAt(path)
  if (reason !== null) throw new Refusal('place-not-writable', reason)
  try {
    writeFileDurably(path, content)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'ENOSPC' || code === 'EDQUOT')
      throw new Refusal('disk-full', 'That disk is full. Free some space or choose another place; what is in the vault is safe.')
    throw new Refusal('place-not-writable', 'The copy could not be written there. Choose another folder; what is in the vault is safe.')
  }
}
