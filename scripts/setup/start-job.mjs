// The job of `npm start`: makes everything ready, then opens the app, runs one verb, or (without a display) the sample.
import { mkdirSync } from 'node:fs'
import { ensureBuilt } from './built-app.mjs'
import { runAttached } from './child.mjs'
import { hasDisplay } from './display.mjs'
import { ensureRuntime, runtimeEnv } from './electron-runtime.mjs'
import { ensurePackages } from './installed-packages.mjs'
import { inRepo, projectNode } from './places.mjs'
import { say } from './progress.mjs'

const SAMPLE_INPUT = 'examples/supplier.json'
const SAMPLE_REPORT = 'out/sample/supplier.pdf'
const CLI_FLAGS = new Set(['--help', '-h', '--version'])

const isForCommandLine = ([first]) => first !== undefined && (!first.startsWith('-') || CLI_FLAGS.has(first))

// npm runs scripts in the repository's root; paths on the command line are relative to where the user typed it.
const typedIn = () => (process.env.npm_lifecycle_event === 'start' ? (process.env.INIT_CWD ?? process.cwd()) : process.cwd())

const runVerb = (args, cwd) => runAttached(projectNode(), [inRepo('out', 'main', 'cli.js'), ...args], { cwd })

const runSample = () => {
  say(`no display here, so no window; running the sample instead: npm start -- assess --input ${SAMPLE_INPUT} --out ${SAMPLE_REPORT}`)
  mkdirSync(inRepo('out', 'sample'), { recursive: true })
  return runVerb(['assess', '--input', SAMPLE_INPUT, '--out', SAMPLE_REPORT], inRepo())
}

const needsNoSandbox = () => process.platform === 'linux' && process.getuid() === 0

const openApp = (runtime, args) => {
  const switches = needsNoSandbox() ? ['--no-sandbox'] : []
  if (switches.length > 0) say('running as root, so Chromium starts without its sandbox (--no-sandbox); use an ordinary user for real work')
  say('opening Gatehouse; close its window or press Ctrl+C to end')
  const env = { ...process.env, ...runtimeEnv(runtime) }
  delete env.ELECTRON_RUN_AS_NODE
  return runAttached(runtime.electronPath, [...switches, '.', ...args], { cwd: inRepo(), env })
}

/** Runs `npm start` with the given arguments; returns the exit code. */
export const startJob = async (args) => {
  await ensurePackages()
  const wantsWindow = !isForCommandLine(args) && hasDisplay()
  const runtime = wantsWindow ? await ensureRuntime() : null
  await ensureBuilt()
  if (isForCommandLine(args)) return runVerb(args, typedIn())
  return runtime === null ? runSample() : openApp(runtime, args)
}
