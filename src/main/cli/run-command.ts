// Chooses the command and turns whatever happens into an exit code.
import { logFault } from '#main/platform/fault-log.ts'
import { runAssess } from './assess-command.ts'
import type { CommandPlace } from './engine-session.ts'
import { CommandProblem, type Terminal } from './output.ts'
import { runPack } from './pack-command.ts'
import { runScore } from './score-command.ts'
import { runVault } from './vault-command.ts'
import { runVerify } from './verify-command.ts'

type Command = (args: readonly string[], place: CommandPlace, terminal: Terminal) => Promise<number>

const commands: ReadonlyMap<string, Command> = new Map([
  ['assess', runAssess],
  ['score', runScore],
  ['verify', runVerify],
  ['vault', runVault],
  ['pack', runPack],
])

const usage = `Commands: ${[...commands.keys()].join(', ')}. Without a command, Gatehouse opens its window.`

/** Runs `verb args…`; returns the exit code: 0 done, 1 refused or not intact, 2 wrong use, 70 a fault of the program. */
export async function runCommand(argv: readonly string[], place: CommandPlace, terminal: Terminal): Promise<number> {
  const [verb, ...args] = argv
  const command = commands.get(verb ?? '')
  if (!command) {
    terminal.progress(`${verb === undefined ? 'No command was given.' : `There is no command "${verb}".`} ${usage}`)
    return 2
  }
  try {
    return await command(args, place, terminal)
  } catch (error) {
    if (error instanceof CommandProblem) {
      terminal.progress(error.message)
      return error.exitCode
    }
    terminal.progress(`Something went wrong inside Gatehouse (${logFault(verb ?? '', error)}).`)
    return 70
  }
}
