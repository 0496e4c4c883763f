// `vault`: checks a vault, prints its history, restores a backup of it or saves what can be read of a damaged one.
import { resolve } from 'node:path'
import { readArguments } from './arguments.ts'
import { type CommandPlace, type EngineSession, openEngineSession } from './engine-session.ts'
import { CommandProblem, type Terminal } from './output.ts'
import { checkVault, printHistory, restoreVault, salvageVault, type VaultOrder } from './vault-verbs.ts'

const usage = [
  'Use: vault check|history|restore|salvage NAME.gatehouse --passphrase-env VARIABLE [--json]',
  '  vault check … [--backups]                          is everything in it as it was written?',
  '  vault history … --json                             its history as JSON lines, for tools/verify-audit.py',
  '  vault restore … --out NEW.gatehouse [--backup ID]  a new vault from a backup, the newest unless one is named',
  '  vault salvage … --out NEW.gatehouse                a new vault from what can be read of a damaged one',
  '  --key-file FILE                                    the key file, when the passphrase needs one',
].join('\n')

const verbs: ReadonlyMap<string, (order: VaultOrder) => Promise<number>> = new Map([
  ['check', checkVault],
  ['history', printHistory],
  ['restore', restoreVault],
  ['salvage', salvageVault],
])

const options = {
  'passphrase-env': { type: 'string' },
  json: { type: 'boolean', default: false },
  backups: { type: 'boolean', default: false },
  backup: { type: 'string' },
  out: { type: 'string' },
  'key-file': { type: 'string' },
} as const

function handleForNew(session: EngineSession, out: string | undefined): string {
  if (out === undefined || out === '') throw new CommandProblem(`Option --out is missing. ${usage}`)
  if (!out.toLowerCase().endsWith('.gatehouse')) throw new CommandProblem('A vault’s name ends in ".gatehouse". Change --out.')
  return session.grant(resolve(out))
}

export async function runVault(args: readonly string[], place: CommandPlace, terminal: Terminal): Promise<number> {
  const { values, positionals } = readArguments(args, options, usage)
  const [name = '', path, ...rest] = positionals
  const verb = verbs.get(name)
  if (verb === undefined || path === undefined || rest.length > 0) throw new CommandProblem(usage)
  const secret = process.env[values['passphrase-env'] ?? '']
  if (!secret) throw new CommandProblem(`The passphrase must stand in an environment variable named by --passphrase-env. ${usage}`)
  const session = openEngineSession(place)
  try {
    return await verb({
      session,
      handle: session.grant(resolve(path)),
      proof: { secret, keyFile: values['key-file'] === undefined ? null : session.grant(resolve(values['key-file'])) },
      isJson: values.json,
      withBackups: values.backups,
      backupId: values.backup ?? null,
      newVault: () => handleForNew(session, values.out),
      terminal,
    })
  } finally {
    await session.close()
  }
}
