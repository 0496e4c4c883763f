// `npm run complete-lock`: after adding a package, locks the platform packages that the registry in use does not carry.
import { readFileSync } from 'node:fs'
import { runCommand } from './setup/command.mjs'
import { completeLock, missingOptional } from './setup/lock-completeness.mjs'
import { inRepo } from './setup/places.mjs'
import { say } from './setup/progress.mjs'
import { writeStamp } from './setup/stamp-file.mjs'

await runCommand(() => {
  const file = inRepo('package-lock.json')
  const lock = JSON.parse(readFileSync(file, 'utf8'))
  const missing = missingOptional(lock).length
  if (missing > 0) writeStamp(file, completeLock(lock))
  say(missing === 0 ? 'package-lock.json is complete' : `${missing} platform packages added to package-lock.json`)
  return 0
})
