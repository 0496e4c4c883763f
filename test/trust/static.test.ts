// What can be said of the program without running it: its imports, its packages, its constructs, its build.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { temporaryFolder } from '#test/support/vault-place.ts'
import { recordFigure, recordNotRun } from './support/figures.ts'
import { isLongRun } from './support/rounds.ts'

const root = resolve(import.meta.dirname, '../..')
const tool = (name: string) => join(root, 'node_modules/.bin', name)

let built: string

/** Builds the app into a folder of its own inside the project, where its native addons are found. */
function buildInto(folder: string): void {
  const run = spawnSync(tool('electron-vite'), ['build', '--outDir', folder, '--logLevel', 'error'], { cwd: root, encoding: 'utf8' })
  if (run.status !== 0) throw new Error(run.stdout + run.stderr)
}

beforeAll(() => {
  mkdirSync(join(root, 'out/trust'), { recursive: true })
  built = mkdtempSync(join(root, 'out/trust/build-'))
  buildInto(join(built, 'one'))
  buildInto(join(built, 'two'))
})

afterAll(() => rmSync(built, { recursive: true, force: true }))

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()

test('two builds of the same source give the same files', () => {
  const hashes = (name: string) =>
    filesIn(join(built, name)).map((path) => [
      path.slice(join(built, name).length),
      createHash('sha256').update(readFileSync(path)).digest('hex'),
    ])
  expect(hashes('one').length).toBeGreaterThan(10)
  expect(hashes('one')).toEqual(hashes('two'))
})

/** Modules the built parts may load, and why the odd ones are there. */
const allowedImports: Readonly<Record<string, readonly string[]>> = {
  main: [
    'electron',
    'better-sqlite3',
    '@node-rs/argon2',
    '@myriaddreamin/typst-ts-node-compiler',
    ...['crypto', 'fs', 'fs/promises', 'module', 'os', 'path', 'url', 'util', 'zlib', 'stream', 'worker_threads'].map(
      (name) => `node:${name}`,
    ),
    // What a bundled library asks for by its old name.
    'buffer',
    'process',
    // engine/no-network.ts, which takes away everything in them.
    ...['child_process', 'dgram', 'dns', 'http', 'http2', 'https', 'inspector', 'net', 'tls'].map((name) => `node:${name}`),
  ],
  preload: ['electron'],
  renderer: [],
}

/** Modules that only the file that takes the network away may name. */
const networkModules = new Set([
  'child_process',
  'dgram',
  'dns',
  'http',
  'http2',
  'https',
  'inspector',
  'net',
  'tls',
  'worker_threads',
  'cluster',
])

