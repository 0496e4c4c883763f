// Starts a program as a person would, without any debugging switch, and ends it with everything it started.
import { type ChildProcess, spawn } from 'node:child_process'
import { processTree, rendererPids } from './process-tree.ts'

export interface Started {
  readonly pid: number
  readonly errors: () => string
  /** The exit code once it has ended. */
  readonly ended: Promise<number | null>
  readonly end: () => Promise<void>
}

export interface PlainOptions {
  readonly env: NodeJS.ProcessEnv
  readonly cwd?: string
  /** The ordinary user to run as; only root can choose. */
  readonly userId?: number
}

const tooLongMs = 20_000
const lookEveryMs = 100

function killTree(child: ChildProcess): void {
  for (const pid of processTree(child.pid ?? 0).toReversed()) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It was faster.
    }
  }
}

export function startPlainly(command: readonly string[], options: PlainOptions): Started {
  const [program = '', ...words] = command
  const { userId, ...rest } = options
  const child = spawn(program, words, {
    ...rest,
    ...(userId === undefined ? {} : { uid: userId, gid: userId }),
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let errors = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    errors += chunk.toString()
  })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
  return {
    pid: child.pid ?? 0,
    errors: () => errors,
    ended,
    end: async () => {
      if (child.exitCode === null && child.signalCode === null) killTree(child)
      await ended
    },
  }
}

/** Waits until the program shows a page; returns the process that does. */
export async function waitForRenderer(started: Started): Promise<number> {
  for (let waitedMs = 0; waitedMs < tooLongMs; waitedMs += lookEveryMs) {
    const [renderer] = rendererPids(started.pid)
    if (renderer !== undefined) return renderer
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs))
  }
  throw new Error(`No page was shown within ${tooLongMs / 1_000} s. It said: ${started.errors()}`)
}
