// The question packs that ship with the app: read, checked and hashed once, then handed out by id or hash.
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import canonicalize from 'canonicalize'
import { parse } from 'yaml'
import type { Pack, PackReference } from '#shared/domain/pack.ts'
import { readPack } from '#shared/pack/read-pack.ts'

export interface LoadedPack {
  readonly pack: Pack
  readonly reference: PackReference
  /** RFC 8785 canonical JSON: what the hash is over and what a vault keeps. */
  readonly content: string
}

export interface PackLibrary {
  /** The pack new assessments start with. */
  readonly current: LoadedPack
  byHash(sha256: string): LoadedPack | undefined
}

/** A pack with its hash, from a value that `readPack` accepted. */
function loadPack(pack: Pack): LoadedPack {
  const content = canonicalize(pack)
  if (content === undefined) throw new Error('A pack that was read has no canonical JSON.')
  const sha256 = createHash('sha256').update(content).digest('hex')
  return { pack, content, reference: { id: pack.id, version: pack.version, sha256 } }
}

/** Reads a pack from YAML or JSON text. Throws one sentence that lists what is wrong and where. */
function readPackText(text: string, fileName: string): LoadedPack {
  const reading = readPack(parse(text, { maxAliasCount: 0 }))
  if (!reading.ok) {
    const problems = reading.problems.slice(0, 5).map((problem) => `${problem.path}: ${problem.message}`)
    throw new Error(`The question pack ${fileName} cannot be used. ${problems.join(' ')}`)
  }
  return loadPack(reading.pack)
}

/** Reads a pack a vault kept, from its canonical JSON. */
export function readKeptPack(content: string): LoadedPack {
  return readPackText(content, 'kept in this vault')
}

const byVersion = (a: LoadedPack, b: LoadedPack) => a.reference.version.localeCompare(b.reference.version, 'en', { numeric: true })

/** Reads every pack under `resources/packs` when first asked for one, and keeps them. */
export function createPackLibrary(resourcesDirectory: string): PackLibrary {
  const directory = join(resourcesDirectory, 'packs')
  let loaded: readonly LoadedPack[] | undefined
  const packs = () => {
    loaded ??= readdirSync(directory)
      .filter((fileName) => fileName.endsWith('.yaml'))
      .map((fileName) => readPackText(readFileSync(join(directory, fileName), 'utf8'), fileName))
      .toSorted(byVersion)
    return loaded
  }
  return {
    get current() {
      const newest = packs().at(-1)
      if (!newest) throw new Error('No question pack is installed. Install Gatehouse again.')
      return newest
    },
    byHash: (sha256) => packs().find((pack) => pack.reference.sha256 === sha256),
  }
}
