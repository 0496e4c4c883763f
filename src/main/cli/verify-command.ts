// `verify`: three separate answers about a PDF; exit code 0 only if it is intact and nothing was added.
import { resolve } from 'node:path'
import type { Verdict } from '#shared/contract/verdict.ts'
import { readArguments } from './arguments.ts'
import { type CommandPlace, openEngineSession } from './engine-session.ts'
import { CommandProblem, type Terminal } from './output.ts'

const usage = 'Use: verify FILE.pdf [--json]'

const integrityWords: Record<Verdict['integrity']['state'], string> = {
  intact: 'intact: the signed revision is exactly what was signed',
  broken: 'BROKEN: the signed revision is not what was signed',
  unsigned: 'unsigned: this file carries no signature',
  'not-checked': 'not checked: the signature is of a kind this version cannot read',
}
const changeWords: Record<Verdict['changes']['state'], string> = {
  none: 'nothing was added after signing',
  changed: 'CHANGED after signing',
  'not-applicable': 'not applicable without an intact signature',
}
const assessmentWords: Record<Verdict['assessment']['state'], string> = {
  recomputes: 'the attached answers give exactly the attached result',
  differs: 'DIFFERS: the attached answers do not give the attached result',
  unreadable: 'an assessment is attached but cannot be read',
  'other-pack': 'attached, made with a question pack not installed here',
  absent: 'no Gatehouse assessment is attached',
}

function describeIdentity({ identity, signedAt }: Verdict): string {
  if (identity.state === 'none') return 'nobody can be named'
  const who =
    identity.state === 'known'
      ? `${identity.name ?? ''}, known here as ${identity.knownAs ?? ''}`
      : `${identity.name ?? ''}, an identity not known here: compare the certificate with one you got from the signer`
  const dated = signedAt === null ? 'at a time not stated' : `${signedAt} by the signer's own clock`
  return `${who}\n             certificate SHA-256 ${identity.certificateSha256 ?? ''}\n             signed ${dated}`
}

/** The verdict in a few lines. */
export function describeVerdict(verdict: Verdict): string {
  const because = (reasons: readonly string[]) => reasons.map((reason) => `\n             ${reason}`).join('')
  return [
    `Integrity:   ${integrityWords[verdict.integrity.state]}${because(verdict.integrity.reasons)}`,
    `Changes:     ${changeWords[verdict.changes.state]}${because(verdict.changes.reasons)}`,
    `Signed by:   ${describeIdentity(verdict)}`,
    `Assessment:  ${assessmentWords[verdict.assessment.state]}`,
  ].join('\n')
}

export async function runVerify(args: readonly string[], place: CommandPlace, terminal: Terminal): Promise<number> {
  const { values, positionals } = readArguments(args, { json: { type: 'boolean', default: false } }, usage)
  const [path, ...rest] = positionals
  if (path === undefined || rest.length > 0) throw new CommandProblem(`Name exactly one PDF. ${usage}`)
  const session = openEngineSession(place)
  const { verdict } = await session.call('verify.file', { handle: session.grant(resolve(path)) })
  terminal.answer(values.json ? JSON.stringify(verdict, null, 2) : describeVerdict(verdict))
  return verdict.integrity.state === 'intact' && verdict.changes.state === 'none' ? 0 : 1
}
