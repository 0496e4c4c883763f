// `npm run screenshots`: takes the manual's pictures of every screen, light and dark, in the sample vault.
import { runCommand } from './setup/command.mjs'
import { checkNode } from './setup/tool-versions.mjs'

await runCommand(async () => {
  checkNode()
  // Loaded only now, because an old Node could not even link the modules behind it.
  const { screenshotsJob } = await import('./setup/screenshots-job.mjs')
  return screenshotsJob()
})
