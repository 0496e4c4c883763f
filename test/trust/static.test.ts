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

/** Modules that lead out of the process or start another. Only the file that takes them away may name them. */
const waysOut: ReadonlySet<string> = new Set([
  'child_process',
  'cluster',
  'dgram',
  'dns',
  'dns/promises',
  'http',
  'http2',
  'https',
  'inspector',
  'net',
  'tls',
  'vm',
  'wasi',
  'worker_threads',
])

/** Packages that stay outside the bundle, and the old names under which bundled libraries ask for what Node has anyway. */
const allowedPackages: ReadonlySet<string> = new Set([
  'electron',
  'better-sqlite3',
  '@node-rs/argon2',
  '@myriaddreamin/typst-ts-node-compiler',
  'koffi',
  'buffer',
  'process',
])

const bareName = (name: string) => name.replace(/^node:/, '')

function importsOf(source: string): string[] {
  // At the beginning of a line, or as a call: what stands inside a text or a comment is no import.
  const found = source.matchAll(
    /(?:^(?:import|export|\})[^\n]*?\bfrom\s*|^import\s*|\bimport\(\s*|\brequire\(\s*)(["'])([^"'.\n/][^"'\n]*)\1/gm,
  )
  return [...found].map((match) => String(match[2]))
}

/** The built scripts of a part, each with what it imports. */
function importsIn(part: string) {
  const scripts = filesIn(join(built, 'one', part)).filter((path) => /\.c?js$/.test(path))
  return scripts.map((path) => ({ text: readFileSync(path, 'utf8'), names: importsOf(readFileSync(path, 'utf8')) }))
}

test('the built program imports the modules on its list and nothing else', () => {
  const main = importsIn('main')
  expect(new Set(main.flatMap(({ names }) => names)).size).toBeGreaterThan(10)
  const strange = main.flatMap(({ names }) => names).filter((name) => !name.startsWith('node:') && !allowedPackages.has(name))
  expect(strange).toEqual([])
  // The network is taken away in one chunk, which knows the sentence that it puts in its place.
  const leaving = main.filter(({ names }) => names.some((name) => waysOut.has(bareName(name))))
  expect(leaving).toHaveLength(1)
  expect(leaving[0]?.text).toContain('Gatehouse never opens a network connection.')
  expect(importsIn('preload').flatMap(({ names }) => names)).toEqual(['electron'])
  expect(importsIn('renderer').flatMap(({ names }) => names.filter((name) => name.startsWith('node:') || name === 'electron'))).toEqual([])
})

/** What an entry of the main part can load, itself included; other entries it only names, to start them as processes. */
function reachedFrom(entry: string): ReadonlySet<string> {
  const entries = new Set(['index.js', 'engine.js', 'token.js', 'cli.js'].map((name) => join(built, 'one/main', name)))
  const reached = new Set([join(built, 'one/main', entry)])
  for (const path of reached) {
    const named = [...readFileSync(path, 'utf8').matchAll(/["'](\.{1,2}\/[^"'\n]+\.js)["']/g)].map(([, name = '']) =>
      join(path, '..', name),
    )
    for (const one of named) if (!entries.has(one)) reached.add(one)
  }
  return reached
}

test('only the process of a token can reach what calls any library by its address', () => {
  const callsLibraries = (entry: string) =>
    [...reachedFrom(entry)].filter((path) => importsOf(readFileSync(path, 'utf8')).includes('koffi'))
  expect(callsLibraries('token.js')).toHaveLength(1)
  for (const entry of ['index.js', 'engine.js', 'cli.js']) expect(callsLibraries(entry)).toEqual([])
})

test('only the file that takes the network away names a module that leads out of the process', () => {
  const sources = filesIn(join(root, 'src')).filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
  const named = sources.filter((path) => importsOf(readFileSync(path, 'utf8')).some((name) => waysOut.has(bareName(name))))
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
  // It crashes on Node 24, for which nobody has maintained it.
  const run = spawnSync(
    'npm',
    [
      'exec',
      '--yes',
      '--package=node@20.19.5',
      `--package=@doyensec/electronegativity@${allowList.version}`,
      '--',
      'electronegativity',
      ...words,
    ],
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
