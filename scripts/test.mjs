// `npm test [-- step …]`: sets everything up, then runs every check and test and ends with "N passed, N failed".
import { runCommand } from './setup/command.mjs'
import { checkNode } from './setup/tool-versions.mjs'

await runCommand(async () => {
  checkNode()
  // Loaded only now, because an old Node could not even link the modules behind it.
  const { testJob } = await import('./setup/test-job.mjs')
  return testJob(process.argv.slice(2))
})
