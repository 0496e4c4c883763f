// Proves that an Electron runs here and that it can open an encrypted database.
import { fileURLToPath } from 'node:url'
import { runQuietly } from './child.mjs'
import { inRepo } from './places.mjs'

const SCRIPT = fileURLToPath(new URL('sqlite-smoke.cjs', import.meta.url))

/** Runs the smoke script on the Electron binary with the given addon (null means the shipped one). Returns { code, stdout, stderr }; code 0 means it works. */
export const smokeTestSqlite = ({ electronPath, addon }) => {
  const args = [SCRIPT, inRepo('node_modules', 'better-sqlite3'), ...(addon === null ? [] : [addon])]
  return runQuietly(electronPath, args, { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' }, timeoutMs: 60_000 })
}
