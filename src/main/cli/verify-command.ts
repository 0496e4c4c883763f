// `verify`: separate answers about a PDF; exit code 0 only if it is intact, nothing was added but permitted signatures, and nothing in it contradicts itself.
import { resolve } from 'node:path'
import { type Doubt, isAsSigned, type SignatureLine, type Verdict } from '#shared/contract/verdict.ts'
import { readArguments } from './arguments.ts'
import { type CommandPlace, openEngineSession } from './engine-session.ts'
import { CommandProblem, type Terminal } from './output.ts'

const usage = 'Use: verify FILE.pdf [--json]'

const integrityWords: Record<Verdict['integrity']['state'], string> = {
  intact: 'intact: the signed revision is exactly what was signed',
  broken: 'BROKEN: the signed revision is not what was signed',
  unsigned: 'unsigned: this file carries no signature',
  'not-checked': 'not checked: the signature or the file is of a kind this version cannot read',
}
const changeWords: Record<Verdict['changes']['state'], string> = {
  none: 'nothing was added after signing',
  'further-signatures': 'only further signatures, in places that the first signer prepared for them',
  changed: 'CHANGED after signing',
  'not-applicable': 'not applicable without an intact signature',
}
const contentWords: Record<Verdict['content']['state'], string> = {
  recomputes: 'what it states follows from what is attached',
  differs: 'DIFFERS: what it states does not follow from what is attached, or does not belong to the signature',
  unreadable: 'UNREADABLE: data is attached but cannot be read',
  'other-pack': 'attached, made with a question pack not installed here',
  absent: 'no data of a Gatehouse report is attached',
}
const pageWords: Record<NonNullable<Verdict['pages']>['state'], string> = {
  same: 'printed again from the attached data, every byte is the same',
  differ: 'DIFFER from what the attached data prints',
  'not-compared': 'not compared with the attached data',
}

const doubtSentences: Record<Doubt['kind'], (day: string) => string> = {
  revoked: (day) => `REVOKED: its issuer revoked the certificate on ${day}, and nothing proves that it was signed before`,
  'revoked-later': (day) => `its issuer revoked the certificate on ${day}, after the time-stamp`,
  'revocation-unknown': (day) =>
    day === '' ? 'whether it was revoked was not checked' : `whether it was revoked after ${day} was not checked`,
  'stamp-early': (day) => `CONTRADICTION: the time-stamp, of ${day}, is older than the signing time`,
  'time-unproven': (day) => `the certificate ran out on ${day}; nothing proves it was signed while the certificate was valid`,
}

function knownWords({ knownAs, vouchedBy }: Pick<SignatureLine, 'knownAs' | 'vouchedBy'>, unknown: string): string {
  if (vouchedBy !== null) return `issued by ${vouchedBy}, which is known here`
  return knownAs === null ? unknown : `known here as ${knownAs}`
}

const validityWords: Record<SignatureLine['validityAtSigning'], string | null> = {
  within: null,
  before: 'SIGNED BEFORE the certificate was valid, by the time that the signature states',
  after: 'SIGNED AFTER the certificate had ended, by the time that the signature states',
  unknown: 'no signing time is stated, so it cannot be said whether the certificate was valid then',
}

/** What one signature claims, and what is said against it elsewhere. */
function remarksOn({ name, otherName, role, certificateSha256, validityAtSigning, doubts }: SignatureLine): string[] {
  const validity = certificateSha256 === null ? null : validityWords[validityAtSigning]
  return [
    ...(otherName === null ? [] : [`OTHER NAME: the signature and its page name ${otherName}, the certificate ${name}`]),
    ...(role === '' ? [] : [`says to be: ${role}`]),
    ...(validity === null ? [] : [validity]),
    ...doubts.map(({ kind, at }) => doubtSentences[kind](at?.slice(0, 10) ?? '')),
  ]
}

