// `npm run conformance`: signs reports of every kind and asks every checker that can be had what it thinks of them.
import { runCommand } from './setup/command.mjs'
import { checkNode } from './setup/tool-versions.mjs'

await runCommand(async () => {
  checkNode()
  // Loaded only now, because an old Node could not even link the modules behind it.
  const { conformanceJob } = await import('./setup/conformance-job.mjs')
  return conformanceJob()
})
