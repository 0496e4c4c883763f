// `npm start [-- verb …]`: sets everything up, then opens the app, runs one verb, or (without a display) the sample.
import { runCommand } from './setup/command.mjs'
import { checkNode } from './setup/tool-versions.mjs'

await runCommand(async () => {
  checkNode()
  // Loaded only now, because an old Node could not even link the modules behind it.
  const { startJob } = await import('./setup/start-job.mjs')
  return startJob(process.argv.slice(2))
})
