// Starts the token's process on plain Node, as Electron starts it in the app.
import { fork } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { afterAll } from 'vitest'
import type { StartTokenChild } from '#main/tokens/token-desk.ts'
import { tokenEnvironment } from '#main/tokens/token-environment.ts'

const root = resolve(import.meta.dirname, '../../..')

/** The process as the product has it, in one file: from its sources it would take three times as long to start, some eighty times. */
async function bundle(): Promise<string> {
  const parent = join(root, 'out/test')
  mkdirSync(parent, { recursive: true })
  const outDir = mkdtempSync(join(parent, 'token-'))
  afterAll(() => rmSync(outDir, { recursive: true, force: true }))
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node20',
      outDir,
      rolldownOptions: {
        input: { token: join(root, 'src/main/tokens/process.ts') },
        external: ['koffi'],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  })
  return join(outDir, 'token.js')
}

const entry = await bundle()

/** Tells `onStarted` the process's id, for tests that look at it from outside; `nodeWords` go to Node itself. */
export function nodeTokenChild(
  onStarted: (processId: number) => void = () => undefined,
  nodeWords: readonly string[] = [],
): StartTokenChild {
  return ({ onAnswer, onGone }) => {
    const child = fork(entry, [], {
      serialization: 'advanced',
      env: tokenEnvironment(process.env),
      execArgv: [...nodeWords],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    child.on('message', onAnswer)
    child.once('exit', onGone)
    if (child.pid !== undefined) onStarted(child.pid)
    return { send: (job) => void child.send(job), kill: () => void child.kill('SIGKILL') }
  }
}
