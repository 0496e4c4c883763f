// Finds, and adds to package-lock.json, the optional platform packages that npm left out because the registry in use lacks them.

const SYSTEMS = ['win32', 'darwin', 'linux', 'android', 'freebsd', 'netbsd', 'openbsd', 'sunos', 'aix', 'openharmony']
const PROCESSORS = ['x64', 'arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'wasm32']
const LIBC_BY_WORD = { gnu: 'glibc', gnueabihf: 'glibc', musl: 'musl', musleabihf: 'musl' }

// npm looks for a package beside the one that wants it, then in each folder above it.
const isLocked = (packages, { from, name }) => {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const place = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`
    if (packages[place] !== undefined) return true
    if (!folder.includes('/node_modules/')) return folder === '' ? false : packages[`node_modules/${name}`] !== undefined
  }
}

const wantsOf = ([from, { optionalDependencies = {}, dev = false }]) =>
  Object.entries(optionalDependencies).map(([name, version]) => ({ from, name, version, dev }))

/** The optional packages that package-lock.json's packages ask for but do not lock: a list of { from, name, version, dev }. */
export const missingOptional = (lock) =>
  Object.entries(lock.packages)
    .flatMap(wantsOf)
    .filter((want) => !isLocked(lock.packages, want))

const platformOf = (name) => {
  const words = name.split(/[/-]/u)
  const pick = (known) => words.filter((word) => known.includes(word)).slice(-1)
  const libc = words.map((word) => LIBC_BY_WORD[word]).filter((value) => value !== undefined)
  return { os: pick(SYSTEMS), cpu: pick(PROCESSORS), libc }
}

const entryFor = ({ name, version, dev }) => {
  const { os, cpu, libc } = platformOf(name)
  return { version, cpu, ...(dev ? { dev } : {}), ...(libc.length > 0 ? { libc } : {}), optional: true, os }
}

/** A copy of the lock with every missing optional package added, without checksum, for the platform its name tells; the rest unchanged. */
export const completeLock = (lock) => {
  const added = missingOptional(lock)
  const unreadable = added.filter(
    ({ name, version }) => platformOf(name).os.length === 0 || platformOf(name).cpu.length === 0 || !/^\d/u.test(version),
  )
  if (unreadable.length > 0)
    throw new Error(`Cannot tell the platform or exact version of ${unreadable.map(({ name }) => name).join(', ')}.`)
  const entries = [...Object.entries(lock.packages), ...added.map((want) => [`node_modules/${want.name}`, entryFor(want)])]
  const sorted = entries.toSorted(([left], [right]) => (left < right ? -1 : 1))
  return { ...lock, packages: Object.fromEntries(sorted) }
}
