// The key list on disk: written twice, read with its spare, the newer of the two in force.
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { writeFileDurably } from '../durable-file.ts'
import { VaultProblem } from '../vault-problem.ts'
import { type KeyList, type KeyListReading, readKeyList } from './key-list.ts'

export const keyFileName = 'keys.json'
const spareKeyFileName = 'keys.json.bak'
const keyFileLimitBytes = 65_536
const keyFileNames = [keyFileName, spareKeyFileName] as const

/** Writes the key list and its spare. The spare first: once the file itself is new, no older one is left to fall back to. */
export function writeKeyLists(directory: string, text: string): void {
  for (const name of keyFileNames.toReversed()) writeFileDurably(join(directory, name), text)
}

/** The file's text; null when there is none, empty when it cannot be a key list. Throws when it may not be read. */
function readCapped(path: string): string | null {
  const facts = statSync(path, { throwIfNoEntry: false })
  if (!facts) return null
  return facts.isFile() && facts.size <= keyFileLimitBytes ? readFileSync(path, 'utf8') : ''
}

const newer = () =>
  new VaultProblem('vault-newer', 'This vault was made by a newer Gatehouse. Open it with that version; nothing was changed.')

interface OnDisk {
  readonly text: string | null
  readonly reading: KeyListReading
}

function readOne(directory: string, name: string): OnDisk {
  const text = readCapped(join(directory, name))
  return { text, reading: readKeyList(text ?? '') }
}

function whyUnreadable(file: OnDisk, spare: OnDisk): VaultProblem {
  if (file.text === null && spare.text === null) {
    return new VaultProblem(
      'not-a-vault',
      'This folder has no keys.json, so it is not a Gatehouse vault. Choose the folder whose name ends in ".gatehouse".',
    )
  }
  return new VaultProblem(
    'keys-damaged',
    'keys.json and its spare keys.json.bak are both damaged. Copy both from a backup of this vault; the answers themselves are untouched.',
  )
}

/** A key list as it was read, with the text it stands in. */
export interface StoredKeyList {
  readonly list: KeyList
  readonly text: string
}

/**
 * The newest key list of the folder, first the one in `keys.json`; two when both are of that generation and differ.
 * An older one is never a way in while a newer one can be read.
 */
export function readKeyLists(directory: string): StoredKeyList[] {
  const [file, spare] = [readOne(directory, keyFileName), readOne(directory, spareKeyFileName)]
  // The spare of a newer file may be older than it, and open with a passphrase that was replaced.
  if (!file.reading.ok && file.reading.reason === 'newer') throw newer()
  const readable = [file, spare].flatMap(({ text, reading }) => (reading.ok && text !== null ? [{ list: reading.list, text }] : []))
  if (readable.length === 0) throw !spare.reading.ok && spare.reading.reason === 'newer' ? newer() : whyUnreadable(file, spare)
  const newest = Math.max(...readable.map(({ list }) => list.generation))
  const inForce = readable.filter(({ list }) => list.generation === newest)
  return inForce.filter(({ text }, index) => index === 0 || text !== inForce[0]?.text)
}

/** The key list in force: of `keys.json`, or its spare when that is newer, or the first is damaged or gone. */
export function readKeyListOf(directory: string): KeyList {
  const [first] = readKeyLists(directory)
  if (first === undefined) throw new Error('A folder with key lists has a first one.')
  return first.list
}

/** Brings both files to the text that has just opened the vault, whichever is damaged, gone or older; never one of a newer Gatehouse. */
export function restoreKeyLists(directory: string, text: string): void {
  for (const name of keyFileNames) {
    const present = readOne(directory, name)
    const isNewer = !present.reading.ok && present.reading.reason === 'newer'
    if (present.text !== text && !isNewer) writeFileDurably(join(directory, name), text)
  }
}

/** Writes the key list in force, and its spare, into another folder. */
export function copyKeyFiles(from: string, to: string): void {
  const [first] = readKeyLists(from)
  if (first !== undefined) writeKeyLists(to, first.text)
}
