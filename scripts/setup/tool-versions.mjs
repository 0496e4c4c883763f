// Checks the Node and npm that run set-up before anything else is tried.
import { runNpm } from './npm-command.mjs'
import { SetupFault } from './setup-fault.mjs'

const OLDEST_NODE = [20, 19]

/** Whether a version such as "20.19.4" is at least `[major, minor]`. */
export const isAtLeast = (version, [major, minor]) => {
  const [foundMajor = 0, foundMinor = 0] = version.split('.').map(Number)
  return foundMajor > major || (foundMajor === major && foundMinor >= minor)
}

/** Throws unless this Node is new enough for set-up; the rest of the toolchain brings its own Node 24. */
export const checkNode = (version = process.versions.node) => {
  if (isAtLeast(version, OLDEST_NODE)) return
  throw new SetupFault(
    `Node ${version} is too old: Gatehouse needs ${OLDEST_NODE.join('.')} or newer; install a current Node from https://nodejs.org and run the command again.`,
  )
}

/** Throws unless npm can be run. */
export const checkNpm = async () => {
  const { code, stdout } = await runNpm(['--version'])
  if (code === 0 && isAtLeast(stdout.trim(), [10, 0])) return
  throw new SetupFault(
    'npm 10 or newer was not found beside this Node; install Node with npm from https://nodejs.org and run the command again.',
  )
}
