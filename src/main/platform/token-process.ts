// Starts a token's own process: with the few variables a module needs, nothing of the vault, and an end that no module can put off.
import { utilityProcess } from 'electron'
import type { StartTokenChild } from '#main/tokens/token-desk.ts'
import { tokenEnvironment } from '#main/tokens/token-environment.ts'

/** Starts the process at `entryPath`, once for each job. */
export function tokenChildAt(entryPath: string): StartTokenChild {
  return ({ onAnswer, onGone }) => {
    const child = utilityProcess.fork(entryPath, [], {
      serviceName: 'Gatehouse token',
      stdio: 'ignore',
      env: tokenEnvironment(process.env),
      // A module is its maker's file, which Apple's rules for our own program would keep out.
      allowLoadingUnsignedLibraries: true,
    })
    let state: 'starting' | 'running' | 'unwanted' | 'gone' = 'starting'
    const end = () => {
      // A module may ignore the polite signal.
      if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL')
    }
    child.once('spawn', () => {
      if (state === 'unwanted') end()
      else state = 'running'
    })
    child.on('message', onAnswer)
    child.once('exit', () => {
      state = 'gone'
      onGone()
    })
    return {
      send: (job) => child.postMessage(job),
      kill: () => {
        if (state === 'running') end()
        else if (state === 'starting') state = 'unwanted'
      },
    }
  }
}
