// Runs child programs for set-up: captured and quiet, passed straight through to the terminal, or with a time limit.
import { spawn } from 'node:child_process'

const KEPT_OUTPUT_CHARS = 200_000
const HAS_GROUPS = process.platform !== 'win32'
const INTERRUPTED = 130
const TIMED_OUT = 124
const NOT_STARTED = 127

const collect = (stream) => {
  let text = ''
  stream?.setEncoding('utf8')
  stream?.on('data', (chunk) => {
    text = (text + chunk).slice(-KEPT_OUTPUT_CHARS)
  })
  return () => text
}

const killGroup = (child) => {
  try {
    if (HAS_GROUPS && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    else child.kill('SIGKILL')
  } catch {
    // The group has already ended, which is what was wanted.
  }
}

// The child leads its own process group, so that a time limit or Ctrl+C ends its grandchildren (compilers, Electron) too.
const runInGroup = ({ command, args, options, limitMs }) => {
  const child = spawn(command, args, { ...options, detached: HAS_GROUPS })
  const stop = () => {
    killGroup(child)
    process.exit(INTERRUPTED)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  let late = false
  const onLate = () => {
    late = true
    killGroup(child)
  }
  const timer = limitMs === undefined ? undefined : setTimeout(onLate, limitMs)
  const ended = new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: NOT_STARTED, problem: error.message }))
    child.on('close', (code) =>
      resolve({ code: late ? TIMED_OUT : (code ?? 1), problem: code === null && !late ? 'it was stopped from outside' : '' }),
    )
  }).finally(() => {
    clearTimeout(timer)
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
  })
  return { child, ended }
}

/** Runs a program quietly. Returns { code, stdout, stderr }; code 127 when it cannot be started, 124 when it ran past `timeoutMs`. */
export const runQuietly = async (command, args, { timeoutMs, ...options } = {}) => {
  const stdio = ['ignore', 'pipe', 'pipe']
  const { child, ended } = runInGroup({ command, args, options: { ...options, stdio }, limitMs: timeoutMs })
  const stdout = collect(child.stdout)
  const stderr = collect(child.stderr)
  const { code, problem } = await ended
  return { code, stdout: stdout(), stderr: stderr() + problem }
}

/** Runs a program with its output on this terminal, for at most `limitMs`. Returns { code, late }. */
export const runLimited = async (command, args, { limitMs, ...options }) => {
  const stdio = ['ignore', 'inherit', 'inherit']
  const { ended } = runInGroup({ command, args, options: { ...options, stdio }, limitMs })
  const { code } = await ended
  return { code, late: code === TIMED_OUT }
}

/** Runs a program on this terminal, input included, and returns its exit code; Ctrl+C and TERM reach it and are waited for. */
export const runAttached = (command, args, options = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options })
    const forward = (signal) => void child.kill(signal)
    process.on('SIGINT', forward)
    process.on('SIGTERM', forward)
    child.on('error', reject)
    child.on('close', (code, signal) => {
      process.off('SIGINT', forward)
      process.off('SIGTERM', forward)
      resolve(code ?? (signal === 'SIGINT' ? INTERRUPTED : 143))
    })
  })

/** The last line of a program's output that names an error, or the last that says anything, for one-line messages. */
export const lastWords = ({ stdout, stderr }) => {
  const lines = `${stdout}\n${stderr}`.split('\n').map((line) => line.trim())
  const spoken = lines.filter((line) => line !== '' && !/^at |^\^|complete log of this run/u.test(line))
  return spoken.findLast((line) => /error/iu.test(line)) ?? spoken.at(-1) ?? 'it printed nothing'
}
