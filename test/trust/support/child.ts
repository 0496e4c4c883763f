// Builds and runs the program that works on a vault in a process of its own, on a disk that may be made to fail.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'vite'

const root = resolve(import.meta.dirname, '../../..')
const nativeAddons = ['better-sqlite3', '@node-rs/argon2', '@myriaddreamin/typst-ts-node-compiler']

export interface ChildProgram {
  readonly path: string
  /** The library that makes the disk fail; null where there is no C compiler or this is not Linux, with the reason. */
  readonly faultyDisk: string | null
  readonly whyNoFaults: string
  readonly remove: () => void
}

function compileFaultyDisk(folder: string): Pick<ChildProgram, 'faultyDisk' | 'whyNoFaults'> {
  if (process.platform !== 'linux') return { faultyDisk: null, whyNoFaults: 'libraries can be preloaded on Linux only' }
  const library = join(folder, 'faulty-disk.so')
  const source = join(import.meta.dirname, '../child/faulty-disk.c')
  const compiled = spawnSync('cc', ['-O1', '-shared', '-fPIC', '-o', library, source, '-ldl', '-lpthread'], { encoding: 'utf8' })
  if (compiled.error !== undefined) return { faultyDisk: null, whyNoFaults: 'there is no C compiler (apt-get install gcc)' }
  if (compiled.status !== 0) throw new Error(`The faulty disk does not compile: ${compiled.stderr}`)
  return { faultyDisk: library, whyNoFaults: '' }
}

/** Bundles the program the way the product is. It stands inside the project, where its native addons are found. */
export async function buildChildProgram(): Promise<ChildProgram> {
  const parent = join(root, 'out/trust')
  mkdirSync(parent, { recursive: true })
  const folder = mkdtempSync(join(parent, 'child-'))
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node24',
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: {
        input: { program: join(import.meta.dirname, '../child/program.ts') },
        external: nativeAddons,
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  })
  const remove = () => rmSync(folder, { recursive: true, force: true })
  return { path: join(folder, 'program.js'), ...compileFaultyDisk(folder), remove }
}

export interface Breaking {
  readonly call: 'write' | 'sync' | 'name' | 'any'
  /** Counted from 1 since the program began. */
  readonly at: number
  readonly how: 'EIO' | 'ENOSPC' | 'EROFS' | 'short' | 'kill'
  readonly lasts: 'once' | 'always'
}

export interface DiskOrder {
  /** Only files below this folder fail or are noted. */
  readonly under: string
  readonly breaking?: Breaking
  /** Where every call that changes a file is noted. */
  readonly log?: string
}

function diskEnvironment(program: ChildProgram, order: DiskOrder | undefined): NodeJS.ProcessEnv {
  if (order === undefined) return {}
  if (program.faultyDisk === null) throw new Error(`No faulty disk: ${program.whyNoFaults}.`)
  const { under, breaking, log } = order
  return {
    LD_PRELOAD: program.faultyDisk,
    GATEHOUSE_DISK_UNDER: under,
    ...(breaking === undefined ? {} : { GATEHOUSE_DISK_BREAK: `${breaking.call} ${breaking.at} ${breaking.how} ${breaking.lasts}` }),
    ...(log === undefined ? {} : { GATEHOUSE_DISK_LOG: log }),
  }
}

const environment = () => ({
  ...process.env,
  GATEHOUSE_RESOURCES: join(root, 'resources'),
  TMPDIR: tmpdir(),
  GATEHOUSE_SQLITE_BINDING: undefined,
})

export interface ChildRun {
  readonly exitCode: number | null
  readonly signal: NodeJS.Signals | null
  /** What it said, line by line. */
  readonly lines: readonly string[]
  readonly errors: string
}

/** Runs the program to its end. */
export function runChild(program: ChildProgram, words: readonly string[], disk?: DiskOrder): ChildRun {
  const env = { ...environment(), ...diskEnvironment(program, disk) }
  const run = spawnSync(process.execPath, [program.path, ...words], { env, encoding: 'utf8', timeout: 120_000, maxBuffer: 2 ** 26 })
  return { exitCode: run.status, signal: run.signal, lines: run.stdout.split('\n').filter((line) => line !== ''), errors: run.stderr }
}

/** Starts the program and leaves it running; the caller ends it. */
export function startChild(program: ChildProgram, words: readonly string[], disk?: DiskOrder): ChildProcess {
  const env = { ...environment(), ...diskEnvironment(program, disk) }
  return spawn(process.execPath, [program.path, ...words], { env, stdio: ['pipe', 'pipe', 'inherit'] })
}
