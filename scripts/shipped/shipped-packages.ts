// Which npm packages are inside the program: those its source imports and whatever these need, from the lock file, without a network.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const Names = z.record(z.string(), z.string()).default({})
const LockedPackage = z.looseObject({
  name: z.string().optional(),
  version: z.string().optional(),
  license: z.string().optional(),
  integrity: z.string().optional(),
  optional: z.boolean().optional(),
  dependencies: Names,
  optionalDependencies: Names,
  peerDependencies: Names,
  peerDependenciesMeta: z.record(z.string(), z.looseObject({ optional: z.boolean().optional() })).default({}),
})
type LockedPackage = z.infer<typeof LockedPackage>
const Lock = z.looseObject({ packages: z.record(z.string(), LockedPackage) })
const Manifest = z.looseObject({ name: z.string(), version: z.string(), dependencies: Names, devDependencies: Names })

export interface ShippedPackage {
  /** Where it is installed, such as node_modules/react. */
  readonly path: string
  readonly name: string
  readonly version: string
  /** An SPDX expression; null where the lock file does not say it, as of packages for other systems. */
  readonly licence: string | null
  /** Such as sha512-…; null where the lock file does not say it. */
  readonly integrity: string | null
  /** Installed on some systems only. */
  readonly isOptional: boolean
  /** Paths of the packages it needs, in order. */
  readonly needs: readonly string[]
}

export interface Shipped {
  readonly name: string
  readonly version: string
  /** In the order of their paths. */
  readonly packages: readonly ShippedPackage[]
  /** Paths of those that the source imports itself. */
  readonly roots: readonly string[]
  /** Version of the Electron that the program is built for. */
  readonly electron: string
}

const imported = /(?:from|import)\s*\(?\s*'([^'.#][^']*)'/g

/** The package of a module name: "@a/b/c" → "@a/b", "react-dom/client" → "react-dom". */
function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

/** Packages that the source below `directory` imports, tests left out. */
function importedBy(directory: string): Set<string> {
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name),
  )
  const specifiers = files.flatMap((name) =>
    [...readFileSync(join(directory, name), 'utf8').matchAll(imported)].map((match) => String(match[1])),
  )
  return new Set(specifiers.filter((specifier) => !/^(node|virtual):/.test(specifier)).map(packageOf))
}

/** The folders in which Node looks for what the package at `path` needs: its own, then those further up, then the root's. */
function lookingPlaces(path: string): string[] {
  const parts = path.split('/node_modules/')
  return [...parts.map((_, index) => `${parts.slice(0, parts.length - index).join('/node_modules/')}/`), '']
}

/** Where a package that the one at `from` needs is installed; undefined when it is not, as optional ones may be. */
function findInstalled(packages: Readonly<Record<string, LockedPackage>>, from: string, name: string): string | undefined {
  return lookingPlaces(from)
    .map((place) => `${place}node_modules/${name}`)
    .find((path) => path in packages)
}

function needsOf(packages: Readonly<Record<string, LockedPackage>>, path: string, locked: LockedPackage): string[] {
  const peers = Object.keys(locked.peerDependencies).filter((name) => locked.peerDependenciesMeta[name]?.optional !== true)
  const names = [...Object.keys(locked.dependencies), ...Object.keys(locked.optionalDependencies), ...peers]
  const found = names.map((name) => findInstalled(packages, path, name)).filter((one) => one !== undefined)
  return [...new Set(found)].sort()
}

/** Reads what is inside the program whose root folder is `root`. Throws when the lock file cannot be read. */
export function readShipped(root: string): Shipped {
  const manifest = Manifest.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
  const { packages } = Lock.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')))
  const direct = new Set([...Object.keys(manifest.dependencies), ...importedBy(join(root, 'src'))])
  const roots = [...direct].map((name) => `node_modules/${name}`).filter((path) => path in packages && path !== 'node_modules/electron')
  const shipped = new Map<string, ShippedPackage>()
  const waiting = [...roots]
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const locked = packages[path]
    if (shipped.has(path) || locked === undefined) continue
    const needs = needsOf(packages, path, locked)
    shipped.set(path, {
      path,
      name: locked.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version: locked.version ?? '',
      licence: locked.license ?? null,
      integrity: locked.integrity ?? null,
      isOptional: locked.optional === true,
      needs,
    })
    waiting.push(...needs)
  }
  const inOrder = [...shipped.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
  const electron = packages['node_modules/electron']?.version ?? ''
  return { name: manifest.name, version: manifest.version, packages: inOrder, roots: roots.sort(), electron }
}
