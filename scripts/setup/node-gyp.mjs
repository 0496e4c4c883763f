// Finds the compiler driver (node-gyp, which npm carries) and Node's C headers on this machine.
import { existsSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { nodeOfNpm, npmCli, runNpm } from './npm-command.mjs'
import { SetupFault } from './setup-fault.mjs'

const inNpmFolder = (npmFolder) => [
  path.join(npmFolder, 'node_modules', 'node-gyp', 'bin', 'node-gyp.js'),
  path.join(npmFolder, '..', 'node-gyp', 'bin', 'node-gyp.js'),
]

/** Path of node-gyp's command file, taken from npm's own copy. */
export const findNodeGyp = async () => {
  const cli = npmCli()
  const globalRoot = cli === null ? (await runNpm(['root', '--global'])).stdout.trim() : null
  const npmFolder = cli === null ? path.join(globalRoot, 'npm') : path.join(path.dirname(cli), '..')
  const found = inNpmFolder(npmFolder).find((file) => existsSync(file))
  if (found !== undefined) return found
  throw new SetupFault("npm's own node-gyp was not found; install npm with `npm install --global npm` and run the command again.")
}

const holdsHeaders = (folder) =>
  existsSync(path.join(folder, 'include', 'node', 'node_api.h')) && existsSync(path.join(folder, 'include', 'node', 'common.gypi'))

/** Folder whose include/node holds Node's headers, or null when none is on this machine. */
export const findNodeHeaders = () => {
  const node = nodeOfNpm()
  const prefixes = [
    process.env.npm_config_nodedir,
    path.dirname(path.dirname(realpathSync(node))),
    path.dirname(path.dirname(node)),
    '/usr',
    '/usr/local',
  ]
  return prefixes.find((folder) => folder !== undefined && holdsHeaders(folder)) ?? null
}
