// The job of `npm run runtime`: makes Electron and its SQLite addon ready and prints where they are.
import { ensureRuntime } from './electron-runtime.mjs'
import { ensurePackages } from './installed-packages.mjs'

/** Prints { kind, version, electronPath, sqliteBinding } as JSON on standard output; returns the exit code. */
export const runtimeJob = async () => {
  await ensurePackages()
  process.stdout.write(`${JSON.stringify(await ensureRuntime(), null, 2)}\n`)
  return 0
}
