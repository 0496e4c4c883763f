// Where the command line begins: no window, the same features.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { removeNodeNetwork } from '../engine/no-network.ts'
import { onInterrupt } from './interrupt.ts'
import { runCommand } from './run-command.ts'

removeNodeNetwork()
process.umask(0o077)

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(at('../../package.json'), 'utf8')))

// A reader that went away wanted no more; a full disk behind the output must not look like success.
process.stdout.on('error', (error) => {
  if (!('code' in error && error.code === 'EPIPE'))
    process.stderr.write('Standard output could not be written. Free some space or choose another place.\n')
  process.exitCode = 1
})

const exitCode = await runCommand(
  process.argv.slice(2),
  { resourcesDirectory: at('../../resources'), applicationVersion: version },
  { answer: (text) => process.stdout.write(`${text}\n`), progress: (text) => process.stderr.write(`${text}\n`), onInterrupt },
)
process.exitCode ??= exitCode
