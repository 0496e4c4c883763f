// `npm run runtime`: sets up Electron and its SQLite addon and prints where they are, as JSON on standard output.
import { runCommand } from './setup/command.mjs'
import { checkNode } from './setup/tool-versions.mjs'

await runCommand(async () => {
  checkNode()
  // Loaded only now, because an old Node could not even link the modules behind it.
  const { runtimeJob } = await import('./setup/runtime-job.mjs')
  return runtimeJob()
})
