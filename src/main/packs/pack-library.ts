// The question packs that ship with the app: read, checked and hashed once, then handed out by id or hash.
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import canonicalize from 'canonicalize'
import { parse } from 'yaml'
import type { Pack, PackReference } from '#shared/domain/pack.ts'
import { Catalogue, type Catalogues, joinCatalogues } from '#shared/pack/catalogue.ts'
import { compareVersions } from '#shared/pack/lint-versions.ts'
import { readPack, readPackShape, type ReadPack } from '#shared/pack/read-pack.ts'

export interface LoadedPack {
  readonly pack: Pack
  readonly reference: PackReference
  /** RFC 8785 canonical JSON: what the hash is over and what a vault keeps. */
  readonly content: string
}

export interface PackLibrary {
  /** The pack new assessments start with. */
  readonly current: LoadedPack
  /** Oldest version first. */
  readonly shipped: readonly LoadedPack[]
  /** The controls that questions may be mapped to. */
  readonly catalogues: Catalogues
  byHash(sha256: string): LoadedPack | undefined
}

/** A pack with its hash, from a value that was read as one. */
export function loadPack(pack: Pack): LoadedPack {
  const content = canonicalize(pack)
  if (content === undefined) throw new Error('A pack that was read has no canonical JSON.')
  const sha256 = createHash('sha256').update(content).digest('hex')
  return { pack, content, reference: { id: pack.id, version: pack.version, sha256 } }
}

/** The pack that was read; throws one sentence that lists what is wrong and where. */
function insistOn(reading: ReadPack, name: string): Pack {
  if (reading.ok) return reading.pack
  const problems = reading.problems.slice(0, 5).map((problem) => `${problem.path}: ${problem.message}`)
  throw new Error(`The question pack ${name} cannot be used. ${problems.join(' ')}`)
}

/** Reading one takes tens of milliseconds, and a list of assessments asks for the same few again and again. */
const keptPacks = new Map<string, LoadedPack>()
const mostKept = 16

/** Reads a pack a vault kept, from its canonical JSON. The lint passed when it was kept; a newer rule must not lock up an old assessment. */
export function readKeptPack(content: string): LoadedPack {
  const known = keptPacks.get(content)
  if (known !== undefined) return known
  const loaded = loadPack(insistOn(readPackShape(JSON.parse(content)), 'kept in this vault'))
  if (keptPacks.size >= mostKept) keptPacks.clear()
  keptPacks.set(content, loaded)
  return loaded
}

function readShipped(directory: string): LoadedPack[] {
  return readdirSync(directory)
    .filter((fileName) => fileName.endsWith('.yaml'))
    .map((fileName) => {
      const value: unknown = parse(readFileSync(join(directory, fileName), 'utf8'), { maxAliasCount: 0 })
      return loadPack(insistOn(readPack(value), fileName))
    })
    .toSorted((a, b) => compareVersions(a.reference.version, b.reference.version))
}

function readCatalogues(directory: string): Catalogues {
  const files = readdirSync(directory).filter((fileName) => fileName.endsWith('.json'))
  return joinCatalogues(files.map((fileName) => Catalogue.parse(JSON.parse(readFileSync(join(directory, fileName), 'utf8')))))
}

/** Reads every pack under `resources/packs`, and the catalogues, when first asked for one, and keeps them. */
export function createPackLibrary(resourcesDirectory: string): PackLibrary {
  let loaded: readonly LoadedPack[] | undefined
  let catalogues: Catalogues | undefined
  const packs = () => (loaded ??= readShipped(join(resourcesDirectory, 'packs')))
  return {
    get current() {
      const newest = packs().at(-1)
      if (!newest) throw new Error('No question pack is installed. Install Gatehouse again.')
      return newest
    },
    get shipped() {
      return packs()
    },
    get catalogues() {
      return (catalogues ??= readCatalogues(join(resourcesDirectory, 'catalogues')))
    },
    byHash: (sha256) => packs().find((pack) => pack.reference.sha256 === sha256),
  }
}
