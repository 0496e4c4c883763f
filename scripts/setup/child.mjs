// Runs child programs for set-up: captured and quiet, or passed straight through to the terminal.
import { spawn } from 'node:child_process'

const KEPT_OUTPUT_CHARS = 200_000

const collect = (stream) => {
  let text = ''
  stream?.setEncoding('utf8')
  stream?.on('data', (chunk) => {
    text = (text + chunk).slice(-KEPT_OUTPUT_CHARS)
  })
  return () => text
}

/** Runs a program quietly. Returns `{ code, stdout, stderr }`; code 127 when it cannot be started, 124 when it ran out of time. */
export const runQuietly = (command, args, options = {}) =>
  new Promise((resolve) => {
    const { timeoutMs, ...rest } = options
    const child = spawn(command, args, { ...rest, stdio: ['ignore', 'pipe', 'pipe'] })
    const stdout = collect(child.stdout)
    const stderr = collect(child.stderr)
    let timedOut = false
    const timer =
      timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true
            child.kill('SIGKILL')
          }, timeoutMs)
    const finish = (code, extra = '') => {
      clearTimeout(timer)
      resolve({ code, stdout: stdout(), stderr: stderr() + extra })
    }
    child.on('error', (error) => finish(127, error.message))
    child.on('close', (code) => finish(timedOut ? 124 : (code ?? 1)))
  })

/** Runs a program on this terminal and returns its exit code; Ctrl+C and TERM reach the child and are waited for. */
export const runAttached = (command, args, options = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options })
    const forward = (signal) => child.kill(signal)
    process.on('SIGINT', forward)
    process.on('SIGTERM', forward)
    child.on('error', reject)
    child.on('close', (code, signal) => {
      process.off('SIGINT', forward)
      process.off('SIGTERM', forward)
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143))
    })
  })

/** The last lines of a program's output that say something, for one-line messages. */
export const lastWords = ({ stdout, stderr }) => {
  const lines = `${stdout}\n${stderr}`.split('\n').map((line) => line.trim())
  return lines.filter((line) => line !== '').slice(-1)[0] ?? 'it printed nothing'
}
