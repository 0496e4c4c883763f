// `npm run test:trust [-- step …]`: the trust suite in its long form, with its figures for docs/security.md. It takes hours.
import { rmSync } from 'node:fs'
import { runCommand } from './setup/command.mjs'
import { inRepo } from './setup/places.mjs'
import { checkNode } from './setup/tool-versions.mjs'

await runCommand(async () => {
  checkNode()
  const names = process.argv.slice(2)
  // A whole run begins without the figures of an older one.
  if (names.length === 0) rmSync(inRepo('out', 'trust', 'figures'), { recursive: true, force: true })
  // Loaded only now, because an old Node could not even link the modules behind it.
  const [{ testJob }, { planTrustSteps }] = await Promise.all([import('./setup/test-job.mjs'), import('./setup/test-plan.mjs')])
  return testJob(names, planTrustSteps)
})