/** Whether a signature and its certificate, its time-stamp or the certificate's issuer say different things. */
function isContradicted({ otherName, validityAtSigning, doubts }: SignatureLine): boolean {
  const isOutside = validityAtSigning === 'before' || validityAtSigning === 'after'
  return otherName !== null || isOutside || doubts.some(({ kind }) => kind === 'revoked' || kind === 'stamp-early')
}

const indented = (lines: readonly string[]) => lines.map((line) => `\n             ${line}`).join('')

function describeIdentity({ identity, signedAt, signatures: [first] }: Verdict): string {
  if (identity.state === 'none') return 'nobody can be named'
  const unknown = 'an identity not known here: compare the certificate with one you got from the signer'
  const who = `${identity.name ?? ''}, ${knownWords(identity, unknown)}`
  const dated = signedAt === null ? 'at a time not stated' : `${signedAt} by the signer's own clock`
  const remarks = first === undefined ? [] : remarksOn(first)
  return `${who}${indented([...remarks, `certificate SHA-256 ${identity.certificateSha256 ?? ''}`, `signed ${dated}`])}`
}

/** Each signature after the first, and each time-stamp, in a line; nothing when there is only one plain signature. */
function describeSignatures({ signatures }: Verdict): string[] {
  const further = signatures.slice(1).map((signature) => {
    const { name, signedAt, isIntact } = signature
    const known = knownWords(signature, 'an identity not known here')
    return `Then signed: ${name}, ${known}, ${signedAt ?? 'at a time not stated'}${isIntact ? '' : ', NOT INTACT'}${indented(remarksOn(signature))}`
  })
  const stamps = signatures.flatMap(({ name, timestamp }) => {
    if (timestamp.state === 'none') return []
    const authority = `${timestamp.authority ?? ''}, ${knownWords(timestamp, 'an authority not known here')}`
    return [
      `Time-stamp:  ${name}: ${timestamp.state === 'sound' ? `${timestamp.at ?? ''} by ${authority}` : `not proven. ${timestamp.reason ?? ''}`}`,
    ]
  })
  return [...further, ...stamps]
}

function describeContent({ content: { kind, state }, changes }: Verdict): string {
  const which = changes.state === 'changed' ? 'as first signed: ' : ''
  return kind === null ? contentWords[state] : `${kind}, ${which}${contentWords[state]}`
}

/** The verdict in a few lines. */
export function describeVerdict(verdict: Verdict): string {
  const { content, pages } = verdict
  return [
    `Integrity:   ${integrityWords[verdict.integrity.state]}${indented(verdict.integrity.reasons)}`,
    `Changes:     ${changeWords[verdict.changes.state]}${indented(verdict.changes.reasons)}`,
    `Signed by:   ${describeIdentity(verdict)}`,
    ...describeSignatures(verdict),
    `Data inside: ${describeContent(verdict)}${indented([...content.reasons, ...content.asStated])}`,
    ...(pages === null ? [] : [`Pages:       ${pageWords[pages.state]}${indented(pages.reasons)}`]),
  ].join('\n')
}

export async function runVerify(args: readonly string[], place: CommandPlace, terminal: Terminal): Promise<number> {
  const { values, positionals } = readArguments(args, { json: { type: 'boolean', default: false } }, usage)
  const [path, ...rest] = positionals
  if (path === undefined || rest.length > 0) throw new CommandProblem(`Name exactly one PDF. ${usage}`)
  const session = openEngineSession(place)
  const { verdict } = await session.call('verify.file', { handle: session.grant(resolve(path)) })
  terminal.answer(values.json ? JSON.stringify(verdict, null, 2) : describeVerdict(verdict))
  const isDenied =
    ['differs', 'unreadable'].includes(verdict.content.state) ||
    verdict.pages?.state === 'differ' ||
    verdict.signatures.some(isContradicted)
  return verdict.integrity.state === 'intact' && isAsSigned(verdict) && !isDenied ? 0 : 1
}
