// `vault check`: reads every page and the whole history of a vault and says whether all of it is sound.
import { resolve } from 'node:path'
import { readArguments } from './arguments.ts'
import { type CommandPlace, openEngineSession } from './engine-session.ts'
import { CommandProblem, type Terminal } from './output.ts'

const usage = 'Use: vault check NAME.gatehouse --passphrase-env VARIABLE [--json]'

export async function runVault(args: readonly string[], place: CommandPlace, terminal: Terminal): Promise<number> {
  const { values, positionals } = readArguments(
    args,
    { 'passphrase-env': { type: 'string' }, json: { type: 'boolean', default: false } },
    usage,
  )
  const [verb, path, ...rest] = positionals
  if (verb !== 'check' || path === undefined || rest.length > 0) throw new CommandProblem(usage)
  const secret = process.env[values['passphrase-env'] ?? '']
  if (!secret) throw new CommandProblem(`The passphrase must stand in an environment variable named by --passphrase-env. ${usage}`)
  const session = openEngineSession(place)
  try {
    await session.call('vault.open', { handle: session.grant(resolve(path)), secret })
    const found = await session.call('vault.check', {})
    const words = found.isSound
      ? 'The vault is sound'
      : `The vault is damaged: ${found.problems.join(' ')} Open its newest backup and keep this folder as it is`
    terminal.answer(
      values.json ? JSON.stringify(found, null, 2) : `${words}. ${found.historyEntries} entries of history, head ${found.historyHead}.`,
    )
    return found.isSound ? 0 : 1
  } finally {
    await session.close()
  }
}
