// `npm run bench`: makes everything ready, then measures the built app on the Electron it runs on and prints one table.
import { runCommand } from '../../scripts/setup/command.mjs'
import { checkNode } from '../../scripts/setup/tool-versions.mjs'

await runCommand(async () => {
  checkNode()
  // Loaded only now, because an old Node could not even link the modules behind it.
  const { benchJob } = await import('./bench-job.mjs')
  return benchJob(process.argv.slice(2))
})
