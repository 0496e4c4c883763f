// Starts the product or the bare window with the probe in it, waits for its first paint, and drives it.
import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { benchVersion } from '../version.ts'
import { type OrderWithoutId, probeMark, ProbeMessage } from './probe-messages.ts'

export interface WindowKind {
  readonly electronPath: string
  readonly appFolder: string
  readonly userData: string
  /** Switches of Chromium's besides. */
  readonly switches?: readonly string[]
}

export interface WindowKinds {
  readonly product: WindowKind
  readonly bare: WindowKind
}

export interface RunningWindow {
  readonly pid: number
  /** Milliseconds from the start of the process until the button was painted in a shown window. */
  readonly startMs: number
  ask(order: OrderWithoutId): Promise<unknown>
  end(): Promise<void>
}

const staticPage = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Bare window</title></head>
<body><h1>Bare window</h1><button type="button">Open</button></body></html>
`

/** Longest time for a window to show its button, in milliseconds. */
const patienceMs = 60_000

/** Writes the two little app folders: each loads the probe, then its real main module. */
export function writeWindowApps(order: {
  readonly folder: string
  readonly electronPath: string
  readonly probePath: string
  readonly mains: { readonly product: string; readonly bare: string }
}): WindowKinds {
  const { folder, electronPath, probePath, mains } = order
  const write = (name: 'product' | 'bare'): WindowKind => {
    const appFolder = join(folder, `${name}-app`)
    mkdirSync(appFolder, { recursive: true })
    writeFileSync(
      join(appFolder, 'package.json'),
      JSON.stringify({ name: `bench-${name}`, version: benchVersion, type: 'module', main: 'main.js' }),
    )
    const imports = [probePath, mains[name]].map((path) => `import ${JSON.stringify(pathToFileURL(path).href)}\n`)
    writeFileSync(join(appFolder, 'main.js'), imports.join(''))
    writeFileSync(join(appFolder, 'page.html'), staticPage)
    return { electronPath, appFolder, userData: join(folder, `${name}-user-data`) }
  }
  return { product: write('product'), bare: write('bare') }
}

type Child = ChildProcessByStdio<Writable, Readable, null>

function launch(kind: WindowKind): Child {
  const isRoot = process.getuid?.() === 0
  const args = [...(isRoot ? ['--no-sandbox'] : []), `--user-data-dir=${kind.userData}`, ...(kind.switches ?? []), kind.appFolder]
  const { ELECTRON_RUN_AS_NODE: _, ...environment } = process.env
  return spawn(kind.electronPath, args, {
    env: { ...environment, GATEHOUSE_BENCH_PAGE: join(kind.appFolder, 'page.html') },
    stdio: ['pipe', 'pipe', 'ignore'],
    detached: true,
  })
}

function endGroup(child: Child): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  } catch {
    // The whole group is gone already, which is what was wanted.
  }
}

function listen(child: Child) {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  const painted = new Promise<{ shownAt: number; paintedAt: number }>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (!line.startsWith(probeMark)) return
      const message = ProbeMessage.parse(JSON.parse(line.slice(probeMark.length)))
      if (message.kind === 'painted') return resolve(message.report)
      const asker = waiting.get(message.id)
      waiting.delete(message.id)
      if (message.kind === 'answer') asker?.resolve(message.value)
      else asker?.reject(new Error(message.sentence))
    })
  })
  return { waiting, painted }
}

/** Starts the app and resolves once its button is on the screen. */
export async function startWindow(kind: WindowKind): Promise<RunningWindow> {
  const startedAt = performance.timeOrigin + performance.now()
  const child = launch(kind)
  const gone = once(child, 'exit')
  process.once('exit', () => endGroup(child))
  const { waiting, painted } = listen(child)
  const tooLate = AbortSignal.timeout(patienceMs)
  const report = await Promise.race([painted, gone.then(() => null), once(tooLate, 'abort').then(() => null)])
  if (report === null || child.pid === undefined) {
    endGroup(child)
    throw new Error(`The window of ${kind.appFolder} ended or showed no button.`)
  }
  let nextId = 1
  return {
    pid: child.pid,
    startMs: Math.max(report.shownAt, report.paintedAt) - startedAt,
    ask: (order) =>
      new Promise((resolve, reject) => {
        const id = nextId
        nextId += 1
        waiting.set(id, { resolve, reject })
        child.stdin.write(`${JSON.stringify({ ...order, id })}\n`)
      }),
    end: async () => {
      child.kill('SIGTERM')
      const tooLong = setTimeout(() => endGroup(child), 5_000)
      await gone
      clearTimeout(tooLong)
    },
  }
}
