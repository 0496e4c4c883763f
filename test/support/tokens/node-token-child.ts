// Starts the token's process on plain Node, as Electron starts it in the app.
import { fork } from 'node:child_process'
import { resolve } from 'node:path'
import type { StartTokenChild } from '#main/tokens/token-desk.ts'
import { tokenEnvironment } from '#main/tokens/token-environment.ts'

const entry = resolve(import.meta.dirname, '../../../src/main/tokens/process.ts')

/** Tells `onStarted` the process's id, for tests that look at it from outside; `nodeWords` go to Node itself. */
export function nodeTokenChild(
  onStarted: (processId: number) => void = () => undefined,
  nodeWords: readonly string[] = [],
): StartTokenChild {
  return ({ onAnswer, onGone }) => {
    const child = fork(entry, [], {
      serialization: 'advanced',
      env: tokenEnvironment(process.env),
      execArgv: ['--disable-warning=ExperimentalWarning', ...nodeWords],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    child.on('message', onAnswer)
    child.once('exit', onGone)
    if (child.pid !== undefined) onStarted(child.pid)
    return { send: (job) => void child.send(job), kill: () => void child.kill('SIGKILL') }
  }
}
