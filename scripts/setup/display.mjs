// Tells whether this machine can show windows, and starts a virtual X display for tests when it cannot.
import { spawn } from 'node:child_process'
import { SetupFault } from './setup-fault.mjs'

const START_PATIENCE_MS = 20_000

const isSet = (value) => value !== undefined && value !== ''

/** Whether windows can be shown here; GATEHOUSE_FORCE_HEADLESS=1 says no. */
export const hasDisplay = (env = process.env, platform = process.platform) => {
  if (env.GATEHOUSE_FORCE_HEADLESS === '1') return false
  if (platform === 'win32' || platform === 'darwin') return true
  return isSet(env.DISPLAY) || isSet(env.WAYLAND_DISPLAY)
}

/** Starts Xvfb on a free display number. Returns { display: ":N", stop }. */
export const startVirtualDisplay = () =>
  new Promise((resolve, reject) => {
    // Access control is off so that tests may open windows as another user; no TCP port is opened.
    const args = ['-displayfd', '3', '-screen', '0', '1440x1000x24', '-nolisten', 'tcp', '-ac', '-noreset']
    const child = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
    const fail = (why) => {
      child.kill('SIGKILL')
      reject(
        new SetupFault(`The virtual display (Xvfb) did not start: ${why}; start one yourself, set DISPLAY, and run the command again.`),
      )
    }
    const timer = setTimeout(() => fail('no answer in 20 s'), START_PATIENCE_MS)
    const stop = () => void child.kill('SIGTERM')
    child.on('error', (error) => fail(error.message))
    child.on('exit', (code) => fail(`it ended with code ${code}`))
    let said = ''
    child.stdio[3].on('data', (data) => {
      said += data.toString()
      // The number and its line feed are two writes: a pipe closed between them would end the server.
      if (!said.includes('\n')) return
      clearTimeout(timer)
      child.removeAllListeners('exit')
      process.once('exit', stop)
      child.unref()
      child.stdio[3].destroy()
      resolve({ display: `:${said.trim()}`, stop })
    })
  })