function importsOf(source: string): string[] {
  // At the beginning of a line, or as a call: what stands inside a text or a comment is no import.
  const found = source.matchAll(
    /(?:^(?:import|export|\})[^\n]*?\bfrom\s*|^import\s*|\bimport\(\s*|\brequire\(\s*)(["'])([^"'.\n/][^"'\n]*)\1/gm,
  )
  return [...found].map((match) => String(match[2]))
}

test('the built program imports the modules on its list and nothing else', () => {
  for (const [part, allowed] of Object.entries(allowedImports)) {
    const scripts = filesIn(join(built, 'one', part)).filter((path) => /\.c?js$/.test(path))
    const imported = new Set(scripts.flatMap((path) => importsOf(readFileSync(path, 'utf8'))))
    if (part === 'main') expect(imported.size).toBeGreaterThan(10)
    // React names the modules of its own messages, so in the page only what the language imports counts.
    const strange = [...imported].filter((name) => !allowed.includes(name))
    expect(part === 'renderer' ? strange.filter((name) => name.startsWith('node:') || name === 'electron') : strange, part).toEqual([])
  }
})

test('only the file that takes the network away names a module that leads out of the process', () => {
  const sources = filesIn(join(root, 'src')).filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
  const named = sources.filter((path) =>
    importsOf(readFileSync(path, 'utf8')).some((name) => networkModules.has(name.replace(/^node:/, ''))),
  )
  expect(named.map((path) => path.slice(root.length + 1))).toEqual(['src/main/engine/no-network.ts'])
})

test('no source opens a browser, reports a crash, updates itself or keeps anything in the operating system’s shell', () => {
  const sources = filesIn(join(root, 'src')).filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
  const banned =
    /\b(?:openExternal|openPath|crashReporter|autoUpdater|setAsDefaultProtocolClient|dangerouslySetInnerHTML|\.innerHTML|insertAdjacentHTML|document\.write)\b/
  expect(sources.filter((path) => banned.test(readFileSync(path, 'utf8'))).map((path) => path.slice(root.length + 1))).toEqual([])
})

const constructs = [
  ['eval', 'export const kept: unknown = eval("1")'],
  ['new Function', 'export const kept: unknown = new Function("return 1")()'],
  ['a javascript: address', 'export const kept = "javascript:alert(1)"'],
  ['raw HTML in React', 'export const Kept = () => <div dangerouslySetInnerHTML={{ __html: "x" }} />'],
  ['a link that hands its window over', 'export const Kept = () => <a href="https://example.invalid" target="_blank">x</a>'],
  ['any', 'export const kept: any = 1'],
  ['a silenced type error', '// @ts-ignore\nexport const kept: string = 1'],
  ['console output', 'console.log("typed text")\nexport const kept = 1'],
] as const

test('the linter refuses each of the constructs it is told to', () => {
  const folder = temporaryFolder()
  copyFileSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
  mkdirSync(join(folder, 'src/renderer/app'), { recursive: true })
  for (const [name, source] of constructs) {
    const file = join(folder, 'src/renderer/app/planted.tsx')
    writeFileSync(file, `// Planted.\n${source}\n`)
    const run = spawnSync(tool('oxlint'), ['--deny-warnings', file], { cwd: folder, encoding: 'utf8' })
    expect([name, run.status, run.stdout]).toEqual([name, 1, expect.stringContaining('error')])
  }
})

const Lock = z.looseObject({
  packages: z.record(
    z.string(),
    z.looseObject({
      version: z.string().default(''),
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      optional: z.boolean().optional(),
      os: z.array(z.string()).optional(),
    }),
  ),
})
const Manifest = z.looseObject({ allowScripts: z.record(z.string(), z.boolean()) })

test('every package of the lock file is pinned, by its checksum where it is installed here, and only the runtime may run an install script', () => {
  const { packages } = Lock.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')))
  const entries = Object.entries(packages).filter(([path]) => path !== '')
  expect(entries.length).toBeGreaterThan(100)
  // Packages of other platforms, which npm leaves out of the lock file here, are pinned by their version alone.
  const isForeign = ([, { optional, os, integrity }]: (typeof entries)[number]) =>
    optional === true && os !== undefined && integrity === undefined
  const own = entries.filter((entry) => !isForeign(entry))
  expect(own.filter(([, entry]) => !entry.integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([])
  expect(own.filter(([, { resolved = '' }]) => !/^$|^https:\/\/registry\.npmjs\.org\//.test(resolved)).map(([path]) => path)).toEqual([])
  expect(entries.filter(([, { version }]) => !/^\d+\.\d+\.\d+/.test(version)).map(([path]) => path)).toEqual([])
  const { allowScripts } = Manifest.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
  expect(
    Object.entries(allowScripts)
      .filter(([, isAllowed]) => isAllowed)
      .map(([name]) => name),
  ).toEqual(['node'])
})

const AllowList = z.strictObject({
  version: z.string(),
  allowed: z.array(z.strictObject({ check: z.string(), file: z.string(), reason: z.string().min(60) })),
})
const allowList = AllowList.parse(JSON.parse(readFileSync(join(import.meta.dirname, 'electronegativity.json'), 'utf8')))

/** Check and file of each finding in the CSV that Electronegativity writes. Its first row lacks its beginning when the file is new. */
function findingsIn(csv: string): { readonly check: string; readonly file: string }[] {
  return [...csv.matchAll(/^([A-Z][A-Z_]+_CHECK),"[^"]*","[^"]*","([^"]*)"/gm)].map((match) => ({
    check: String(match[1]),
    file: String(match[2]),
  }))
}

const isAllowed = (finding: { readonly check: string; readonly file: string }) =>
  allowList.allowed.some(({ check, file }) => check === finding.check && finding.file.startsWith(file))

test('every finding of Electronegativity that is allowed has a reason, and the last long run had no other', () => {
  expect(isAllowed({ check: 'NODE_INTEGRATION_JS_CHECK', file: 'main/index.js' })).toBe(false)
  expect(findingsIn('\nSANDBOX_JS_CHECK,"MEDIUM","FIRM","main/index.js","739:16","x"').every(isAllowed)).toBe(true)
  if (!isLongRun) return
  const folder = temporaryFolder()
  const input = join(folder, 'app')
  cpSync(join(built, 'one'), input, { recursive: true })
  copyFileSync(join(root, 'package.json'), join(input, 'package.json'))
  const report = join(folder, 'findings.csv')
  const words = ['-i', input, '-o', report, '-r', '-x', 'AvailableSecurityFixesGlobalCheck']
  const run = spawnSync(
    'npm',
    ['exec', '--yes', `--package=@doyensec/electronegativity@${allowList.version}`, '--', 'electronegativity', ...words],
    {
      cwd: folder,
      encoding: 'utf8',
      timeout: 600_000,
    },
  )
  if (run.status !== 0) {
    recordNotRun('S08', 'Electronegativity', 'it could not be fetched from the package registry')
    return
  }
  const findings = findingsIn(readFileSync(report, 'utf8'))
  expect(findings.length).toBeGreaterThan(2)
  expect(findings.filter((finding) => !isAllowed(finding))).toEqual([])
  recordFigure({
    requirement: 'S08',
    measure: 'files searched',
    count: filesIn(input).length,
    what: 'Electronegativity',
    note: `${findings.length} findings, all on the list with a reason`,
  })
}, 700_000)
