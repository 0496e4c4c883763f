// Finds the npm that runs this project, so that its proxy, certificate and registry settings are used.
import { existsSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { runQuietly } from './child.mjs'

const isNpmCli = (file) => file !== undefined && /npm-cli\.(?:c|m)?js$/u.test(file) && existsSync(file)

const besideNode = () => {
  const folder = path.dirname(nodeOfNpm())
  const candidates = [
    path.join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    path.join(folder, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ]
  return candidates.find((file) => existsSync(file))
}

/** The Node that runs npm itself: not the project's own, which npm ci replaces while it works. */
export const nodeOfNpm = () => {
  const named = process.env.npm_node_execpath
  return named !== undefined && existsSync(named) ? named : process.execPath
}

/** Path of npm-cli.js, or null when npm is only known as a command on the PATH. */
export const npmCli = () => {
  const named = process.env.npm_execpath
  const found = isNpmCli(named) ? named : besideNode()
  return found === undefined ? null : realpathSync(found)
}

// npm's own patience (up to two minutes a package) would leave a user without network waiting in silence.
const PATIENCE = ['--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=4000']

/** Runs npm quietly with the given arguments; only its errors are in the output. */
export const runNpm = (args, options = {}) => {
  const cli = npmCli()
  const all = [...args, '--loglevel=error', ...PATIENCE]
  if (cli !== null) return runQuietly(nodeOfNpm(), [cli, ...all], options)
  return runQuietly('npm', all, { ...options, shell: process.platform === 'win32' })
}
