// The note an open vault leaves in its folder: who holds it, and after a crash, that it was not closed.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'

const presenceFileName = 'OPEN'
const Presence = z.strictObject({ host: z.string().max(255), process: z.int(), openedAt: z.string().max(40) })
export type Presence = z.infer<typeof Presence>

/** The note, or null when there is none or it cannot be read as one. */
export function readPresence(directory: string): Presence | null {
  try {
    return Presence.parse(JSON.parse(readFileSync(join(directory, presenceFileName), 'utf8')))
  } catch {
    return null
  }
}

/** True when the vault was not closed. A note that a power cut left empty counts: that is when checking matters. */
export function hasPresence(directory: string): boolean {
  return existsSync(join(directory, presenceFileName))
}

export function leavePresence(directory: string, openedAt: string): void {
  const note: Presence = { host: hostname(), process: process.pid, openedAt }
  const path = join(directory, presenceFileName)
  // Made anew: a link that somebody left under this name would lead the note over a file elsewhere.
  rmSync(path, { force: true })
  writeFileSync(path, JSON.stringify(note), { mode: 0o600, flag: 'wx' })
}

export function clearPresence(directory: string): void {
  rmSync(join(directory, presenceFileName), { force: true })
}
