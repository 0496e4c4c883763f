// `npm run screenshots`: takes pictures of every screen and of states that it can be in, light and dark, for the manual.
import { runCommand } from './setup/command.mjs'
import { checkNode } from './setup/tool-versions.mjs'

await runCommand(async () => {
  checkNode()
  // Loaded only now, because an old Node could not even link the modules behind it.
  const { screenshotsJob } = await import('./setup/screenshots-job.mjs')
  return screenshotsJob()
})
